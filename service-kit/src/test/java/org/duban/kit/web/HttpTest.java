package org.duban.kit.web;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.not;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.delete;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.put;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.content;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.header;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import java.io.InputStream;
import java.net.Socket;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;
import org.duban.kit.id.Ids;
import org.duban.kit.sample.SampleTest;
import org.duban.kit.sample.web.SampleController;
import org.duban.kit.test.Tokens;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;
import org.springframework.http.MediaType;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.MvcResult;
import org.springframework.test.web.servlet.ResultActions;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;

@SampleTest
class HttpTest {

    private static final String SUPERVISOR = Tokens.bearer("SUPERVISOR", Ids.next(), null);

    @Autowired
    MockMvc mvc;

    @Autowired
    JdbcClient jdbc;

    @LocalServerPort
    int port;

    @Test
    void nobodyGetsInWithoutToken() throws Exception {
        mvc.perform(get("/api/notes"))
                .andExpect(status().isUnauthorized())
                .andExpect(content().contentTypeCompatibleWith("application/problem+json"))
                .andExpect(jsonPath("$.type").value("urn:duban:problem:not-signed-in"))
                .andExpect(jsonPath("$.detail").value(containsString("登录")))
                .andExpect(jsonPath("$.instance").value("/api/notes"))
                .andExpect(jsonPath("$.traceId").isNotEmpty());
        mvc.perform(get("/api/notes").header("Authorization", "Bearer forged")).andExpect(status().isUnauthorized());
    }

    @Test
    void roleAndScopeAreBothNeeded() throws Exception {
        mvc.perform(get("/api/notes/staff").header("Authorization", SUPERVISOR)).andExpect(status().isOk());
        mvc.perform(get("/api/notes/staff")
                        .header("Authorization", Tokens.bearer("SUPERVISOR", Ids.next(), null, "ledger:read")))
                .andExpect(status().isForbidden())
                .andExpect(jsonPath("$.detail").value("您的岗位没有办理此事项的权限"));
        mvc.perform(get("/api/notes/staff")
                        .header("Authorization", Tokens.bearer("LIAISON", Ids.next(), null, "ledger:write")))
                .andExpect(status().isForbidden());
    }

    @Test
    void controllerIsHandedItsCallerAndTimesLeaveWithChinasOffset() throws Exception {
        call(get("/api/notes/me"))
                .andExpect(jsonPath("$.subject").isNotEmpty())
                .andExpect(jsonPath("$.at").value("2026-11-25T08:30:00+08:00"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            {                                           | malformed-body
            {"words":"x","day":"25.11.2026"}            | invalid-request
            {"words":" "}                               | invalid-request
            {"words":"x","lines":[{"number":1},{"number":99}]} | invalid-request
            [1]                                         | malformed-body
            ''                                          | malformed-body
            """)
    void unreadableOrInvalidBodyIsBadRequest(String body, String code) throws Exception {
        call(post("/api/notes").contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.type").value("urn:duban:problem:" + code));
    }

    @Test
    void invalidFieldIsPointedAtInChinese() throws Exception {
        call(post("/api/notes")
                        .contentType(MediaType.APPLICATION_JSON)
                        .content("{\"words\":\"x\",\"lines\":[{\"number\":1},{\"number\":99}]}"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/lines/1/number"))
                .andExpect(jsonPath("$.errors[0].detail").value("最大不能超过9"));
        call(post("/api/notes").contentType(MediaType.APPLICATION_JSON).content("{\"words\":\"x\",\"day\":\"soon\"}"))
                .andExpect(jsonPath("$.errors[0].pointer").value("/day"));
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
        /api/notes      | {"words":"a\\u0000b"}          | /words
        /api/notes      | {"words":"a\\ud83d"}           | /words
        /api/notes/tree | {"a":[{"b":"c"},{"b":"\\u0000"}]} | /a/1/b
        """)
    void textThatNoDatabaseHoldsIsRefusedByItsField(String path, String body, String pointer) throws Exception {
        call(post(path).contentType(MediaType.APPLICATION_JSON).content(body))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.detail").value("含有无法保存的字符，请删去后重新提交"))
                .andExpect(jsonPath("$.errors[0].pointer").value(pointer));
    }

    @Test
    void parameterThatNoDatabaseHoldsIsRefusedByItsName() throws Exception {
        call(get(URI.create("/api/notes?cursor=%00")))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("cursor"));
        call(multipart("/api/notes/files")
                        .file(new MockMultipartFile("file", "a\0.txt", "text/plain", new byte[] {'x'})))
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.errors[0].pointer").value("file"));
    }

    @Test
    void signsBeyondTheBasicPlaneAreKept() throws Exception {
        String words = "𠮷😀" + Ids.next();
        write(words, null).andExpect(status().isCreated());
        assertThat(notes(words)).isOne();
    }

    @Test
    void whatIsNotThereOrNotTakenIsSaid() throws Exception {
        call(get("/api/nothing"))
                .andExpect(status().isNotFound())
                .andExpect(jsonPath("$.title").value("未找到"));
        call(delete("/api/notes")).andExpect(status().isMethodNotAllowed()).andExpect(header().exists("Allow"));
        call(post("/api/notes").contentType(MediaType.TEXT_XML).content("<x/>"))
                .andExpect(status().isUnsupportedMediaType());
        call(get("/api/notes").accept(MediaType.APPLICATION_PDF)).andExpect(status().isNotAcceptable());
        call(put("/api/notes/not-an-id")).andExpect(status().isBadRequest());
        call(multipart("/api/notes/files"))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value("file"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"/api/notes/broken", "/api/notes/sql"})
    void unexpectedFailureShowsNothingOfTheInside(String path) throws Exception {
        call(get(path))
                .andExpect(status().isInternalServerError())
                .andExpect(jsonPath("$.detail").value("系统出现意外，请稍后再试；如仍不行，请把追踪号告诉管理员"))
                .andExpect(content().string(not(containsString("select"))))
                .andExpect(content().string(not(containsString("duban.kit"))))
                .andExpect(content().string(not(containsString("Exception"))));
    }

    @Test
    void refusalKeepsItsCodeAndWords() throws Exception {
        write("refuse", null)
                .andExpect(status().isConflict())
                .andExpect(jsonPath("$.type").value("urn:duban:problem:note-refused"))
                .andExpect(jsonPath("$.detail").value("这样的内容不能记录"));
    }

    @Test
    void changeNeedsTheVersionThatWasSeen() throws Exception {
        String path = "/api/notes/" + Ids.next();
        call(put(path)).andExpect(status().isPreconditionRequired());
        call(put(path).header("If-Match", "\"6\"")).andExpect(status().isPreconditionFailed());
        call(put(path).header("If-Match", "W/\"7\""))
                .andExpect(status().isNoContent())
                .andExpect(header().string("ETag", "\"8\""));
    }

    @Test
    void listGoesOnWhereItsCursorSays() throws Exception {
        MvcResult first = call(get("/api/notes?limit=100"))
                .andExpect(jsonPath("$.items.length()").value(100))
                .andReturn();
        String link = first.getResponse().getHeader("Link");
        assertThat(link).endsWith("; rel=\"next\"").contains("limit=100").contains("cursor=");
        call(get(URI.create(link.substring(1, link.indexOf('>')))))
                .andExpect(jsonPath("$.items.length()").value(20))
                .andExpect(jsonPath("$.items[0]").value(101))
                .andExpect(jsonPath("$.next").doesNotExist())
                .andExpect(header().doesNotExist("Link"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"cursor=%25%25", "cursor=bm8", "cursor=PWFiYw", "limit=0", "limit=201", "limit=many"})
    void brokenCursorOrLimitIsBadRequest(String query) throws Exception {
        call(get(URI.create("/api/notes?" + query)))
                .andExpect(status().isBadRequest())
                .andExpect(jsonPath("$.errors[0].pointer").value(query.substring(0, query.indexOf('='))));
    }

    @Test
    void retriedRequestCountsOnceAndGetsTheFirstAnswer() throws Exception {
        String words = Ids.next().toString();
        MvcResult first =
                write(words, "k-" + words).andExpect(status().isCreated()).andReturn();
        MvcResult second = write(words, "k-" + words)
                .andExpect(status().isCreated())
                .andExpect(header().string("Idempotency-Replayed", "true"))
                .andReturn();

        assertThat(second.getResponse().getContentAsString())
                .isEqualTo(first.getResponse().getContentAsString());
        assertThat(second.getResponse().getHeader("Location"))
                .isEqualTo(first.getResponse().getHeader("Location"));
        assertThat(second.getResponse().getHeader("ETag")).isEqualTo("\"0\"");
        assertThat(notes(words)).isOne();
    }

    @Test
    void keyOfAnotherRequestIsRefused() throws Exception {
        String words = Ids.next().toString();
        write(words, words).andExpect(status().isCreated());
        write(words + "!", words)
                .andExpect(status().is(422))
                .andExpect(jsonPath("$.type").value("urn:duban:problem:idempotency-key-reused"));
        assertThat(notes(words + "!")).isZero();
    }

    @Test
    void keysOfTwoCallersAreTwoKeys() throws Exception {
        String words = Ids.next().toString();
        write(words, words).andExpect(status().isCreated());
        mvc.perform(note(words + "2", words).header("Authorization", Tokens.bearer("LIAISON", Ids.next(), null)))
                .andExpect(status().isCreated());
    }

    @Test
    void refusedRequestLeavesNothingAndMayBeSentAgain() throws Exception {
        String key = Ids.next().toString();
        write("refuse", key).andExpect(status().isConflict());
        assertThat(notes("refuse")).isZero();
        write(key, key).andExpect(status().isCreated());
        assertThat(notes(key)).isOne();
    }

    @Test
    void sameKeyWhileUnderWayIsConflict() throws Exception {
        String words = Ids.next().toString();
        SampleController.entered = new CountDownLatch(1);
        SampleController.gate = new CountDownLatch(1);
        try {
            CompletableFuture<Integer> first = CompletableFuture.supplyAsync(() -> {
                try {
                    return write(words, words).andReturn().getResponse().getStatus();
                } catch (Exception failed) {
                    throw new IllegalStateException(failed);
                }
            });
            assertThat(SampleController.entered.await(10, TimeUnit.SECONDS)).isTrue();
            write(words, words)
                    .andExpect(status().isConflict())
                    .andExpect(jsonPath("$.type").value("urn:duban:problem:request-under-way"));
            SampleController.gate.countDown();
            assertThat(first.join()).isEqualTo(201);
        } finally {
            SampleController.gate.countDown();
        }
        assertThat(notes(words)).isOne();
    }

    @Test
    void uploadIsTheSameWhateverItsBoundary() throws Exception {
        String name = Ids.next() + ".txt";
        MockMultipartFile file =
                new MockMultipartFile("file", name, "text/plain", "一".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> first = upload(name, "AaBb", "一");
        HttpResponse<String> second = upload(name, "CcDd", "一");
        HttpResponse<String> other = upload(name, "EeFf", "二");

        assertThat(first.statusCode()).as(first.body()).isEqualTo(200);
        assertThat(second.body()).isEqualTo(first.body());
        assertThat(other.statusCode()).isEqualTo(422);
        assertThat(file.getOriginalFilename()).isEqualTo(name);
        assertThat(notes(name)).isOne();
    }

    @Test
    void uploadThatIsTooLargeIsSaidToBe() throws Exception {
        HttpResponse<String> answer = upload("big.txt", "AaBb", "x".repeat(23 * 1024 * 1024));
        assertThat(answer.statusCode()).isEqualTo(413);
        assertThat(answer.body()).contains("超过大小限制");
    }

    @Test
    void whatTheServerRefusesItselfIsAProblemToo() throws Exception {
        try (Socket socket = new Socket("127.0.0.1", port);
                InputStream in = socket.getInputStream()) {
            socket.getOutputStream()
                    .write("GET /api/notes?q=a{b}|c HTTP/1.1\r\nHost: x\r\nConnection: close\r\n\r\n"
                            .getBytes(StandardCharsets.US_ASCII));
            String answer = new String(in.readAllBytes(), StandardCharsets.UTF_8);
            assertThat(answer)
                    .startsWith("HTTP/1.1 400")
                    .contains("application/problem+json")
                    .contains("请求有误");
        }
    }

    @ParameterizedTest
    @CsvSource(delimiter = '|', textBlock = """
            GET /api/notes?limit=%zz        |                                            |                 | 400
            GET /api/notes?limit=%ff        |                                            |                 | 400
            GET /api/notes/%00              |                                            |                 | 400
            GET /api/notes                  | Accept: nonsense                           |                 | 406
            GET /api/notes                  | Accept: a/b;q=x                            |                 | 406
            HEAD /api/notes                 |                                            |                 | 200
            OPTIONS /api/notes              |                                            |                 | 200
            POST /api/notes                 | Content-Type: nonsense                     | {"words":"x"}   | 415
            POST /api/notes                 | Content-Type: application/json;charset=zz  | {"words":"x"}   | 415
            POST /api/notes                 | Content-Type: application/json             | {"words":"\\u0000"} | 422
            POST /api/notes/files           | Content-Type: multipart/form-data          | x               | 400
            POST /api/notes/files           | Content-Type: multipart/form-data;boundary=B | --B~Content-Disposition: form-data; name="file"; filename="a"~~x | 400
            """)
    void whateverComesIsAnsweredWithItsStatus(String line, String header, String body, int status) throws Exception {
        for (String key : new String[] {"", "Idempotency-Key: " + Ids.next() + "\r\n"}) {
            String content = body == null ? "" : body.replace("~", "\r\n");
            String request = line + " HTTP/1.1\r\nHost: x\r\nConnection: close\r\nAuthorization: " + SUPERVISOR + "\r\n"
                    + key + (header == null ? "" : header + "\r\n") + "Content-Length: " + content.length() + "\r\n\r\n"
                    + content;
            try (Socket socket = new Socket("127.0.0.1", port);
                    InputStream in = socket.getInputStream()) {
                socket.getOutputStream().write(request.getBytes(StandardCharsets.UTF_8));
                assertThat(new String(in.readAllBytes(), StandardCharsets.UTF_8))
                        .as(line + " " + key)
                        .startsWith("HTTP/1.1 " + status);
            }
        }
    }

    @Test
    void apiDescribesItsProblems() throws Exception {
        mvc.perform(get("/v3/api-docs"))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.openapi").value("3.1.0"))
                .andExpect(jsonPath("$.components.schemas.Problem").exists())
                .andExpect(jsonPath("$.paths['/api/notes'].get.parameters.length()")
                        .value(2))
                .andExpect(
                        jsonPath("$.paths['/api/notes'].get.responses.default").exists())
                .andExpect(jsonPath("$.paths['/api/notes/me'].get.parameters").doesNotExist());
    }

    private HttpResponse<String> upload(String name, String boundary, String text) throws Exception {
        String body =
                "--%s\r\nContent-Disposition: form-data; name=\"file\"; filename=\"%s\"\r\nContent-Type: text/plain\r\n\r\n%s\r\n--%s--\r\n"
                        .formatted(boundary, name, text, boundary);
        HttpRequest request = HttpRequest.newBuilder(URI.create("http://127.0.0.1:" + port + "/api/notes/files"))
                .header("Authorization", SUPERVISOR)
                .header("Idempotency-Key", name)
                .header("Content-Type", "multipart/form-data; boundary=" + boundary)
                .POST(HttpRequest.BodyPublishers.ofString(body))
                .build();
        try (HttpClient client = HttpClient.newHttpClient()) {
            return client.send(request, HttpResponse.BodyHandlers.ofString());
        }
    }

    private ResultActions write(String words, String key) throws Exception {
        return call(note(words, key));
    }

    private static AbstractMockHttpServletRequestBuilder<?> note(String words, String key) {
        var request =
                post("/api/notes").contentType(MediaType.APPLICATION_JSON).content("{\"words\":\"" + words + "\"}");
        return key == null ? request : request.header("Idempotency-Key", key);
    }

    private ResultActions call(AbstractMockHttpServletRequestBuilder<?> request) throws Exception {
        return mvc.perform(request.header("Authorization", SUPERVISOR));
    }

    private long notes(String words) {
        return jdbc.sql("select count(*) from note where words = ?")
                .param(words)
                .query(Long.class)
                .single();
    }
}
