package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** What a group counts is what the ledger lists for its key. */
@ServiceTest
class TaskGroupsTest {
    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    Ledger ledger;

    private Api api;
    private final County county = Api.county("分组县");
    private List<UUID> units;
    private Plan plan;

    @BeforeEach
    void aPlan() {
        api = new Api(mvc, directory);
        clock.set("2026-03-13T09:00");
        units = api.register(county, "县卫生健康局", "县财政局", "县林业局");
        plan = ledger.adopt(
                new NewPlan(
                        "分组县实施方案",
                        null,
                        null,
                        null,
                        "IMPLEMENTATION_PLAN",
                        Plan.Source.DOCUMENT,
                        null,
                        county.id(),
                        25,
                        List.of()),
                List.of(
                        task(1, "2026-03-15", units.get(0)),
                        task(2, "2026-03-19", units.get(0), units.get(1)),
                        task(3, "2026-12-31", units.get(1)),
                        task(4, "2026-12-31", units.get(0))));
    }

    private static NewTask task(int ordinal, String dueOn, UUID... leads) {
        return new NewTask(
                ordinal,
                "任务" + ordinal,
                "内容",
                LocalDate.parse(dueOn),
                false,
                List.of(),
                List.of(leads),
                List.of(),
                null);
    }

    private List<JsonNode> groups(Api.As who, String by, String filter) {
        return who.get("/api/tasks/groups?by=" + by + "&county=" + county.id() + filter)
                .items();
    }

    @Test
    void everyGroupCountsWhatItsKeyLists() {
        for (var by : List.of("UNIT", "SOURCE", "LIGHT", "STATE", "KIND")) {
            var groups = groups(api.supervisor(), by, "");
            assertThat(groups).as(by).isNotEmpty();
            for (var group : groups) {
                String parameter = switch (by) {
                    case "UNIT" -> "part=LEAD&unit";
                    case "SOURCE" -> "plan";
                    default -> by.toLowerCase(Locale.ROOT);
                };
                var listed = api.supervisor()
                        .get("/api/tasks?county=" + county.id() + "&" + parameter + "="
                                + group.path("key").asString())
                        .items();
                assertThat(listed)
                        .as("%s %s", by, group)
                        .hasSize(group.path("tasks").asInt());
            }
        }
    }

    @Test
    void aTaskOfSeveralLeadsStandsInEachOnesGroup() {
        assertThat(groups(api.supervisor(), "UNIT", ""))
                .extracting(
                        group -> group.path("words").asString(),
                        group -> group.path("tasks").asInt())
                .containsExactly(tuple("县卫生健康局", 3), tuple("县财政局", 2));
    }

    @Test
    void lightsComeGravestFirst_andFiltersNarrowThem() {
        assertThat(groups(api.supervisor(), "LIGHT", ""))
                .extracting(group -> group.path("key").asString())
                .containsExactly("YELLOW", "BLUE", "GREEN");
        assertThat(groups(api.supervisor(), "LIGHT", "&light=BLUE,GREEN"))
                .extracting(
                        group -> group.path("key").asString(),
                        group -> group.path("tasks").asInt())
                .containsExactly(tuple("BLUE", 1), tuple("GREEN", 2));
    }

    @Test
    void aUnitsGroupsCountItsOwnTasksOnly() {
        assertThat(groups(api.liaison(units.get(1)), "SOURCE", ""))
                .singleElement()
                .satisfies(group -> {
                    assertThat(group.path("key").asString()).isEqualTo(plan.id().toString());
                    assertThat(group.path("words").asString()).isEqualTo("分组县实施方案");
                    assertThat(group.path("tasks").asInt()).isEqualTo(2);
                });
        assertThat(groups(api.liaison(units.get(2)), "SOURCE", "")).isEmpty();
    }

    @Test
    void whatItIsNotGroupedByIsRefused() {
        assertThat(api.supervisor().get("/api/tasks/groups?by=COLOUR").status()).isEqualTo(400);
        assertThat(api.supervisor().get("/api/tasks/groups").status()).isEqualTo(400);
    }

    @Test
    void everyFieldOfATaskTellsWhatItWas() {
        var supervisor = api.supervisor();
        var id = supervisor
                .get("/api/tasks?plan={plan}", plan.id())
                .items()
                .getFirst()
                .path("id")
                .asString();
        assertThat(supervisor.get("/api/tasks/{id}/fields", id).items()).isEmpty();
        var task = supervisor.get("/api/tasks/{id}", id);
        api.liaison(units.get(0)).post("/api/tasks/{id}/acknowledgement", task.etag(), null, id);
        assertThat(supervisor.get("/api/tasks/{id}/fields", id).items())
                .singleElement()
                .satisfies(field -> {
                    assertThat(field.path("field").asString()).isEqualTo("state");
                    assertThat(field.path("changes").get(0).path("from").asString())
                            .isEqualTo("ASSIGNED");
                    assertThat(field.path("changes").get(0).path("to").asString())
                            .isEqualTo("ACKNOWLEDGED");
                });
        assertThat(api.liaison(units.get(2)).get("/api/tasks/{id}/fields", id).status())
                .isEqualTo(404);
    }
}
