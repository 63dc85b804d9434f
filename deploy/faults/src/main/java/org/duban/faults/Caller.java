package org.duban.faults;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody at the gateway's door: a person with a session, or software with a token; comes in again when asked who it is. */
final class Caller {

    static final JsonMapper JSON = new JsonMapper();

    /** @param bytes null for a request without a body */
    record Body(@Nullable String type, byte @Nullable [] bytes) {
        static final Body NONE = new Body(null, null);

        static Body json(Object value) {
            return new Body("application/json", JSON.writeValueAsBytes(value));
        }

        static Body file(String name, String text) {
            String boundary = "duban" + UUID.randomUUID();
            ByteArrayOutputStream body = new ByteArrayOutputStream();
            body.writeBytes(("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + name
                            + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + text + "\r\n--" + boundary
                            + "--\r\n")
                    .getBytes(StandardCharsets.UTF_8));
            return new Body("multipart/form-data; boundary=" + boundary, body.toByteArray());
        }
    }

    record Answer(int status, String text, @Nullable String etag) {
        boolean succeeded() {
            return status >= 200 && status < 300;
        }

        JsonNode json() {
            return JSON.readTree(text);
        }

        String shortly() {
            return status + " " + (text.length() > 300 ? text.substring(0, 300) + "…" : text);
        }
    }

    private final String address;
    private final String name;
    private final String secret;
    private final boolean software;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();
    private volatile @Nullable String token;
    private volatile boolean in;
    private volatile Duration patience = Duration.ofSeconds(60);

    private Caller(String address, String name, String secret, boolean software) {
        this.address = address;
        this.name = name;
        this.secret = secret;
        this.software = software;
    }

    static Caller person(String address, String name, String password) {
        return new Caller(address, name, password, false);
    }

    static Caller software(String address, String clientId, String clientSecret) {
        return new Caller(address, clientId, clientSecret, true);
    }

    /** From now on an answer that takes long is taken for lost. */
    Caller inHaste() {
        patience = Duration.ofSeconds(15);
        return this;
    }

    Answer get(String path) throws IOException {
        return call("GET", path, null, null, Body.NONE);
    }

    /** One try; signs in first where that is needed. */
    Answer call(String method, String path, @Nullable String etag, @Nullable String key, Body body) throws IOException {
        if (!in) {
            enter();
        }
        Answer answer = send(request(method, path, etag, key, body));
        if (answer.status() == 401) {
            in = false;
        }
        return answer;
    }

    private void enter() throws IOException {
        if (software) {
            String credentials =
                    Base64.getEncoder().encodeToString((name + ":" + secret).getBytes(StandardCharsets.UTF_8));
            Answer answer = send(HttpRequest.newBuilder(URI.create(address + "/oauth2/token"))
                    .timeout(Duration.ofSeconds(10))
                    .header("Authorization", "Basic " + credentials)
                    .header("Content-Type", "application/x-www-form-urlencoded")
                    .POST(BodyPublishers.ofString("grant_type=client_credentials"))
                    .build());
            if (!answer.succeeded()) {
                throw new IOException("no token: " + answer.shortly());
            }
            token = answer.json().get("access_token").asString();
        } else {
            send(request("GET", "/api/session/csrf", null, null, Body.NONE));
            Answer answer = send(request(
                    "POST", "/api/session", null, null, Body.json(Map.of("username", name, "password", secret))));
            if (!answer.succeeded()) {
                throw new IOException("not let in: " + answer.shortly());
            }
            send(request("GET", "/api/session/csrf", null, null, Body.NONE));
        }
        in = true;
    }

    private HttpRequest request(String method, String path, @Nullable String etag, @Nullable String key, Body body) {
        HttpRequest.Builder builder = HttpRequest.newBuilder(URI.create(address + path))
                .timeout(patience)
                .header("Accept", "application/json, application/problem+json");
        String bearer = token;
        if (bearer != null) {
            builder.header("Authorization", "Bearer " + bearer);
        }
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .findFirst()
                .ifPresent(cookie -> builder.header("X-XSRF-TOKEN", cookie.getValue()));
        if (etag != null) {
            builder.header("If-Match", etag);
        }
        if (key != null) {
            builder.header("Idempotency-Key", key);
        }
        if (body.type() != null) {
            builder.header("Content-Type", body.type());
        }
        byte[] bytes = body.bytes();
        return builder.method(method, bytes == null ? BodyPublishers.noBody() : BodyPublishers.ofByteArray(bytes))
                .build();
    }

    private Answer send(HttpRequest request) throws IOException {
        try {
            HttpResponse<String> response = http.send(request, BodyHandlers.ofString());
            return new Answer(
                    response.statusCode(),
                    response.body(),
                    response.headers().firstValue("ETag").orElse(null));
        } catch (InterruptedException stopped) {
            Thread.currentThread().interrupt();
            throw new IOException(stopped);
        }
    }
}
