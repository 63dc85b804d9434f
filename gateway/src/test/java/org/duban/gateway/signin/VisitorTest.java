package org.duban.gateway.signin;

import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static org.assertj.core.api.Assertions.assertThat;

import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.IOException;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.route.OpenToVisitors;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What the public may do without signing in (behaviours.md B7), and that it is no more than that. */
class VisitorTest extends GatewayTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static LoggedRequest onward() {
        return TASK.getAllServeEvents().getFirst().getRequest();
    }

    private static JsonNode claims() {
        String token = onward().getHeader("Authorization").substring("Bearer ".length());
        return JSON.readTree(new String(Base64.getUrlDecoder().decode(token.split("\\.")[1]), StandardCharsets.UTF_8));
    }

    @Test
    void visitorIsPassedOnWithAPassThatEntitlesToNothing() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThat(browser().get("/api/feedback/form").status()).isEqualTo(200);
        assertThat(claims().path("sub").asString()).isEqualTo("visitor");
        for (String claim : List.of("roles", "scope", "unit", "county", "posts")) {
            assertThat(claims().has(claim)).as(claim).isFalse();
        }
    }

    @Test
    void filingNeedsNoTokenAndCarriesNobodysNameOrKey() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Browser signedIn = admin();
        var request = HttpRequest.newBuilder(signedIn.at("/api/feedback"))
                .POST(BodyPublishers.ofString("{\"kind\":\"COMPLAINT\"}"))
                .header("Content-Type", "application/json")
                .header("Idempotency-Key", "k-1")
                .build();
        assertThat(status(signedIn, request)).isEqualTo(200);
        assertThat(claims().path("sub").asString()).isEqualTo("visitor");
        assertThat(onward().getHeader("Cookie")).isNull();
        assertThat(onward().getHeader("Idempotency-Key")).isNull();
    }

    @Test
    void formOfAnotherSiteIsNotTaken() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Browser browser = browser();
        var request = HttpRequest.newBuilder(browser.at("/api/feedback"))
                .POST(BodyPublishers.ofString("{\"kind\":\"COMPLAINT\"}"))
                .header("Content-Type", "text/plain")
                .build();
        assertThat(status(browser, request)).isEqualTo(403);
        assertThat(TASK.getAllServeEvents()).isEmpty();
    }

    private static int status(Browser browser, HttpRequest request) {
        try {
            return browser.http().send(request, BodyHandlers.ofString()).statusCode();
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }

    private record Call(String method, String path) {}

    /** Every call that the four documents know, with ids in place of names. */
    private static List<Call> everyCall() throws IOException {
        List<Call> calls = new ArrayList<>();
        for (String service : List.of("task-service", "meeting-service", "notification-service", "gateway")) {
            JsonNode paths = JSON.readTree(Files.readString(
                            Path.of(System.getProperty("project.root", ".."), service, "openapi.json")))
                    .path("paths");
            for (String path : paths.propertyNames()) {
                for (String method : paths.path(path).propertyNames()) {
                    calls.add(new Call(
                            method.toUpperCase(java.util.Locale.ROOT),
                            path.replaceAll("\\{[^}]*}", "0192a3b4-c5d6-7e8f-9012-3456789abc02")));
                }
            }
        }
        return calls;
    }

    @Test
    void nothingElseIsPublic() throws IOException {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Browser browser = browser();
        browser.get("/api/session/csrf");
        Set<Call> opened = Set.of(
                new Call("POST", "/api/session"),
                new Call("DELETE", "/api/session"),
                new Call("GET", "/api/session/csrf"),
                new Call("POST", "/oauth2/token"));
        List<Call> calls = everyCall();
        assertThat(calls).hasSizeGreaterThan(80);
        assertThat(calls)
                .containsAll(Stream.of(OpenToVisitors.values())
                        .map(open -> new Call(open.method(), open.path()))
                        .toList());
        for (Call call : calls) {
            boolean open = opened.contains(call)
                    || OpenToVisitors.covers(call.method(), call.path())
                    || call.method().equals("GET") && call.path().startsWith("/api/docs")
                    || !call.path().startsWith("/api/");
            if (!open) {
                assertThat(browser.send(
                                        call.method(),
                                        call.path(),
                                        call.method().equals("GET") ? null : "{}")
                                .status())
                        .as(call.toString())
                        .isEqualTo(401);
            }
        }
        for (String near : List.of(
                "/api/feedback", "/api/feedback/", "/api/feedback/form/", "/api/feedback/query", "/api/feedback/all")) {
            assertThat(browser.get(near).status()).as(near).isEqualTo(401);
        }
        assertThat(browser.send("POST", "/api/feedback/form", "{}").status()).isEqualTo(401);
        assertThat(TASK.getAllServeEvents()).isEmpty();
    }
}
