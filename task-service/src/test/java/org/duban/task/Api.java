package org.duban.task;

import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.multipart;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.request;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.duban.task.directory.Directory;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.mock.web.MockHttpServletResponse;
import org.springframework.mock.web.MockMultipartFile;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.test.web.servlet.request.AbstractMockHttpServletRequestBuilder;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** The service as its callers know it. */
public final class Api {
    private static final JsonMapper JSON = JsonMapper.builder().build();

    private final MockMvc mvc;
    private final Directory directory;

    public Api(MockMvc mvc, Directory directory) {
        this.mvc = mvc;
        this.directory = directory;
    }

    /** @param etag null where there is none */
    public record Answer(
            int status,
            JsonNode body,
            @Nullable String etag,
            @Nullable String location) {
        public String text(String field) {
            return body.path(field).asString();
        }

        public UUID id() {
            return UUID.fromString(text("id"));
        }

        public List<JsonNode> items() {
            return list(body.path("items"));
        }
    }

    public static List<JsonNode> list(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }

    public static List<String> strings(JsonNode array) {
        return list(array).stream().map(JsonNode::asString).toList();
    }

    /** How a plan reports: every month by the 25th, nobody signs, cooperating units do not report; with what is asked otherwise. */
    public static Map<String, Object> roundRules(Map<String, ?> otherwise) {
        Map<String, Object> rules = new HashMap<>(Map.of(
                "cadence",
                "MONTHLY",
                "weekday",
                5,
                "monthDay",
                25,
                "quarterDay",
                25,
                "onDayOff",
                "NEXT",
                "graceWorkingDays",
                10,
                "signOff",
                false,
                "cooperators",
                "NOT"));
        rules.putAll(otherwise);
        return rules;
    }

    /** Somebody with a token. */
    public final class As {
        private final String bearer;

        private As(String bearer) {
            this.bearer = bearer;
        }

        public Answer get(String path, Object... variables) {
            return send(request(HttpMethod.GET, path, variables));
        }

        public Answer post(String path, @Nullable String etag, @Nullable Object body, Object... variables) {
            return change(HttpMethod.POST, path, etag, body, variables);
        }

        /** With a key under which it may be sent again. */
        public Answer postOnce(String path, String key, Object body) {
            return once(HttpMethod.POST, path, key, null, body);
        }

        /** As {@link #postOnce}, on what the caller has read. */
        public Answer once(HttpMethod method, String path, String key, @Nullable String etag, Object body) {
            var call = request(method, path).header("Idempotency-Key", key);
            if (etag != null) {
                call.header(HttpHeaders.IF_MATCH, etag);
            }
            return send(call.contentType(MediaType.APPLICATION_JSON).content(JSON.writeValueAsString(body)));
        }

        public Answer patch(String path, @Nullable String etag, Object body, Object... variables) {
            return change(HttpMethod.PATCH, path, etag, body, variables);
        }

        public Answer put(String path, @Nullable String etag, Object body, Object... variables) {
            return change(HttpMethod.PUT, path, etag, body, variables);
        }

        public Answer delete(String path, @Nullable String etag, Object... variables) {
            return change(HttpMethod.DELETE, path, etag, null, variables);
        }

        public Answer upload(String fileName, byte[] content) {
            return send(multipart("/api/plan-readings")
                    .file(new MockMultipartFile("file", fileName, MediaType.APPLICATION_OCTET_STREAM_VALUE, content)));
        }

        public Answer upload(String fileName, String text) {
            return upload(fileName, text.getBytes(StandardCharsets.UTF_8));
        }

        private Answer change(
                HttpMethod method, String path, @Nullable String etag, @Nullable Object body, Object... variables) {
            var call = request(method, path, variables);
            if (etag != null) {
                call.header(HttpHeaders.IF_MATCH, etag);
            }
            if (body != null) {
                call.contentType(MediaType.APPLICATION_JSON)
                        .content(body instanceof String raw ? raw : JSON.writeValueAsString(body));
            }
            return send(call);
        }

        private Answer send(AbstractMockHttpServletRequestBuilder<?> call) {
            try {
                MockHttpServletResponse answer = mvc.perform(call.header(HttpHeaders.AUTHORIZATION, bearer))
                        .andReturn()
                        .getResponse();
                String body = answer.getContentAsString(StandardCharsets.UTF_8);
                return new Answer(
                        answer.getStatus(),
                        JSON.readTree(body.isEmpty() ? "null" : body),
                        answer.getHeader(HttpHeaders.ETAG),
                        answer.getHeader(HttpHeaders.LOCATION));
            } catch (Exception failed) {
                throw new IllegalStateException(failed);
            }
        }
    }

    public As as(String role, @Nullable UUID unit, @Nullable UUID county, String... scopes) {
        return new As(Tokens.bearer(role, unit, county, scopes));
    }

    public As supervisor() {
        return as("SUPERVISOR", null, null);
    }

    public As liaison(UUID unit) {
        return as("LIAISON", unit, null);
    }

    /** Registers units of a county, or of the city where it is null; gives their ids in order. */
    public List<UUID> register(@Nullable County county, String... shortNames) {
        return Arrays.stream(shortNames)
                .map(name -> {
                    UUID id = UUID.randomUUID();
                    directory.hears(new UnitRegistered(new UnitState(
                            id,
                            county == null ? name : county.name() + name.replaceFirst("^[县区旗]", ""),
                            name,
                            List.of(),
                            county == null ? Level.CITY : Level.COUNTY,
                            county,
                            1)));
                    return id;
                })
                .toList();
    }

    public static County county(String name) {
        return new DirectoryEvent.County(UUID.randomUUID(), name);
    }

    /** A plan of one county: each task is led by one unit, with others cooperating. */
    public static String document(String countyName, String... tasks) {
        StringBuilder text = new StringBuilder("""
                %s人民政府办公室
                关于印发%s基层中医药服务能力提升实施方案的通知

                各有关单位：

                现将方案印发给你们，请认真贯彻执行。

                %s人民政府办公室
                2026年3月13日

                %s基层中医药服务能力提升实施方案

                一、重点任务

                """.formatted(countyName, countyName, countyName, countyName));
        String[] numbers = {"一", "二", "三", "四", "五", "六", "七", "八"};
        for (int i = 0; i < tasks.length; i++) {
            text.append("（").append(numbers[i]).append("）").append(tasks[i]).append("\n\n");
        }
        return text.append("""
                        二、实施步骤

                        （一）启动阶段（2026年3月—2026年5月）。制定方案，明确分工。

                        （二）实施阶段（2026年6月—2026年12月）。全面推进各项任务。
                        """).toString();
    }

    public static Map<String, Object> nothing() {
        return Map.of();
    }
}
