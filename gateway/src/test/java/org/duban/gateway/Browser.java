package org.duban.gateway;

import java.io.IOException;
import java.net.CookieManager;
import java.net.CookiePolicy;
import java.net.HttpCookie;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.util.Optional;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Somebody in front of the page: keeps cookies, and sends the CSRF token back as the page does. */
public final class Browser {

    public record Answer(int status, JsonNode body, HttpResponse<String> raw) {

        public String header(String name) {
            return raw.headers().firstValue(name).orElse("");
        }

        /** The problem's stable code. */
        public String code() {
            return body.path("type").asString("").replace("urn:duban:problem:", "");
        }
    }

    private static final JsonMapper JSON = new JsonMapper();

    private final String address;
    private final CookieManager cookies = new CookieManager(null, CookiePolicy.ACCEPT_ALL);
    private final HttpClient http = HttpClient.newBuilder()
            .version(HttpClient.Version.HTTP_1_1)
            .cookieHandler(cookies)
            .build();

    public Browser(int port) {
        this.address = "http://127.0.0.1:" + port;
    }

    public Answer signIn(String username, String password) {
        return send("POST", "/api/session", json("username", username, "password", password));
    }

    public Answer get(String path) {
        return send("GET", path, null);
    }

    public Answer send(String method, String path, String body, String... headers) {
        var request = request(method, path, body, headers);
        cookie("XSRF-TOKEN").ifPresent(token -> request.header("X-XSRF-TOKEN", token));
        return exchange(request);
    }

    public Answer sendWithoutCsrf(String method, String path, String body) {
        return exchange(request(method, path, body));
    }

    public Answer form(String path, String form, String... headers) {
        var request = HttpRequest.newBuilder(at(path))
                .POST(BodyPublishers.ofString(form))
                .header("Content-Type", "application/x-www-form-urlencoded");
        return exchange(headers.length == 0 ? request : request.headers(headers));
    }

    public Optional<String> cookie(String name) {
        return cookies.getCookieStore().getCookies().stream()
                .filter(cookie -> cookie.getName().equals(name))
                .map(HttpCookie::getValue)
                .findFirst();
    }

    public void giveCookie(String name, String value) {
        var cookie = new HttpCookie(name, value);
        cookie.setPath("/");
        cookie.setDomain("127.0.0.1");
        cookie.setVersion(0);
        cookies.getCookieStore().add(URI.create(address), cookie);
    }

    public HttpClient http() {
        return http;
    }

    public URI at(String path) {
        return URI.create(address + path);
    }

    public static String json(Object... namesAndValues) {
        var object = JSON.createObjectNode();
        for (int i = 0; i < namesAndValues.length; i += 2) {
            object.putPOJO(namesAndValues[i].toString(), namesAndValues[i + 1]);
        }
        return JSON.writeValueAsString(object);
    }

    private HttpRequest.Builder request(String method, String path, String body, String... headers) {
        var request = HttpRequest.newBuilder(at(path))
                .method(method, body == null ? BodyPublishers.noBody() : BodyPublishers.ofString(body));
        if (body != null) {
            request.header("Content-Type", "application/json");
        }
        if (headers.length > 0) {
            request.headers(headers);
        }
        return request;
    }

    private Answer exchange(HttpRequest.Builder request) {
        try {
            var answer = http.send(request.build(), BodyHandlers.ofString());
            String type = answer.headers().firstValue("Content-Type").orElse("");
            JsonNode body = type.contains("json") && !answer.body().isBlank()
                    ? JSON.readTree(answer.body())
                    : JSON.createObjectNode();
            return new Answer(answer.statusCode(), body, answer);
        } catch (IOException failure) {
            throw new AssertionError(failure);
        } catch (InterruptedException interrupted) {
            Thread.currentThread().interrupt();
            throw new AssertionError(interrupted);
        }
    }
}
