package org.duban.gateway.route.web;

import java.net.ConnectException;
import java.net.http.HttpConnectTimeoutException;
import java.net.http.HttpTimeoutException;
import java.nio.channels.UnresolvedAddressException;
import java.util.Objects;
import java.util.Set;
import org.duban.gateway.limit.LimitSettings;
import org.duban.gateway.limit.web.BodyLimitFilter;
import org.duban.gateway.route.Upstream;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.jspecify.annotations.Nullable;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.stereotype.Component;
import org.springframework.web.client.ResourceAccessException;
import org.springframework.web.servlet.function.HandlerFunction;
import org.springframework.web.servlet.function.ServerRequest;
import org.springframework.web.servlet.function.ServerResponse;

/** Says in words what it means for the caller that a service did not answer. */
@Component
class UpstreamFailures {

    private static final Logger log = LoggerFactory.getLogger(UpstreamFailures.class);
    private static final Set<HttpMethod> HARMLESS = Set.of(HttpMethod.GET, HttpMethod.HEAD, HttpMethod.OPTIONS);

    private final LimitSettings limits;

    UpstreamFailures(LimitSettings limits) {
        this.limits = limits;
    }

    ServerResponse watch(Upstream upstream, ServerRequest request, HandlerFunction<ServerResponse> next)
            throws Exception {
        try {
            return next.handle(request);
        } catch (ResourceAccessException failure) {
            return answer(upstream, request, failure);
        }
    }

    private ServerResponse answer(Upstream upstream, ServerRequest request, ResourceAccessException failure) {
        if (BodyLimitFilter.exceeded(request.servletRequest())) {
            return problem(request, BodyLimitFilter.problem(limits));
        }
        log.warn("{} {} {}: {}", upstream, request.method(), request.path(), failure.toString());
        boolean unsure = !HARMLESS.contains(request.method());
        if (caused(failure, ConnectException.class)
                || caused(failure, HttpConnectTimeoutException.class)
                || caused(failure, UnresolvedAddressException.class)) {
            return problem(
                    request, Problem.of(502, "upstream-unavailable", upstream.words() + "暂时无法访问，本次操作没有执行，请稍后再试"));
        }
        if (caused(failure, HttpTimeoutException.class)) {
            return problem(
                    request,
                    Problem.of(
                            504,
                            "upstream-timeout",
                            upstream.words() + (unsure ? "响应超时，操作是否完成尚不确定，请刷新查看后再试" : "响应超时，请稍后再试")));
        }
        return problem(
                request,
                Problem.of(
                        502,
                        "upstream-broken",
                        upstream.words() + (unsure ? "连接中断，操作是否完成尚不确定，请刷新查看后再试" : "连接中断，请稍后再试")));
    }

    private static ServerResponse problem(ServerRequest request, Problem problem) {
        var answer = Problems.answer(problem, request.servletRequest());
        return ServerResponse.status(answer.getStatusCode())
                .headers(headers -> {
                    headers.putAll(answer.getHeaders());
                    if (problem.status() == 502) {
                        headers.set(HttpHeaders.RETRY_AFTER, "5");
                    }
                })
                .body(Objects.requireNonNull(answer.getBody()));
    }

    private static boolean caused(@Nullable Throwable failure, Class<? extends Throwable> kind) {
        for (Throwable cause = failure; cause != null; cause = cause.getCause()) {
            if (kind.isInstance(cause)) {
                return true;
            }
        }
        return false;
    }
}
