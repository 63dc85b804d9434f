package org.duban.task.sheet;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.UUID;
import org.duban.task.Api;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import org.springframework.web.util.UriComponentsBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Calls about workbooks, with bytes in and out. */
final class SheetCalls {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final @Nullable String key;

    SheetCalls(MockMvc mvc) {
        this(mvc, null);
    }

    private SheetCalls(MockMvc mvc, @Nullable String key) {
        this.mvc = mvc;
        this.key = key;
    }

    SheetCalls once(String key) {
        return new SheetCalls(mvc, key);
    }

    record Answer(int status, JsonNode body, @Nullable String etag) {
        String path() {
            return "/api/ledger-imports/" + body.path("id").asString();
        }

        List<JsonNode> items() {
            return Api.list(body.path("items"));
        }
    }

    Answer upload(String bearer, String name, byte[] content, @Nullable UUID county) {
        var call = multipart("/api/ledger-imports")
                .file(new MockMultipartFile("file", name, MediaType.APPLICATION_OCTET_STREAM_VALUE, content));
        if (county != null) {
            call.queryParam("countyId", county.toString());
        }
        return answer(send(bearer, call));
    }

    Answer get(String bearer, String path) {
        return answer(send(bearer, request(HttpMethod.GET, uri(path))));
    }

    byte[] bytes(String bearer, String path) {
        MockHttpServletResponse answer = send(bearer, request(HttpMethod.GET, uri(path)));
        if (answer.getStatus() != 200) {
            throw new AssertionError(path + " " + answer.getStatus());
        }
        return answer.getContentAsByteArray();
    }

    private static URI uri(String path) {
        return UriComponentsBuilder.fromUriString(path).build().encode().toUri();
    }

    Answer adopt(String bearer, Answer opened, Object body) {
        return change(bearer, HttpMethod.POST, opened.path() + "/adoption", opened.etag(), body);
    }

    Answer patch(String bearer, String path, @Nullable String etag, Object body) {
        return change(bearer, HttpMethod.PATCH, path, etag, body);
    }

    Answer put(String bearer, String path, Object body) {
        return change(bearer, HttpMethod.PUT, path, null, body);
    }

    int delete(String bearer, String path, @Nullable String etag) {
        return change(bearer, HttpMethod.DELETE, path, etag, java.util.Map.of()).status();
    }

    private Answer change(String bearer, HttpMethod method, String path, @Nullable String etag, Object body) {
        var call = request(method, URI.create(path))
                .contentType(MediaType.APPLICATION_JSON)
                .content(JSON.writeValueAsString(body));
        if (etag != null) {
            call.header(HttpHeaders.IF_MATCH, etag);
        }
        return answer(send(bearer, call));
    }

    private MockHttpServletResponse send(String bearer, AbstractMockHttpServletRequestBuilder<?> call) {
        try {
            if (key != null) {
                call.header("Idempotency-Key", key);
            }
            return mvc.perform(call.header(HttpHeaders.AUTHORIZATION, bearer))
                    .andReturn()
                    .getResponse();
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }

    private static Answer answer(MockHttpServletResponse answer) {
        String type = answer.getContentType();
        String body = type == null || !type.contains("json")
                ? "null"
                : new String(answer.getContentAsByteArray(), StandardCharsets.UTF_8);
        return new Answer(
                answer.getStatus(), JSON.readTree(body.isEmpty() ? "null" : body), answer.getHeader(HttpHeaders.ETAG));
    }
}
