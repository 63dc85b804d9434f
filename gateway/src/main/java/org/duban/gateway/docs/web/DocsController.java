package org.duban.gateway.docs.web;

import io.swagger.v3.oas.annotations.Hidden;
import jakarta.servlet.http.HttpServletRequest;
import java.net.URI;
import java.net.http.HttpClient;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.duban.gateway.docs.OpenApiMerger;
import org.duban.gateway.route.RouteSettings;
import org.duban.gateway.route.Upstream;
import org.duban.gateway.token.Passes;
import org.duban.kit.web.Problem;
import org.duban.kit.web.Problems;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springdoc.webmvc.api.OpenApiWebMvcResource;
import org.springframework.http.MediaType;
import org.springframework.http.ResponseEntity;
import org.springframework.http.client.JdkClientHttpRequestFactory;
import org.springframework.web.bind.annotation.GetMapping;
import org.springframework.web.bind.annotation.PathVariable;
import org.springframework.web.bind.annotation.RequestMapping;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.client.RestClient;
import org.springframework.web.client.RestClientException;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The API documents of all services, one by one and as one. */
@RestController
@RequestMapping("/api/docs")
@Hidden
class DocsController {

    record Document(String service, String title, String url) {}

    record Index(List<Document> documents, String whole) {}

    private static final Logger log = LoggerFactory.getLogger(DocsController.class);
    private static final String GATEWAY = "gateway";
    private static final String TITLE = "督办系统接口";

    private final RouteSettings routes;
    private final RestClient http;
    private final Passes passes;
    private final OpenApiWebMvcResource own;
    private final JsonMapper json;

    DocsController(
            RouteSettings routes,
            RestClient.Builder builder,
            HttpClient upstreamHttp,
            Passes passes,
            OpenApiWebMvcResource own,
            JsonMapper json) {
        var requests = new JdkClientHttpRequestFactory(upstreamHttp);
        requests.setReadTimeout(Duration.ofSeconds(20));
        this.routes = routes;
        this.http = builder.clone().requestFactory(requests).build();
        this.passes = passes;
        this.own = own;
        this.json = json;
    }

    @GetMapping(produces = MediaType.APPLICATION_JSON_VALUE)
    Index index() {
        List<Document> documents = new ArrayList<>();
        for (Upstream upstream : Upstream.values()) {
            documents.add(new Document(name(upstream), upstream.words(), "/api/docs/" + name(upstream)));
        }
        documents.add(new Document(GATEWAY, "登录与账号", "/api/docs/" + GATEWAY));
        return new Index(documents, "/api/docs/openapi.json");
    }

    @GetMapping(path = "/openapi.json", produces = MediaType.APPLICATION_JSON_VALUE)
    JsonNode whole(HttpServletRequest request) {
        var merger = new OpenApiMerger(json, TITLE);
        own(request).ifPresent(document -> merger.add("Gateway", document));
        for (Upstream upstream : Upstream.values()) {
            of(upstream)
                    .ifPresent(document -> merger.add(
                            name(upstream).substring(0, 1).toUpperCase(Locale.ROOT)
                                    + name(upstream).substring(1),
                            document));
        }
        return merger.whole();
    }

    @GetMapping(path = "/{service}", produces = MediaType.APPLICATION_JSON_VALUE)
    ResponseEntity<Object> one(@PathVariable String service, HttpServletRequest request) {
        if (service.equals(GATEWAY)) {
            return answer(request, own(request));
        }
        for (Upstream upstream : Upstream.values()) {
            if (name(upstream).equals(service)) {
                return answer(request, of(upstream));
            }
        }
        return Problems.answer(Problem.of(404, "not-found", "没有这份接口文档"), request);
    }

    private ResponseEntity<Object> answer(HttpServletRequest request, Optional<JsonNode> document) {
        return document.map(it -> ResponseEntity.ok().<Object>body(it))
                .orElseGet(() -> Problems.answer(Problem.of(502, "upstream-unavailable", "服务暂时无法访问，请稍后再试"), request));
    }

    private Optional<JsonNode> of(Upstream upstream) {
        URI address = URI.create(routes.of(upstream) + "/v3/api-docs");
        try {
            String text = http.get()
                    .uri(address)
                    .headers(headers -> headers.setBearerAuth(passes.own()))
                    .accept(MediaType.APPLICATION_JSON)
                    .retrieve()
                    .body(String.class);
            return Optional.ofNullable(text).map(json::readTree);
        } catch (RestClientException | JacksonException unavailable) {
            log.warn("no API document from {}: {}", address, unavailable.toString());
            return Optional.empty();
        }
    }

    private Optional<JsonNode> own(HttpServletRequest request) {
        try {
            byte[] text = own.openapiJson(request, "/v3/api-docs", Locale.SIMPLIFIED_CHINESE);
            return Optional.of(json.readTree(new String(text, StandardCharsets.UTF_8)));
        } catch (java.io.IOException | JacksonException unreadable) {
            log.warn("no API document of the gateway's own: {}", unreadable.toString());
            return Optional.empty();
        }
    }

    private static String name(Upstream upstream) {
        return upstream.name().toLowerCase(Locale.ROOT);
    }
}
