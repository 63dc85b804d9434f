package org.duban.gateway.route;

import static com.github.tomakehurst.wiremock.client.WireMock.aResponse;
import static com.github.tomakehurst.wiremock.client.WireMock.any;
import static com.github.tomakehurst.wiremock.client.WireMock.anyUrl;
import static com.github.tomakehurst.wiremock.client.WireMock.okJson;
import static com.github.tomakehurst.wiremock.client.WireMock.urlPathEqualTo;
import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import com.github.tomakehurst.wiremock.http.Fault;
import com.github.tomakehurst.wiremock.verification.LoggedRequest;
import java.io.BufferedReader;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStreamReader;
import java.net.Socket;
import java.net.URLEncoder;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.duban.gateway.Browser;
import org.duban.gateway.GatewayTest;
import org.duban.gateway.Town;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class RouteTest extends GatewayTest {

    @Test
    void nobodyGetsThrough() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        assertThat(browser().get("/api/tasks").status()).isEqualTo(401);
        assertThat(TASK.getAllServeEvents()).isEmpty();
    }

    @Test
    void requestGoesOnAsItCameButForItsSender() {
        TASK.stubFor(any(urlPathEqualTo("/api/tasks")).willReturn(okJson("{\"items\":[]}")));
        Browser admin = admin();
        String words = URLEncoder.encode("医联体 建设&改革", StandardCharsets.UTF_8);

        var answer = admin.send(
                "GET",
                "/api/tasks?q=" + words + "&state=",
                null,
                "X-Forwarded-For",
                "1.2.3.4",
                "X-User-Role",
                "ADMIN",
                "If-None-Match",
                "\"7\"");

        assertThat(answer.status()).isEqualTo(200);
        LoggedRequest onward = TASK.getAllServeEvents().getFirst().getRequest();
        assertThat(onward.queryParameter("q").firstValue()).isEqualTo("医联体 建设&改革");
        assertThat(onward.getHeader("Cookie")).isNull();
        assertThat(onward.getHeader("X-XSRF-TOKEN")).isNull();
        assertThat(onward.getHeader("X-Forwarded-For")).isNull();
        assertThat(onward.getHeader("X-User-Role")).isNull();
        assertThat(onward.getHeader("If-None-Match")).isEqualTo("\"7\"");
        assertThat(onward.getHeader("traceparent")).isNotBlank();
        assertThat(onward.getHeader("Authorization")).startsWith("Bearer ");
    }

    @Test
    void answerComesBackAsItIs() {
        TASK.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(201)
                        .withHeader("Location", TASK.baseUrl() + "/api/plan-readings/1")
                        .withHeader("ETag", "\"3\"")
                        .withHeader("Set-Cookie", "JSESSIONID=1")
                        .withHeader("Content-Type", "application/json")
                        .withBody("{\"名称\":\"方案\"}")));
        var answer = admin().send("POST", "/api/plan-readings", "{\"text\":\"一\"}", "Idempotency-Key", "k-1");
        assertThat(answer.status()).isEqualTo(201);
        assertThat(answer.header("Location")).isEqualTo("/api/plan-readings/1");
        assertThat(answer.header("ETag")).isEqualTo("\"3\"");
        assertThat(answer.raw().headers().allValues("Set-Cookie"))
                .noneSatisfy(cookie -> assertThat(cookie).contains("JSESSIONID"));
        assertThat(answer.body().path("名称").asString()).isEqualTo("方案");
        LoggedRequest onward = TASK.getAllServeEvents().getFirst().getRequest();
        assertThat(onward.getBodyAsString()).isEqualTo("{\"text\":\"一\"}");
        assertThat(onward.getHeader("Idempotency-Key")).isEqualTo("k-1");
    }

    @Test
    void problemOfAServiceIsPassedOn() {
        TASK.stubFor(any(anyUrl())
                .willReturn(aResponse()
                        .withStatus(409)
                        .withHeader("Content-Type", "application/problem+json")
                        .withBody("{\"type\":\"urn:duban:problem:round-closed\",\"status\":409,\"detail\":\"已截止\"}")));
        var answer = admin().send("PUT", "/api/reports/1", "{}");
        assertThat(answer.status()).isEqualTo(409);
        assertThat(answer.code()).isEqualTo("round-closed");
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void serviceThatIsAwayIsSaidInWords() {
        var answer = admin().get("/api/meetings");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("upstream-unavailable");
        assertThat(answer.body().path("detail").asString()).startsWith("会议服务暂时无法访问");
        assertThat(answer.body().path("traceId").asString("")).isNotBlank();
        assertThat(answer.header("Retry-After")).isEqualTo("5");
    }

    @Test
    void serviceThatBreaksOffLeavesTheOutcomeOpen() {
        TASK.stubFor(any(anyUrl()).willReturn(aResponse().withFault(Fault.CONNECTION_RESET_BY_PEER)));
        var answer = admin().send("PUT", "/api/reports/1", "{}");
        assertThat(answer.status()).isEqualTo(502);
        assertThat(answer.code()).isEqualTo("upstream-broken");
        assertThat(answer.body().path("detail").asString()).contains("尚不确定");
    }

    @Test
    void serviceThatDoesNotAnswerInTimeIsGivenUp() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}").withFixedDelay(4000)));
        var answer = admin().get("/api/tasks");
        assertThat(answer.status()).isEqualTo(504);
        assertThat(answer.code()).isEqualTo("upstream-timeout");
    }

    @Test
    void unknownAddressIsAProblemNotAPage() {
        var answer = admin().get("/api/nonsense");
        assertThat(answer.status()).isEqualTo(404);
        assertThat(answer.header("Content-Type")).startsWith("application/problem+json");
    }

    @Test
    void whatIsTooLargeIsRefused() {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        var answer = admin().send("POST", "/api/plan-readings", "x".repeat(2_000_000));
        assertThat(answer.status()).isEqualTo(413);
        assertThat(answer.code()).isEqualTo("too-large");
        assertThat(TASK.getAllServeEvents()).isEmpty();
    }

    @Test
    void whatTurnsOutTooLargeIsRefusedToo() throws Exception {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Browser admin = admin();
        var request = HttpRequest.newBuilder(admin.at("/api/plan-readings"))
                .header("Content-Type", "application/octet-stream")
                .header("X-XSRF-TOKEN", admin.cookie("XSRF-TOKEN").orElseThrow())
                .POST(BodyPublishers.ofInputStream(() -> new ByteArrayInputStream(new byte[2_000_000])))
                .build();
        var answer = admin.http().send(request, BodyHandlers.ofString());
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("urn:duban:problem:too-large");
    }

    @Test
    @Timeout(60)
    void eventsPassAtOnceWhileTheStreamStaysOpen() throws IOException, InterruptedException {
        Browser admin = admin();
        var request = HttpRequest.newBuilder(admin.at("/api/alerts/stream"))
                .header("Accept", "text/event-stream")
                .build();
        EVENTS.say("一");
        var answer = admin.http().send(request, BodyHandlers.ofInputStream());
        assertThat(answer.headers().firstValue("Content-Type")).get().asString().startsWith("text/event-stream");
        try (var lines = new BufferedReader(new InputStreamReader(answer.body(), StandardCharsets.UTF_8))) {
            assertThat(lines.readLine()).isEqualTo("data: 一");
            assertThat(lines.readLine()).isEmpty();
            // Said only after the first has arrived: nothing is held back on the way.
            EVENTS.say("二");
            assertThat(lines.readLine()).isEqualTo("data: 二");
            EVENTS.say("end");
        }
    }

    @Test
    @Timeout(60)
    void openStreamEndsWithTheSessionItWasOpenedUnder() throws Exception {
        Browser admin = admin();
        var lines = stream(admin, "Accept", "text/event-stream");
        EVENTS.say("一");
        await().until(() -> lines.contains("data: 一"));

        assertThat(admin.send("DELETE", "/api/session", null).status()).isEqualTo(204);

        await().until(() -> {
            EVENTS.say("二");
            return lines.contains("end") && EVENTS.open() == 0;
        });
        EVENTS.clear();
    }

    @Test
    @Timeout(60)
    void openStreamEndsWithTheClientItWasOpenedBy() throws Exception {
        var unit = town.registered(Town.countyUnit("卫健局"));
        Software software = software(unit.id(), Role.COUNTY_OFFICE);
        var lines = stream(browser(), "Authorization", bearer(software));
        EVENTS.say("一");
        await().until(() -> lines.contains("data: 一"));

        admin().send("PATCH", "/api/clients/" + software.id(), "{\"enabled\":false}");

        await().until(() -> {
            EVENTS.say("二");
            return lines.contains("end") && EVENTS.open() == 0;
        });
        EVENTS.clear();
    }

    @Test
    @Timeout(60)
    void streamOfAPageThatIsGoneIsEndedBehindTheDoorToo() throws Exception {
        Browser admin = admin();
        var request = HttpRequest.newBuilder(admin.at("/api/alerts/stream")).build();
        EVENTS.say("一");
        try (var body = admin.http().send(request, BodyHandlers.ofInputStream()).body()) {
            assertThat(body.read()).isEqualTo('d');
        }
        await().until(() -> {
            EVENTS.say("二");
            return EVENTS.open() == 0;
        });
        EVENTS.clear();
    }

    private static List<String> stream(Browser browser, String... headers) {
        List<String> lines = new CopyOnWriteArrayList<>();
        var request = HttpRequest.newBuilder(browser.at("/api/alerts/stream"))
                .headers(headers)
                .build();
        browser.http().sendAsync(request, BodyHandlers.ofLines()).thenAcceptAsync(answer -> {
            try (var body = answer.body()) {
                body.forEach(lines::add);
            } finally {
                lines.add("end");
            }
        });
        return lines;
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /api/tasks?q=%zz                | 400
            GET /api/tasks?q=%ff                | 400
            GET /api/accounts?limit=%zz         | 400
            GET /api/accounts?cursor=x          | 400
            PATCH /api/accounts/x               | 400
            GET /api/tasks/%00                  | 400
            GET /api/tasks/..;/actuator         | 400
            GET /api/tasks/%2e%2e/actuator      | 400
            GET /api/tasks%2factuator           | 400
            GET /api/tasks/../../actuator       | 400
            GET /actuator/health                | 404
            GET /actuator                       | 404
            HEAD /api/me                        | 200
            OPTIONS /api/me                     | 200
            TRACE /api/me                       | 405
            """)
    void whateverIsAskedIsAnsweredWithItsStatus(String line, int status) throws Exception {
        TASK.stubFor(any(anyUrl()).willReturn(okJson("{}")));
        Browser admin = admin();
        String csrf = admin.cookie("XSRF-TOKEN").orElseThrow();
        String request = line
                + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nContent-Type: application/json\r\nCookie: DUBAN_SESSION="
                + admin.cookie("DUBAN_SESSION").orElseThrow() + "; XSRF-TOKEN=" + csrf + "\r\nX-XSRF-TOKEN: " + csrf
                + "\r\nContent-Length: 2\r\n\r\n{}";
        try (Socket socket = new Socket("127.0.0.1", admin.at("/").getPort());
                var in = socket.getInputStream()) {
            socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
            assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                    .as(line)
                    .startsWith("HTTP/1.1 " + status);
        }
    }
}
