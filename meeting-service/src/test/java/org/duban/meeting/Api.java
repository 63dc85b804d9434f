package org.duban.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.UUID;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.MockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One caller's view of the service: says what came back, and what it should have been. */
public record Api(MockMvc mvc, String bearer) {

    private static final JsonMapper JSON = JsonMapper.shared();

    public record Reply(int status, JsonNode body, MockHttpServletResponse response) {

        public Reply is(int expected) {
            assertThat(status).as(() -> body.toPrettyString()).isEqualTo(expected);
            return this;
        }

        /** A refusal with its stable type. */
        public Reply refuses(int expected, String code) {
            is(expected);
            assertThat(body.path("type").asString()).isEqualTo("urn:duban:problem:" + code);
            assertThat(body.path("detail").asString()).isNotBlank();
            return this;
        }

        public UUID id() {
            return UUID.fromString(body.path("id").asString());
        }

        public String etag() {
            return response.getHeader(HttpHeaders.ETAG);
        }
    }

    public Reply get(String path) {
        return send(request(HttpMethod.GET, path));
    }

    public Reply post(String path, Object body, String... headers) {
        return send(with(request(HttpMethod.POST, path), body, headers));
    }

    public Reply put(String path, Object body, String... headers) {
        return send(with(request(HttpMethod.PUT, path), body, headers));
    }

    public Reply patch(String path, Object body, String... headers) {
        return send(with(request(HttpMethod.PATCH, path), body, headers));
    }

    public Reply delete(String path) {
        return send(request(HttpMethod.DELETE, path));
    }

    public Reply upload(String path, byte[] file, Map<String, String> fields, String... headers) {
        var upload = multipart(path).file(new MockMultipartFile("file", "名录.xlsx", null, file));
        fields.forEach(upload::param);
        for (int i = 0; i < headers.length; i += 2) {
            upload.header(headers[i], headers[i + 1]);
        }
        return answer(() -> mvc.perform(upload.header(HttpHeaders.AUTHORIZATION, bearer))
                .andReturn()
                .getResponse());
    }

    private static MockHttpServletRequestBuilder with(
            MockHttpServletRequestBuilder request, Object body, String... headers) {
        for (int i = 0; i < headers.length; i += 2) {
            request.header(headers[i], headers[i + 1]);
        }
        return body == null
                ? request
                : request.contentType(MediaType.APPLICATION_JSON)
                        .content(body instanceof String text ? text : JSON.writeValueAsString(body));
    }

    private Reply send(MockHttpServletRequestBuilder request) {
        return answer(() -> mvc.perform(request.header(HttpHeaders.AUTHORIZATION, bearer))
                .andReturn()
                .getResponse());
    }

    private interface Exchange {
        MockHttpServletResponse run() throws Exception;
    }

    private static Reply answer(Exchange exchange) {
        try {
            MockHttpServletResponse response = exchange.run();
            String type = response.getContentType();
            boolean json = type != null && type.contains("json");
            JsonNode body =
                    json ? JSON.readTree(response.getContentAsString(StandardCharsets.UTF_8)) : JSON.createObjectNode();
            return new Reply(response.getStatus(), body, response);
        } catch (Exception failed) {
            throw new IllegalStateException(failed);
        }
    }
}
