package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Qualifier;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.web.bind.annotation.RequestMethod;
import org.springframework.web.servlet.mvc.method.annotation.RequestMappingHandlerMapping;

/** Whoever has no part in a task neither sees it nor acts on it, through whatever endpoint there is (behaviours.md P21). */
@ServiceTest
class TaskSightTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    @Qualifier("requestMappingHandlerMapping")
    RequestMappingHandlerMapping mappings;

    private record Endpoint(RequestMethod method, String path) {}

    private List<Endpoint> ofOneTask() {
        List<Endpoint> endpoints = new ArrayList<>();
        mappings.getHandlerMethods()
                .keySet()
                .forEach(mapping -> mapping.getPatternValues().stream()
                        .filter(path -> path.startsWith("/api/tasks/{id}"))
                        .forEach(path -> mapping.getMethodsCondition()
                                .getMethods()
                                .forEach(one -> endpoints.add(new Endpoint(one, path)))));
        return endpoints;
    }

    @Test
    void everyEndpointOfATaskIsClosedToStrangers() {
        clock.set("2026-03-13T09:00");
        Api api = new Api(mvc, directory);
        County county = Api.county("临江县");
        UUID own = api.register(county, "县卫生健康局").getFirst();
        County elsewhere = Api.county("安澜县");
        UUID other = api.register(elsewhere, "县财政局").getFirst();
        Plan plan = ledger.adopt(
                new NewPlan("方案", null, null, null, "LEDGER", Plan.Source.LEDGER, null, county.id(), 25, List.of()),
                List.of(new NewTask(
                        1, "任务", "任务。", LocalDate.of(2026, 6, 30), false, List.of(), List.of(own), List.of(), null)));
        UUID task = jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", plan.id())
                .query(UUID.class)
                .single();
        // All that any of them asks for.
        Map<String, Object> body = Map.of(
                "reason",
                "理由",
                "text",
                "请补充材料。",
                "statement",
                "完成",
                "wantedDay",
                "2026-09-30",
                "granted",
                true,
                "weight",
                1,
                "milestones",
                List.of(),
                "same",
                true,
                "task",
                Map.of("title", "改名", "text", "改名。", "leads", List.of(other)));
        List<Api.As> strangers = List.of(
                api.liaison(other),
                api.as("COUNTY_OFFICE", other, elsewhere.id()),
                api.as("SUPERVISOR", null, elsewhere.id()));
        List<Endpoint> endpoints = ofOneTask();
        assertThat(endpoints).hasSizeGreaterThan(15);
        for (Endpoint endpoint : endpoints) {
            for (Api.As stranger : strangers) {
                UUID some = UUID.randomUUID();
                int status = switch (endpoint.method) {
                    case GET -> stranger.get(endpoint.path, task).status();
                    case POST ->
                        endpoint.path.contains("{request}")
                                ? stranger.post(endpoint.path, "\"1\"", body, task, some)
                                        .status()
                                : stranger.post(endpoint.path, "\"1\"", body, task)
                                        .status();
                    case PUT ->
                        endpoint.path.contains("{other}")
                                ? stranger.put(endpoint.path, "\"1\"", body, task, some)
                                        .status()
                                : stranger.put(endpoint.path, "\"1\"", body, task)
                                        .status();
                    case DELETE -> stranger.delete(endpoint.path, "\"1\"", task).status();
                    default -> throw new IllegalStateException(endpoint.toString());
                };
                assertThat(status).as("%s", endpoint).isIn(403, 404);
            }
            if (endpoint.method == RequestMethod.GET) {
                assertThat(api.liaison(other).get(endpoint.path, task).status()).isEqualTo(404);
            }
        }
        assertThat(jdbc.sql("select version from task where id = :id")
                        .param("id", task)
                        .query(Long.class)
                        .single())
                .isEqualTo(1);
    }
}
