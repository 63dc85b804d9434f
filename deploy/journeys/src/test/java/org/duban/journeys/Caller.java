package org.duban.journeys;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway's door: a person with a session, or software with a token. */
final class Caller {

    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private @Nullable String token;

    Caller(String address) {
        this.address = address;
    }

    Caller signIn(String username, String password) {
        get("/api/session/csrf");
        post("/api/session", Map.of("username", username, "password", password)).is(200);
        get("/api/session/csrf");
        return this;
    }

    /** The first sign-in of an account whose password somebody else made. */
    Caller signInFirst(String username, String password) {
        signIn(username, password);
        if (get("/api/me").json().get("mustChangePassword").asBoolean()) {
            put("/api/me/password", Map.of("old", password, "new", password + "-自己的1"))
                    .succeeds();
            signIn(username, password + "-自己的1");
        }
        return this;
    }

    Caller withClient(String clientId, String clientSecret) {
        var credentials =
                Base64.getEncoder().encodeToString((clientId + ":" + clientSecret).getBytes(StandardCharsets.UTF_8));
        var answer = send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                .header("Authorization", "Basic " + credentials)
                .header("Content-Type", "application/x-www-form-urlencoded")
                .POST(BodyPublishers.ofString("grant_type=client_credentials")));
        token = answer.is(200).json().get("access_token").asString();
        return this;
    }

    Answer get(String path) {
        return send(request(path).GET());
    }

    String text(String path) {
        return send(HttpRequest.newBuilder(URI.create(address + path)))
                .is(200)
                .response()
                .body();
    }

    /** As {@link #change}, within a trace of the caller's own. */
    Answer changeTraced(String method, String resource, Object body, String traceparent) {
        return send(request(resource)
                .header("Content-Type", "application/json")
                .header("If-Match", get(resource).is(200).etag())
                .header("traceparent", traceparent)
                .method(method, json(body)));
    }

    Answer post(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").POST(json(body)));
    }

    Answer put(String path, Object body) {
        return send(request(path).header("Content-Type", "application/json").PUT(json(body)));
    }

    /** Reads {@code resource} for its version, then does the write with {@code If-Match}. */
    Answer change(String method, String resource, String path, Object body) {
        return change(
                method,
                path,
                body,
                get(resource).is(200).etag(),
                UUID.randomUUID().toString());
    }

    Answer change(String method, String path, Object body, String etag, String idempotencyKey) {
        return send(request(path)
                .header("Content-Type", "application/json")
                .header("If-Match", etag)
                .header("Idempotency-Key", idempotencyKey)
                .method(method, json(body)));
    }

    Answer upload(String path, String fileName, byte[] content) {
        var boundary = "duban" + UUID.randomUUID();
        var body = new ByteArrayOutputStream();
        body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                        + "\"\r\nContent-Type: application/octet-stream\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8));
        body.writeBytes(content);
        body.writeBytes(("\r\n--" + boundary + "--\r\n").getBytes(StandardCharsets.UTF_8));
        return send(request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofByteArray(body.toByteArray())));
    }

    /** A file, byte for byte. */
    byte[] download(String path) {
        return download(path, "application/json, application/problem+json");
    }

    /** As {@link #download(String)}, of what may be had in several types. */
    byte[] download(String path, String type) {
        var request = request(path).setHeader("Accept", type).GET().build();
        try {
            var response = http.send(request, BodyHandlers.ofByteArray());
            assertThat(response.statusCode()).as(path).isEqualTo(200);
            return response.body();
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    /** Every item of a list, page after page. */
    List<JsonNode> all(String path) {
        var items = new ArrayList<JsonNode>();
        String cursor = null;
        do {
            var joined = path + (path.contains("?") ? "&" : "?") + "limit=200"
                    + (cursor == null ? "" : "&cursor=" + URLEncoder.encode(cursor, StandardCharsets.UTF_8));
            var page = get(joined).is(200).json();
            page.get("items").forEach(items::add);
            cursor = page.get("next").isNull() ? null : page.get("next").asString();
        } while (cursor != null);
        return items;
    }

    private HttpRequest.Builder request(String path) {
        var builder = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json");
        if (token != null) {
            builder.header("Authorization", "Bearer " + token);
        } else {
            cookies.getCookieStore().getCookies().stream()
                    .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                    .findFirst()
                    .ifPresent(cookie -> builder.header("X-XSRF-TOKEN", cookie.getValue()));
        }
        return builder;
    }

    private static HttpRequest.BodyPublisher json(Object body) {
        return BodyPublishers.ofString(body instanceof String raw ? raw : JSON.writeValueAsString(body));
    }

    private Answer send(HttpRequest.Builder builder) {
        var request = builder.build();
        try {
            var response = http.send(request, BodyHandlers.ofString());
            return new Answer(request, response);
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new IllegalStateException(e);
        }
    }

    record Answer(HttpRequest request, HttpResponse<String> response) {

        Answer is(int status) {
            assertThat(response.statusCode()).as(this::toString).isEqualTo(status);
            return this;
        }

        Answer succeeds() {
            assertThat(response.statusCode()).as(this::toString).isBetween(200, 299);
            return this;
        }

        /** A problem detail that an official can read: RFC 9457, Chinese, nothing of the machinery. */
        Answer isProblem(int... statuses) {
            assertThat(statuses).as(this::toString).contains(response.statusCode());
            assertThat(response.headers().firstValue("Content-Type").orElse(""))
                    .as(this::toString)
                    .startsWith("application/problem+json");
            var problem = json();
            assertThat(problem.get("detail").asString()).as(this::toString).containsPattern("\\p{IsHan}");
            assertThat(problem.get("status").asInt()).isEqualTo(response.statusCode());
            assertThat(problem.hasNonNull("traceId")).as(this::toString).isTrue();
            assertThat(response.body()).doesNotContain("Exception", "org.springframework", "java.lang", "SELECT ");
            return this;
        }

        JsonNode json() {
            return JSON.readTree(response.body());
        }

        String etag() {
            return response.headers().firstValue("ETag").orElseThrow(() -> new AssertionError("no ETag: " + this));
        }

        @Override
        public String toString() {
            return request.method() + " " + request.uri() + " -> " + response.statusCode() + " " + response.body();
        }
    }
}
