package org.duban.gateway.route.web;

import static org.springframework.cloud.gateway.server.mvc.filter.BeforeFilterFunctions.uri;
import static org.springframework.cloud.gateway.server.mvc.handler.GatewayRouterFunctions.route;
import static org.springframework.web.servlet.function.RequestPredicates.path;

import java.net.http.HttpClient;
import java.time.Duration;
import java.util.Locale;
import java.util.concurrent.Executors;
import org.duban.gateway.route.RouteSettings;
import org.duban.gateway.route.Upstream;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.cloud.gateway.server.mvc.config.GatewayMvcProperties;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.RequestHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.filter.HttpHeadersFilter.ResponseHttpHeadersFilter;
import org.springframework.cloud.gateway.server.mvc.handler.ProxyExchangeHandlerFunction;
import org.springframework.cloud.gateway.server.mvc.handler.RestClientProxyExchange;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.client.RestClient;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.RequestPredicate;
import org.springframework.web.servlet.function.RouterFunction;
import org.springframework.web.servlet.function.ServerResponse;

/** Which path goes to which service. Paths go on as they came. */
@Configuration(proxyBeanMethods = false)
class Routes {

    @Bean
    HttpClient upstreamHttp(RouteSettings settings) {
        return HttpClient.newBuilder()
                .version(HttpClient.Version.HTTP_1_1)
                .connectTimeout(settings.connectTimeout())
                .followRedirects(HttpClient.Redirect.NEVER)
                .executor(Executors.newVirtualThreadPerTaskExecutor())
                .build();
    }

    @Bean
    ProxyExchangeHandlerFunction answers(
            RestClient.Builder builder,
            HttpClient http,
            RouteSettings settings,
            GatewayMvcProperties properties,
            ObjectProvider<RequestHttpHeadersFilter> onward,
            ObjectProvider<ResponseHttpHeadersFilter> back) {
        return exchange(builder, http, settings.timeout(), properties, onward, back);
    }

    @Bean
    ProxyExchangeHandlerFunction streams(
            RestClient.Builder builder,
            HttpClient http,
            GatewayMvcProperties properties,
            ObjectProvider<RequestHttpHeadersFilter> onward,
            ObjectProvider<ResponseHttpHeadersFilter> back) {
        return exchange(builder, http, null, properties, onward, back);
    }

    @Bean
    RouterFunction<ServerResponse> serviceRoutes(
            RouteSettings settings,
            UpstreamFailures failures,
            ProxyExchangeHandlerFunction answers,
            ProxyExchangeHandlerFunction streams) {
        RouterFunction<ServerResponse> all =
                to(Upstream.NOTIFICATION, "stream", path(Upstream.STREAM), streams, settings, failures);
        for (Upstream upstream : Upstream.values()) {
            all = all.and(to(
                    upstream, upstream.name().toLowerCase(Locale.ROOT), paths(upstream), answers, settings, failures));
        }
        return all;
    }

    private static RouterFunction<ServerResponse> to(
            Upstream upstream,
            String id,
            RequestPredicate paths,
            HandlerFunction<ServerResponse> exchange,
            RouteSettings settings,
            UpstreamFailures failures) {
        return route(id)
                .route(paths, exchange)
                .before(uri(settings.of(upstream)))
                .filter((request, next) -> failures.watch(upstream, request, next))
                .build();
    }

    private static RequestPredicate paths(Upstream upstream) {
        return upstream.paths().stream()
                .map(first -> path("/api/" + first).or(path("/api/" + first + "/**")))
                .reduce(RequestPredicate::or)
                .orElseThrow();
    }

    private static ProxyExchangeHandlerFunction exchange(
            RestClient.Builder builder,
            HttpClient http,
            @Nullable Duration timeout,
            GatewayMvcProperties properties,
            ObjectProvider<RequestHttpHeadersFilter> onward,
            ObjectProvider<ResponseHttpHeadersFilter> back) {
        var requests = new JdkClientHttpRequestFactory(http);
        // Packing is between the browser and the gateway; on the way to a service it would only hold events back.
        requests.enableCompression(false);
        var client = builder.clone().requestFactory(requests);
        if (timeout != null) {
            requests.setReadTimeout(timeout);
        } else {
            client.requestInterceptor((request, body, execution) -> new CutOff(execution.execute(request, body)));
        }
        return new ProxyExchangeHandlerFunction(new RestClientProxyExchange(client.build(), properties), onward, back);
    }
}
