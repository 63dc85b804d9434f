package org.duban.local.demo;

import java.io.IOException;
import java.net.CookieManager;
import java.net.HttpCookie;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.duban.local.process.LocalFailure;
import org.jspecify.annotations.Nullable;
import tools.jackson.core.JacksonException;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One person's browser, as far as the gateway can tell: signs in, keeps its cookies, sends the CSRF token back. */
final class Door {

    private static final JsonMapper JSON = JsonMapper.builder().build();
    private static final int PATIENCE = 40;

    private final String base;
    private final CookieManager cookies = new CookieManager();
    private final HttpClient http = HttpClient.newBuilder()
            .cookieHandler(cookies)
            .connectTimeout(Duration.ofSeconds(5))
            .build();

    private Door(String base) {
        this.base = base;
    }

    /** What the gateway refuses, with its own words. */
    static final class Refused extends LocalFailure {
        private final int status;

        Refused(String call, int status, String detail) {
            super("演示数据 demonstration: " + call + " → " + status + " " + detail);
            this.status = status;
        }

        int status() {
            return status;
        }
    }

    static Door signedIn(String base, String username, String password) {
        Door door = new Door(base);
        door.get("/api/session/csrf");
        door.send("POST", "/api/session", Map.of("username", username, "password", password), null);
        // The token changes with the sign-in.
        door.get("/api/session/csrf");
        return door;
    }

    JsonNode get(String path) {
        return json(exchange(request(path).GET(), "GET " + path));
    }

    /** All items of a list, page by page. */
    List<JsonNode> all(String path) {
        List<JsonNode> items = new ArrayList<>();
        String cursor = "";
        do {
            String separator = path.contains("?") ? "&" : "?";
            JsonNode page =
                    get(path + separator + "limit=200" + (cursor.isEmpty() ? "" : "&cursor=" + encoded(cursor)));
            page.path("items").forEach(items::add);
            cursor = page.path("next").asString("");
        } while (!cursor.isEmpty());
        return items;
    }

    JsonNode post(String path, Object body) {
        return send("POST", path, body, null);
    }

    /** Changes what is at {@code path}, or does to it what {@code path + action} stands for, as it is now. */
    JsonNode change(String method, String path, String action, Object body) {
        HttpResponse<String> present = exchange(request(path).GET(), "GET " + path);
        String tag = present.headers().firstValue("ETag").orElse(null);
        return send(method, path + action, body, tag);
    }

    JsonNode upload(String path, String fileName, String content, Map<String, String> fields) {
        String boundary = "duban-" + UUID.randomUUID();
        StringBuilder body = new StringBuilder();
        fields.forEach((name, value) -> body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\""
                + name + "\"\r\n\r\n" + value + "\r\n"));
        body.append("--" + boundary + "\r\nContent-Disposition: form-data; name=\"file\"; filename=\"" + fileName
                + "\"\r\nContent-Type: text/plain; charset=utf-8\r\n\r\n" + content + "\r\n--" + boundary + "--\r\n");
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(BodyPublishers.ofString(body.toString()));
        return json(exchange(request, "POST " + path));
    }

    /** Asks until there is an answer: what one service did reaches the next by event. */
    static <T> T await(String what, Supplier<@Nullable T> question) {
        Refused last = null;
        for (int i = 0; i < PATIENCE * 5; i++) {
            try {
                T answer = question.get();
                if (answer != null) {
                    return answer;
                }
            } catch (Refused e) {
                last = e;
            }
            pause(200);
        }
        throw last != null
                ? last
                : new LocalFailure("演示数据 demonstration: " + what + " 未在 " + PATIENCE + " 秒内出现 / did not appear");
    }

    static String encoded(String value) {
        return URLEncoder.encode(value, StandardCharsets.UTF_8);
    }

    private JsonNode send(String method, String path, Object body, @Nullable String tag) {
        HttpRequest.Builder request = request(path)
                .header("Content-Type", "application/json")
                .method(method, BodyPublishers.ofString(JSON.writeValueAsString(body)));
        if (tag != null) {
            request.header("If-Match", tag);
        }
        return json(exchange(request, method + " " + path));
    }

    private HttpRequest.Builder request(String path) {
        HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(base + path))
                .timeout(Duration.ofSeconds(60))
                .header("Accept", "application/json, application/problem+json");
        cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals("XSRF-TOKEN"))
                .map(HttpCookie::getValue)
                .findFirst()
                .ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return request;
    }

    private HttpResponse<String> exchange(HttpRequest.Builder builder, String call) {
        HttpRequest request = builder.build();
        try {
            for (int attempt = 0; ; attempt++) {
                HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
                if (response.statusCode() == 429 && attempt < 30) {
                    pause(response.headers().firstValueAsLong("Retry-After").orElse(1) * 1000);
                } else if (response.statusCode() >= 400) {
                    throw new Refused(call, response.statusCode(), detail(response));
                } else {
                    return response;
                }
            }
        } catch (IOException e) {
            throw new LocalFailure("演示数据 demonstration: " + call + ": " + e.getMessage(), e);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted", e);
        }
    }

    private static String detail(HttpResponse<String> response) {
        try {
            JsonNode problem = json(response);
            return problem.path("detail").asString("") + " " + (problem.has("errors") ? problem.get("errors") : "");
        } catch (JacksonException e) {
            return response.body().lines().findFirst().orElse("");
        }
    }

    private static JsonNode json(HttpResponse<String> response) {
        return response.body().isBlank() ? JSON.createObjectNode() : JSON.readTree(response.body());
    }

    private static void pause(long milliseconds) {
        try {
            Thread.sleep(milliseconds);
        } catch (InterruptedException e) {
            Thread.currentThread().interrupt();
            throw new LocalFailure("interrupted", e);
        }
    }
}
