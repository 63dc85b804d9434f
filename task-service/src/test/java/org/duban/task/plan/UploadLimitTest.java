package org.duban.task.plan;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.springframework.boot.test.web.server.LocalServerPort;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Uploads through the real server, which counts bytes before anything of the service sees them. */
@ServiceTest
class UploadLimitTest {
    private static final int MEGABYTE = 1 << 20;

    @LocalServerPort
    int port;

    @Test
    void aFileOfFiftyMegabytesIsTooLarge() throws Exception {
        HttpResponse<String> answer = upload("file", 50 * MEGABYTE);
        assertThat(answer.statusCode()).isEqualTo(413);
        assertProblemInChinese(answer);
    }

    @Test
    void anUploadWithoutItsFileIsABadRequest() throws Exception {
        HttpResponse<String> answer = upload("picture", 10);
        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblemInChinese(answer);
    }

    @Test
    void aBrokenUploadIsABadRequest() throws Exception {
        HttpResponse<String> answer = send(request("x").POST(BodyPublishers.ofString("no parts at all")));
        assertThat(answer.statusCode()).isEqualTo(400);
        assertProblemInChinese(answer);
    }

    private static void assertProblemInChinese(HttpResponse<String> answer) {
        assertThat(answer.headers().firstValue("content-type"))
                .hasValueSatisfying(type -> assertThat(type).startsWith("application/problem+json"));
        JsonNode problem = JsonMapper.builder().build().readTree(answer.body());
        assertThat(problem.path("detail").asString()).matches("(?s).*\\p{IsHan}.*");
        assertThat(problem.path("traceId").asString()).isNotEmpty();
    }

    private HttpResponse<String> upload(String part, int size) throws Exception {
        byte[] head = ("--x\r\nContent-Disposition: form-data; name=\"" + part
                        + "\"; filename=\"plan.txt\"\r\nContent-Type: text/plain\r\n\r\n")
                .getBytes(StandardCharsets.UTF_8);
        byte[] content = new byte[size];
        Arrays.fill(content, (byte) 'a');
        byte[] tail = "\r\n--x--\r\n".getBytes(StandardCharsets.UTF_8);
        return send(request("x").POST(BodyPublishers.ofByteArrays(java.util.List.of(head, content, tail))));
    }

    private HttpRequest.Builder request(String boundary) {
        return HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/plan-readings"))
                .version(HttpClient.Version.HTTP_1_1)
                .header("Authorization", Tokens.bearer("SUPERVISOR", null, null))
                .header("Content-Type", "multipart/form-data; boundary=" + boundary);
    }

    private static HttpResponse<String> send(HttpRequest.Builder request) throws Exception {
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request.build(), BodyHandlers.ofString());
        }
    }
}
