package org.duban.task.comment;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** What is said about a task, who is addressed by it, and who watches the task (behaviours.md P12). */
@ServiceTest
class CommentFlowTest {

    private static final JsonMapper JSON = JsonMapper.builder().build();

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

    private final County qingshan = Api.county("青山县");
    private final County elsewhere = Api.county("临江县");
    private Api api;
    private Api.As supervisor;
    private UUID health;
    private UUID finance;
    private UUID stranger;
    private UUID task;

    @BeforeEach
    void aTaskOfTwoUnits() {
        jdbc.sql("""
                        truncate plan, plan_phase, task, task_unit, task_indicator, task_history, round, report, outbox,
                                 task_comment, task_watch
                        """).update();
        clock.set("2026-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        health = api.register(qingshan, "县卫生健康局").getFirst();
        finance = api.register(null, "市财政局").getFirst();
        stranger = api.register(elsewhere, "县教育局").getFirst();
        UUID plan = ledger.adopt(
                        new NewPlan(
                                "健康城市建设实施方案",
                                null,
                                null,
                                null,
                                "IMPLEMENTATION_PLAN",
                                Plan.Source.DOCUMENT,
                                null,
                                null,
                                25,
                                List.of()),
                        List.of(
                                new NewTask(
                                        1,
                                        "健全制度",
                                        "正文",
                                        LocalDate.of(2026, 12, 31),
                                        false,
                                        List.of(),
                                        List.of(health),
                                        List.of(finance),
                                        null),
                                new NewTask(
                                        2,
                                        "提升能力",
                                        "正文",
                                        LocalDate.of(2026, 12, 31),
                                        false,
                                        List.of(),
                                        List.of(health),
                                        List.of(),
                                        null)))
                .id();
        task = jdbc.sql("select id from task where plan_id = :plan and ordinal = 1")
                .param("plan", plan)
                .query(UUID.class)
                .single();
    }

    private Api.Answer write(Api.As who, Map<String, Object> comment) {
        return who.post("/api/tasks/{id}/comments", null, comment, task);
    }

    private List<JsonNode> told(String type) {
        return jdbc.sql("select payload from outbox where type = :type order by id")
                .param("type", "duban.task." + type + ".v1")
                .query((row, n) -> JSON.readTree(new String(row.getBytes("payload"), StandardCharsets.UTF_8)))
                .list();
    }

    private List<String> watchers(JsonNode event) {
        return Api.list(event.path("watchers")).stream()
                .map(watcher -> watcher.path("unitId").isString()
                        ? watcher.path("unitId").asString()
                        : "staff")
                .toList();
    }

    @Test
    void whoeverSeesTheTaskReadsWhatIsSaidAndWhoIsMentionedIsTold() {
        var written =
                write(supervisor, Map.of("text", " 请对照第三项要求补充制度文本。 ", "units", List.of(health), "supervisors", true));
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.location()).isEqualTo("/api/comments/" + written.id());
        assertThat(written.text("words")).isEqualTo("请对照第三项要求补充制度文本。");

        for (Api.As reader : List.of(
                supervisor,
                api.as("CONVENER", null, null),
                api.liaison(finance),
                api.as("COUNTY_OFFICE", health, qingshan.id()))) {
            var read = reader.get("/api/tasks/{id}/comments", task).items();
            assertThat(read).hasSize(1);
            assertThat(read.getFirst().path("units").path(0).path("shortName").asString())
                    .isEqualTo("县卫生健康局");
        }
        assertThat(told("comment-written")).singleElement().satisfies(event -> {
            assertThat(event.path("taskTitle").asString()).isEqualTo("健全制度");
            assertThat(Api.strings(event.path("units"))).containsExactly(health.toString());
            assertThat(event.path("supervisors").asBoolean()).isTrue();
            assertThat(event.path("author").path("name").asString()).isEqualTo("测试·SUPERVISOR");
        });
    }

    @Test
    void aUnitThatDoesNotSeeTheTaskCannotBeMentioned() {
        var refused = write(supervisor, Map.of("text", "请教育部门配合。", "units", List.of(stranger)));
        assertThat(refused.status()).isEqualTo(422);
        assertThat(refused.text("type")).isEqualTo("urn:duban:problem:unit-does-not-see-task");
        assertThat(refused.text("detail")).contains("未承担这项任务");
        assertThat(supervisor.get("/api/tasks/{id}/comments", task).items()).isEmpty();
        assertThat(told("comment-written")).isEmpty();
    }

    /** behaviours.md P21 */
    @Test
    void strangersNeitherReadNorWriteNorWithdraw() {
        UUID comment = write(supervisor, Map.of("text", "请补充。")).id();
        for (Api.As who : List.of(
                api.liaison(stranger),
                api.as("COUNTY_OFFICE", stranger, elsewhere.id()),
                api.as("SUPERVISOR", null, elsewhere.id()))) {
            assertThat(who.get("/api/tasks/{id}/comments", task).status()).isEqualTo(404);
            assertThat(write(who, Map.of("text", "我来说两句。")).status()).isEqualTo(404);
            assertThat(who.get("/api/comments/{id}", comment).status()).isEqualTo(404);
            assertThat(who.post("/api/comments/{id}/withdrawal", null, null, comment)
                            .status())
                    .isEqualTo(404);
            assertThat(who.put("/api/tasks/{id}/watch", null, Api.nothing(), task)
                            .status())
                    .isEqualTo(404);
        }
        assertThat(write(api.as("ADMIN", null, null), Map.of("text", "请补充。")).status())
                .isEqualTo(403);
        assertThat(write(supervisor, Map.of("text", "补".repeat(1001))).status()).isEqualTo(400);
        assertThat(write(supervisor, Map.of("text", "  ")).status()).isEqualTo(400);
    }

    @Test
    void itsAuthorTakesItBackWithinADayAndItStaysAsWithdrawn() {
        var liaison = api.liaison(finance);
        UUID comment =
                write(liaison, Map.of("text", "发错了。", "units", List.of(health))).id();
        assertThat(supervisor
                        .post("/api/comments/{id}/withdrawal", null, null, comment)
                        .status())
                .isEqualTo(403);
        clock.set("2026-03-14T08:59");
        var withdrawn = liaison.post("/api/comments/{id}/withdrawal", null, null, comment);
        assertThat(withdrawn.status()).isEqualTo(200);
        var read = supervisor.get("/api/tasks/{id}/comments", task).items().getFirst();
        assertThat(read.path("words").isNull()).isTrue();
        assertThat(read.path("units")).isEmpty();
        assertThat(read.path("withdrawnAt").asString()).startsWith("2026-03-14T08:59");
        assertThat(told("comment-withdrawn")).hasSize(1);
        assertThat(liaison.post("/api/comments/{id}/withdrawal", null, null, comment)
                        .status())
                .isEqualTo(409);

        UUID late = write(liaison, Map.of("text", "又一条。")).id();
        clock.set("2026-03-15T09:30");
        assertThat(liaison.get("/api/comments/{id}", late)
                        .body()
                        .path("withdrawable")
                        .asBoolean())
                .isFalse();
        assertThat(liaison.post("/api/comments/{id}/withdrawal", null, null, late)
                        .status())
                .isEqualTo(409);
    }

    @Test
    void theyAreReadPageByPageTheNewestFirst() {
        for (int i = 1; i <= 5; i++) {
            write(supervisor, Map.of("text", "第" + i + "条"));
        }
        var first = supervisor.get("/api/tasks/{id}/comments?limit=2", task);
        assertThat(words(first)).containsExactly("第5条", "第4条");
        var second = supervisor.get("/api/tasks/{id}/comments?limit=2&cursor={cursor}", task, first.text("next"));
        assertThat(words(second)).containsExactly("第3条", "第2条");
        var third = supervisor.get("/api/tasks/{id}/comments?limit=2&cursor={cursor}", task, second.text("next"));
        assertThat(words(third)).containsExactly("第1条");
        assertThat(third.body().path("next").isNull()).isTrue();
    }

    private static List<String> words(Api.Answer page) {
        return page.items().stream().map(one -> one.path("words").asString()).toList();
    }

    @Test
    void aCommentNamesTheReportItIsAbout() {
        supervisor.post("/api/rounds", null, Map.of("planId", planOf(task), "period", "2026-03"));
        UUID report = reportOn(task, health);
        var written = write(supervisor, Map.of("text", "数据与台账不符。", "reportId", report, "units", List.of(health)));
        assertThat(written.status()).isEqualTo(201);
        assertThat(written.body().path("report").path("period").asString()).isEqualTo("2026-03");
        assertThat(written.body().path("report").path("readable").asBoolean()).isTrue();
        write(supervisor, Map.of("text", "任务本身的意见。"));
        assertThat(words(supervisor.get("/api/tasks/{id}/comments?report={report}", task, report)))
                .containsExactly("数据与台账不符。");
        var ofFinance =
                api.liaison(finance).get("/api/tasks/{id}/comments", task).items();
        assertThat(ofFinance).hasSize(2);
        assertThat(ofFinance.getLast().path("report").path("readable").asBoolean())
                .as("another unit's report stays its own")
                .isFalse();
        assertThat(write(api.liaison(finance), Map.of("text", "请教。", "reportId", report))
                        .status())
                .isEqualTo(404);
        UUID other = jdbc.sql("select id from task where ordinal = 2")
                .query(UUID.class)
                .single();
        assertThat(write(supervisor, Map.of("text", "张冠李戴。", "reportId", reportOn(other, health)))
                        .status())
                .isEqualTo(422);
    }

    private UUID planOf(UUID task) {
        return jdbc.sql("select plan_id from task where id = :id")
                .param("id", task)
                .query(UUID.class)
                .single();
    }

    private UUID reportOn(UUID task, UUID unit) {
        return jdbc.sql("select id from report where task_id = :task and unit_id = :unit")
                .param("task", task)
                .param("unit", unit)
                .query(UUID.class)
                .single();
    }

    @Test
    void whoWatchesIsToldOfCommentsAndOfChangesOfStateAndFindsTheTaskAgain() {
        var liaison = api.liaison(health);
        assertThat(watching(liaison)).as("to lead is not to watch").isFalse();
        assertThat(watching(supervisor)).isFalse();
        assertThat(liaison.get("/api/tasks?watched=true").items()).isEmpty();
        liaison.put("/api/tasks/{id}/watch", null, Api.nothing(), task);
        var watched = supervisor.put("/api/tasks/{id}/watch", null, Api.nothing(), task);
        assertThat(watched.status()).isEqualTo(200);
        assertThat(watched.text("since")).startsWith("2026-03-13T09:00");
        assertThat(supervisor
                        .put("/api/tasks/{id}/watch", null, Api.nothing(), task)
                        .status())
                .as("twice is once")
                .isEqualTo(200);
        assertThat(titles(supervisor, "/api/tasks?watched=true")).containsExactly("健全制度");
        assertThat(supervisor
                        .get("/api/tasks/groups?by=state&watched=true")
                        .items()
                        .getFirst()
                        .path("tasks")
                        .asInt())
                .isOne();
        assertThat(api.liaison(finance).get("/api/tasks?watched=true").items()).isEmpty();

        write(liaison, Map.of("text", "已补充。"));
        assertThat(watchers(told("comment-written").getLast()))
                .as("the author is not told")
                .containsExactly("staff");
        write(api.liaison(finance), Map.of("text", "收到。"));
        assertThat(watchers(told("comment-written").getLast())).containsExactlyInAnyOrder(health.toString(), "staff");

        liaison.post("/api/tasks/{id}/acknowledgement", etag(), null, task);
        assertThat(told("watched-task-moved")).singleElement().satisfies(moved -> {
            assertThat(moved.path("from").asString()).isEqualTo("ASSIGNED");
            assertThat(moved.path("to").asString()).isEqualTo("ACKNOWLEDGED");
            assertThat(watchers(moved)).as("who did it knows").containsExactly("staff");
        });
        assertThat(supervisor.delete("/api/tasks/{id}/watch", null, task).status())
                .isEqualTo(204);
        assertThat(watching(supervisor)).isFalse();
        assertThat(watching(liaison)).isTrue();
        supervisor.post("/api/tasks/{id}/suspension", etag(), Map.of("reason", "政策调整"), task);
        assertThat(watchers(told("watched-task-moved").getLast())).containsExactly(health.toString());
    }

    @Test
    void aUnitThatHasLeftTheTaskIsToldNoMore() {
        api.liaison(finance).put("/api/tasks/{id}/watch", null, Api.nothing(), task);
        jdbc.sql("delete from task_unit where task_id = :task and unit_id = :unit")
                .param("task", task)
                .param("unit", finance)
                .update();
        write(supervisor, Map.of("text", "分工有调整。"));
        assertThat(watchers(told("comment-written").getLast())).isEmpty();
        assertThat(api.liaison(finance).get("/api/tasks?watched=true").items()).isEmpty();
    }

    @Test
    void whoHasAnotherPostSinceWatchesWithTheSightOfThatOne() {
        supervisor.put("/api/tasks/{id}/watch", null, Api.nothing(), task);
        // the same account, a county's now
        var countys = api.as("SUPERVISOR", null, qingshan.id());
        assertThat(watching(countys)).isTrue();
        write(api.liaison(finance), Map.of("text", "收到。"));
        assertThat(told("comment-written").getLast().path("watchers"))
                .singleElement()
                .satisfies(watcher -> {
                    assertThat(watcher.path("unitId").isNull()).isTrue();
                    assertThat(watcher.path("countyId").asString())
                            .isEqualTo(qingshan.id().toString());
                });
        api.as("SUPERVISOR", null, elsewhere.id()).get("/api/tasks/{id}/watch", task);
        write(api.liaison(finance), Map.of("text", "再次收到。"));
        assertThat(told("comment-written").getLast().path("watchers"))
                .as("who does not see the task changes nothing")
                .hasSize(1);
    }

    @Test
    void aCountysOfficeWatchesForTheCountyAndHearsWithItsUnitWhereThatIsMentioned() {
        var office = api.as("COUNTY_OFFICE", health, qingshan.id());
        office.put("/api/tasks/{id}/watch", null, Api.nothing(), task);
        write(supervisor, Map.of("text", "请补充。"));
        assertThat(watchers(told("comment-written").getLast())).containsExactly("staff");
        write(supervisor, Map.of("text", "请补充。", "units", List.of(health)));
        assertThat(watchers(told("comment-written").getLast())).isEmpty();
    }

    private boolean watching(Api.As who) {
        return who.get("/api/tasks/{id}/watch", task).body().path("watching").asBoolean();
    }

    private static List<String> titles(Api.As who, String path) {
        return who.get(path).items().stream()
                .map(one -> one.path("title").asString())
                .toList();
    }

    private @Nullable String etag() {
        return supervisor.get("/api/tasks/{id}", task).etag();
    }
}
