package org.duban.task.county;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.tuple;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.Collectors;
import org.assertj.core.groups.Tuple;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.Person;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.PostState;
import org.duban.meeting.contract.DirectoryEvent.PostVacated;
import org.duban.meeting.contract.DirectoryEvent.Role;
import org.duban.meeting.contract.DirectoryEvent.UnitRetired;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.LedgerEntries;
import org.duban.task.ledger.NewPlan;
import org.duban.task.ledger.NewTask;
import org.duban.task.ledger.Plan;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A city's tasks reach its counties, which decompose, report and add items of their own (behaviours.md D3, D6, D8). */
@ServiceTest
class CountyApiTest {
    private static final LocalDate MONDAY = LocalDate.of(2026, 3, 9);

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    Ledger ledger;

    @Autowired
    LedgerEntries entries;

    private final County river = Api.county("临江县");
    private final County cloud = Api.county("云山县");
    private Api api;
    private Api.As supervisor;
    private Api.As lead;
    private UUID cityHealth;
    private UUID riverOffice;
    private UUID riverClinic;
    private UUID cloudOffice;
    private Api.As software;
    private UUID plan;
    private UUID task;
    private UUID standing;

    @BeforeEach
    void aCityOfTwoCounties() {
        // Every county means these two: other tests have left theirs.
        jdbc.sql("delete from directory_unit where county_id is not null").update();
        clock.set("2026-03-13T09:00");
        api = new Api(mvc, directory);
        supervisor = api.supervisor();
        cityHealth = api.register(null, "市卫生健康委").getFirst();
        lead = api.liaison(cityHealth);
        riverOffice = api.register(river, "县卫生健康局").getFirst();
        riverClinic = api.register(river, "县中医院").getFirst();
        cloudOffice = api.register(cloud, "县卫生健康局").getFirst();
        office(riverOffice);
        office(cloudOffice);
        software = api.as("COUNTY_OFFICE", riverOffice, river.id(), "ledger:read", "report:write");
        plan = ledger.adopt(
                        new NewPlan("市实施方案", null, null, null, "LEDGER", Plan.Source.LEDGER, null, null, 25, List.of()),
                        List.of(task(1, "建成县域中医药中心", LocalDate.of(2026, 10, 31)), task(2, "长期开展巡诊", null)))
                .id();
        List<UUID> tasks = jdbc.sql("select id from task where plan_id = :plan order by ordinal")
                .param("plan", plan)
                .query(UUID.class)
                .list();
        task = tasks.get(0);
        standing = tasks.get(1);
    }

    private NewTask task(int ordinal, String title, @Nullable LocalDate dueOn) {
        return new NewTask(
                ordinal, title, title + "。", dueOn, dueOn == null, List.of(), List.of(cityHealth), List.of(), null);
    }

    private UUID office(UUID unit) {
        UUID post = UUID.randomUUID();
        directory.hears(new PostFilled(
                new PostState(post, unit, "县督导办主任", Role.COUNTY_OFFICE, 1),
                new Person(UUID.randomUUID(), "骆行舟", null, null),
                MONDAY));
        return post;
    }

    private Api.Answer cascade(Api.As who, UUID id, Map<String, ?> body) {
        return who.post(
                "/api/tasks/{id}/cascade", supervisor.get("/api/tasks/{id}", id).etag(), body, id);
    }

    private List<JsonNode> lines(Api.As who) {
        return who.get("/api/plans/{id}/county-tasks", plan).items();
    }

    private static JsonNode cell(JsonNode line, County county) {
        return Api.list(line.path("cells")).stream()
                .filter(cell ->
                        cell.path("county").asString().equals(county.id().toString()))
                .findFirst()
                .orElseThrow();
    }

    @Test
    void aCityTaskReachesEveryCountyInOneStep() {
        assertThat(Api.strings(supervisor.get("/api/tasks/{id}", task).body().path("allowed")))
                .contains("CASCADE");
        assertThat(Api.strings(lead.get("/api/tasks/{id}", task).body().path("allowed")))
                .contains("CASCADE");
        Api.Answer cascaded = cascade(supervisor, task, Map.of());
        assertThat(cascaded.status()).isEqualTo(200);
        List<JsonNode> pieces = Api.list(cascaded.body().path("pieces"));
        assertThat(pieces)
                .extracting(
                        piece -> piece.path("leads").get(0).path("countyName").asString())
                .containsExactly("临江县", "云山县");
        assertThat(pieces).allSatisfy(piece -> {
            assertThat(piece.path("dueOn").asString()).isEqualTo("2026-10-31");
            assertThat(piece.path("givenBy").path("id").asString()).isEqualTo(cityHealth.toString());
        });
        assertThat(cascade(supervisor, task, Map.of()).text("type")).isEqualTo("urn:duban:problem:cascaded-already");

        County hill = Api.county("青岭县");
        UUID hillHealth = api.register(hill, "县卫生健康局").getFirst();
        Api.Answer refused = cascade(supervisor, task, Map.of());
        assertThat(refused.text("type")).isEqualTo("urn:duban:problem:county-without-office");
        assertThat(refused.text("detail")).contains("青岭县").doesNotContain("临江县");
        assertThat(cascade(
                                supervisor,
                                task,
                                Map.of("counties", List.of(Map.of("county", hill.id(), "unit", riverClinic))))
                        .text("type"))
                .isEqualTo("urn:duban:problem:unit-not-of-county");
        assertThat(cascade(lead, task, Map.of("counties", List.of(Map.of("county", hill.id(), "unit", hillHealth))))
                        .body()
                        .path("pieces")
                        .size())
                .isEqualTo(3);
    }

    private static List<String> names(Api.Answer counties) {
        return counties.items().stream()
                .map(county -> county.path("name").asString())
                .toList();
    }

    @Test
    void whoMayCascadeIsTheSameAsWhoIsOfferedTheCounties() {
        County hill = Api.county("青岭县");
        api.register(hill, "县卫生健康局");
        String path = "/api/tasks/{id}/cascade";
        for (Api.As who : List.of(supervisor, lead)) {
            Api.Answer offered = who.get(path, task);
            assertThat(names(offered)).containsExactlyInAnyOrder("临江县", "云山县", "青岭县");
            assertThat(offered.items())
                    .allSatisfy(county -> assertThat(county.path("office").isNull())
                            .isEqualTo(county.path("name").asString().equals("青岭县")));
        }
        cascade(lead, task, Map.of("counties", List.of(Map.of("county", river.id()))));
        assertThat(names(lead.get(path, task))).containsExactlyInAnyOrder("云山县", "青岭县");

        UUID share = UUID.fromString(
                cell(lines(software).getFirst(), river).path("taskId").asString());
        assertThat(software.get(path, task).status()).isEqualTo(404);
        assertThat(software.get(path, share).text("type")).isEqualTo("urn:duban:problem:only-city-tasks");
        assertThat(api.as("SUPERVISOR", null, river.id()).get(path, share).status())
                .isEqualTo(403);
    }

    @Test
    void twoCascadesAtOnceGiveEachCountyOneShare() throws Exception {
        String etag = supervisor.get("/api/tasks/{id}", task).etag();
        List<Integer> answers = new ArrayList<>();
        try (var threads = Executors.newFixedThreadPool(2)) {
            for (Future<Api.Answer> one : threads.invokeAll(List.<Callable<Api.Answer>>of(
                    () -> supervisor.post("/api/tasks/{id}/cascade", etag, Map.of(), task),
                    () -> lead.post("/api/tasks/{id}/cascade", etag, Map.of(), task)))) {
                answers.add(one.get().status());
            }
        }
        assertThat(answers).containsExactlyInAnyOrder(200, 412);
        assertThat(supervisor.get("/api/tasks/{id}", task).body().path("pieces").size())
                .isEqualTo(2);
    }

    @Test
    void anOfficeThatIsVacantIsStillTheCountysOffice() {
        UUID post = office(riverOffice);
        directory.hears(new PostVacated(new PostState(post, riverOffice, "县督导办主任", Role.COUNTY_OFFICE, 2), MONDAY));
        assertThat(cascade(supervisor, task, Map.of("counties", List.of(Map.of("county", river.id()))))
                        .body()
                        .path("pieces")
                        .size())
                .isEqualTo(1);
    }

    @Test
    void whatNeverEndsNeverEndsInACountyEither() {
        JsonNode piece =
                cascade(supervisor, standing, Map.of()).body().path("pieces").get(0);
        assertThat(piece.path("kind").asString()).isEqualTo("STANDING");
        assertThat(piece.path("dueOn").isNull()).isTrue();
    }

    @Test
    void onlyTheCityCascadesAndOnlyItsOwnTasks() {
        assertThat(cascade(api.as("SUPERVISOR", null, river.id()), task, Map.of())
                        .status())
                .isEqualTo(404);
        cascade(supervisor, task, Map.of());
        UUID share = UUID.fromString(
                cell(lines(software).getFirst(), river).path("taskId").asString());
        assertThat(cascade(software, share, Map.of()).text("type")).isEqualTo("urn:duban:problem:only-city-tasks");
        UUID own = ledger.adopt(
                        new NewPlan(
                                "县实施方案",
                                null,
                                null,
                                null,
                                "LEDGER",
                                Plan.Source.LEDGER,
                                null,
                                river.id(),
                                25,
                                List.of()),
                        List.of(new NewTask(
                                1,
                                "县里的事",
                                "县里的事。",
                                LocalDate.of(2026, 6, 30),
                                false,
                                List.of(),
                                List.of(riverOffice),
                                List.of(),
                                null)))
                .id();
        UUID countys = jdbc.sql("select id from task where plan_id = :plan")
                .param("plan", own)
                .query(UUID.class)
                .single();
        assertThat(Api.strings(supervisor.get("/api/tasks/{id}", countys).body().path("allowed")))
                .doesNotContain("CASCADE");
        assertThat(cascade(supervisor, countys, Map.of()).text("type")).isEqualTo("urn:duban:problem:only-city-tasks");
    }

    /** What a county's own software does from the task's arrival to its report, each step sent twice (behaviours.md D8). */
    @Test
    void aCountysSoftwareDecomposesAndReportsAndTheCitySeesEachCountyAndTheWhole() {
        cascade(supervisor, task, Map.of());
        JsonNode given = software.get("/api/tasks?plan=" + plan).items().getFirst();
        UUID share = UUID.fromString(given.path("id").asString());
        String path = "/api/tasks/" + share;
        twice(path + "/acknowledgement", software.get(path).etag(), Map.of());
        JsonNode piece = twice(
                path + "/subtasks",
                software.get(path).etag(),
                Map.of("weight", 1, "task", Map.of("title", "改造门诊楼", "text", "改造门诊楼。", "leads", List.of(riverClinic))));
        assertThat(software.get(path).body().path("pieces").size()).isEqualTo(1);
        days.now();
        Api.As clinic = api.as("LIAISON", riverClinic, river.id());
        JsonNode report = clinic.get("/api/reports?unit=me&state=due").items().getFirst();
        assertThat(report.path("taskId").asString()).isEqualTo(piece.path("id").asString());
        assertThat(clinic.put(
                                "/api/reports/" + report.path("id").asString(),
                                "\"" + report.path("version").asLong() + "\"",
                                Map.of("progress", 60, "done", "主体完工", "problems", "", "next", "装修"))
                        .status())
                .isEqualTo(200);

        JsonNode line = lines(supervisor).getFirst();
        assertThat(line.path("title").asString()).isEqualTo("建成县域中医药中心");
        assertThat(line.path("progress").asInt()).isEqualTo(30);
        assertThat(lead.get("/api/tasks?unit=me&to-acknowledge=true").items())
                .as("begun by the counties, not yet signed for by the lead unit")
                .extracting(row -> row.path("id").asString())
                .contains(task.toString());
        assertThat(cell(line, river).path("progress").asInt()).isEqualTo(60);
        assertThat(cell(line, river).path("pieces").asInt()).isEqualTo(1);
        assertThat(cell(line, cloud).path("progress").asInt()).isZero();
        assertThat(cell(line, cloud).path("state").asString()).isEqualTo("ASSIGNED");
        assertThat(Api.list(
                        supervisor.get("/api/plans/{id}/counties", plan).body().path("items")))
                .extracting(
                        county -> county.path("name").asString(),
                        county -> county.path("tasks").asInt(),
                        county -> county.path("progress").asInt())
                .containsExactlyInAnyOrder(tuple("临江县", 1, 60), tuple("云山县", 1, 0));
    }

    private JsonNode twice(String path, String etag, Map<String, ?> body) {
        String key = UUID.randomUUID().toString();
        Api.Answer first = software.once(HttpMethod.POST, path, key, etag, body);
        assertThat(first.status()).as("%s", first.body()).isIn(200, 201);
        Api.Answer again = software.once(HttpMethod.POST, path, key, etag, body);
        assertThat(again.status()).isEqualTo(first.status());
        assertThat(again.body()).isEqualTo(first.body());
        return first.body();
    }

    @Test
    void aCountySeesItsOwnColumnOnly() {
        cascade(supervisor, task, Map.of());
        JsonNode line = lines(software).getFirst();
        assertThat(line.path("taskId").isNull()).isTrue();
        assertThat(line.path("title").asString()).isEqualTo("建成县域中医药中心");
        assertThat(Api.list(line.path("cells"))).hasSize(1);
        assertThat(Api.list(
                        software.get("/api/plans/{id}/counties", plan).body().path("items")))
                .extracting(county -> county.path("name").asString())
                .containsExactly("临江县");
        County elsewhere = Api.county("别处县");
        UUID stranger = api.register(elsewhere, "县财政局").getFirst();
        for (Api.As who : List.of(api.liaison(stranger), api.as("SUPERVISOR", null, elsewhere.id()))) {
            assertThat(who.get("/api/plans/{id}/counties", plan).status()).isEqualTo(404);
            assertThat(who.get("/api/plans/{id}/county-tasks", plan).status()).isEqualTo(404);
        }
        assertThat(Api.list(lines(lead).getFirst().path("cells")))
                .as("whoever shared its part with counties sees them")
                .hasSize(2);
    }

    @Test
    void tasksThatCountiesLeadThemselvesStandBesideTheSharedOnes() {
        UUID direct = ledger.add(
                        plan,
                        List.of(new NewTask(
                                3,
                                "县级医院提级",
                                "县级医院提级。",
                                LocalDate.of(2026, 9, 30),
                                false,
                                List.of(),
                                List.of(cityHealth, riverOffice, cloudOffice),
                                List.of(),
                                null)),
                        "补充")
                .getFirst();
        JsonNode line = lines(supervisor).getFirst();
        assertThat(line.path("taskId").asString()).isEqualTo(direct.toString());
        assertThat(cell(line, river).path("direct").asBoolean()).isTrue();
        assertThat(Api.list(lines(api.liaison(riverOffice)).getFirst().path("cells")))
                .as("a unit sees its own part")
                .hasSize(1);
    }

    private Api.Answer call(String etag, Map<String, ?> body) {
        return supervisor.put("/api/feature-calls/{plan}", etag, body, plan);
    }

    private static final Map<String, Object> ITEM = Map.of("title", "探索人才县管乡用", "text", "建立县管乡用机制。");

    @Test
    void eachCountyNamesAnItemOfItsOwnAndThePageShowsWhichHaveNot() {
        String items = "/api/feature-calls/" + plan + "/items";
        assertThat(software.postOnce(items, "early", ITEM).text("type"))
                .isEqualTo("urn:duban:problem:features-not-called");
        assertThat(software.get("/api/feature-calls/{plan}", plan).status()).isEqualTo(404);
        assertThat(call("\"0\"", Map.of("dueOn", "2026-03-12")).text("type")).isEqualTo("urn:duban:problem:day-gone");
        assertThat(call("\"0\"", Map.of("dueOn", "2026-04-30")).status()).isEqualTo(200);
        assertThat(call("\"0\"", Map.of("dueOn", "2026-05-31")).status()).isEqualTo(412);

        assertThat(lacking(supervisor)).containsExactly("临江县", "云山县");
        assertThat(lacking(software)).containsExactly("临江县");
        String key = UUID.randomUUID().toString();
        Api.Answer named = software.postOnce(items, key, ITEM);
        assertThat(named.status()).as("%s", named.body()).isEqualTo(201);
        assertThat(software.postOnce(items, key, ITEM).id()).isEqualTo(named.id());
        assertThat(named.body().path("leads").get(0).path("id").asString()).isEqualTo(riverOffice.toString());
        assertThat(lacking(supervisor)).containsExactly("云山县");
        assertThat(lacking(software)).isEmpty();

        JsonNode board = supervisor.get("/api/feature-calls/{plan}", plan).body();
        assertThat(Api.list(board.path("counties")))
                .extracting(
                        county -> county.path("name").asString(),
                        county -> county.path("items").size(),
                        county -> county.path("lacking").asInt())
                .containsExactly(tuple("临江县", 1, 0), tuple("云山县", 0, 1));
        assertThat(Api.strings(
                        software.get("/api/feature-calls/{plan}", plan).body().path("mayName")))
                .containsExactly(river.id().toString());
        assertThat(entries.ofPlan(plan))
                .as("what counties add is not the document's")
                .hasSize(2);
        assertThat(software.get("/api/tasks?plan=" + plan).items())
                .extracting(row -> row.path("title").asString())
                .containsExactly("探索人才县管乡用");
    }

    @Test
    void anItemIsNotOverdueWhenItIsNamed() {
        call("\"0\"", Map.of("dueOn", "2026-04-30"));
        Map<String, Object> late = Map.of("title", "去年的事", "text", "去年的事。", "dueOn", "2026-03-12");
        assertThat(software.post("/api/feature-calls/{plan}/items", null, late, plan)
                        .text("type"))
                .isEqualTo("urn:duban:problem:over-already");
    }

    @Test
    void aUnitThatIsNoMoreTakesNoShare() {
        directory.hears(
                new UnitRetired(new UnitState(riverClinic, "临江县中医院", "县中医院", List.of(), Level.COUNTY, river, 2)));
        assertThat(cascade(
                                supervisor,
                                task,
                                Map.of("counties", List.of(Map.of("county", river.id(), "unit", riverClinic))))
                        .text("type"))
                .isEqualTo("urn:duban:problem:unit-not-of-county");
    }

    private static List<String> lacking(Api.As who) {
        return Api.strings(who.get("/api/feature-calls").items().getFirst().path("lacking"));
    }

    @Test
    void nobodyNamesAnItemForAnotherCounty() {
        call("\"0\"", Map.of("dueOn", "2026-04-30"));
        String path = "/api/feature-calls/{plan}/items";
        Map<String, Object> others =
                Map.of("county", cloud.id(), "title", "别县的事", "text", "别县的事。", "leads", List.of(cloudOffice));
        assertThat(software.post(path, null, others, plan).text("type")).isEqualTo("urn:duban:problem:not-your-county");
        Map<String, Object> foreign = Map.of("title", "请别县办", "text", "请别县办。", "leads", List.of(cloudOffice));
        assertThat(software.post(path, null, foreign, plan).text("type"))
                .isEqualTo("urn:duban:problem:unit-not-of-county");
        assertThat(supervisor.post(path, null, others, plan).status()).isEqualTo(403);
        assertThat(api.liaison(riverClinic).post(path, null, ITEM, plan).status())
                .isEqualTo(403);
        assertThat(api.as("COUNTY_OFFICE", riverOffice, river.id(), "ledger:read")
                        .post(path, null, ITEM, plan)
                        .status())
                .as("its scope does not let it")
                .isEqualTo(403);
        assertThat(api.as("SUPERVISOR", null, river.id())
                        .post(
                                path,
                                null,
                                Map.of("title", "县里自己定", "text", "县里自己定。", "leads", List.of(riverClinic)),
                                plan)
                        .status())
                .isEqualTo(201);
        assertThat(api.as("SUPERVISOR", null, river.id())
                        .put("/api/feature-calls/{plan}", "\"1\"", Map.of("dueOn", "2026-05-31"), plan)
                        .status())
                .isEqualTo(403);
        assertThat(Api.list(api.liaison(cityHealth)
                        .get("/api/feature-calls/{plan}", plan)
                        .body()
                        .path("counties")))
                .as("a unit of the city has no part in it")
                .isEmpty();
    }

    /** One share for a unit that is not the county's office. */
    private UUID shareOf(UUID unit) {
        Api.Answer cascaded =
                cascade(supervisor, task, Map.of("counties", List.of(Map.of("county", river.id(), "unit", unit))));
        return UUID.fromString(cascaded.body().path("pieces").get(0).path("id").asString());
    }

    private Api.Answer act(Api.As who, UUID id, String action, Map<String, ?> body) {
        return who.post(
                "/api/tasks/{id}/" + action, who.get("/api/tasks/{id}", id).etag(), body, id);
    }

    @Test
    void aCountysOfficeSeesAndDoesWhatReachedItsCounty() {
        UUID share = shareOf(riverClinic);
        assertThat(Api.strings(software.get("/api/tasks/{id}", share).body().path("allowed")))
                .contains("ACKNOWLEDGE", "REQUEST_EXTENSION")
                .doesNotContain("VERIFY");
        Api.Answer acknowledged = act(software, share, "acknowledgement", Map.of());
        assertThat(acknowledged.status()).as("%s", acknowledged.body()).isEqualTo(200);
        assertThat(acknowledged
                        .body()
                        .path("parts")
                        .get(0)
                        .path("unit")
                        .path("id")
                        .asString())
                .isEqualTo(riverClinic.toString());
        UUID piece = act(
                        software,
                        share,
                        "subtasks",
                        Map.of(
                                "weight",
                                1,
                                "task",
                                Map.of("title", "改造门诊楼", "text", "改造门诊楼。", "leads", List.of(riverOffice))))
                .id();
        act(software, piece, "acknowledgement", Map.of());
        act(software, piece, "completion", Map.of("statement", "已改造"));
        assertThat(act(software, piece, "verification", Map.of()).text("state")).isEqualTo("CLOSED");
        assertThat(act(software, share, "completion", Map.of("statement", "已建成"))
                        .text("state"))
                .isEqualTo("COMPLETION_SUBMITTED");
        assertThat(act(software, share, "verification", Map.of()).status())
                .as("the city decides on what it gave")
                .isEqualTo(403);

        Api.As otherOffice = api.as("COUNTY_OFFICE", cloudOffice, cloud.id(), "ledger:read", "report:write");
        assertThat(otherOffice.get("/api/tasks/{id}", share).status()).isEqualTo(404);
        assertThat(otherOffice
                        .post("/api/tasks/{id}/acknowledgement", "\"1\"", Map.of(), share)
                        .status())
                .isEqualTo(404);
        assertThat(api.as("COUNTY_OFFICE", riverOffice, river.id(), "ledger:read")
                        .post("/api/tasks/{id}/acknowledgement", "\"1\"", Map.of(), share)
                        .status())
                .as("its scope does not let it")
                .isEqualTo(403);
    }

    @Test
    void whatWasMadeForACountyStaysInItsSightWhoeverDoesIt() {
        UUID share = shareOf(riverClinic);
        UUID cityInstitute = api.register(null, "市中医院").getFirst();
        Map<String, Object> asked =
                Map.of("title", "建成县域中医药中心", "text", "由市中医院帮建。", "dueOn", "2026-10-31", "leads", List.of(cityHealth));
        assertThat(lead.put(
                                "/api/tasks/{id}",
                                lead.get("/api/tasks/{id}", share).etag(),
                                Map.of("reason", "市级帮建", "task", asked),
                                share)
                        .status())
                .isEqualTo(200);
        assertThat(software.get("/api/tasks/{id}", share).status()).isEqualTo(200);
        assertThat(software.get("/api/tasks?plan=" + plan).items()).hasSize(1);
        Api.Answer refused = act(software, share, "acknowledgement", Map.of());
        assertThat(refused.status()).isEqualTo(403);
        assertThat(refused.text("type")).isEqualTo("urn:duban:problem:not-your-units");
        assertThat(api.as("COUNTY_OFFICE", cloudOffice, cloud.id())
                        .get("/api/tasks/{id}", share)
                        .status())
                .isEqualTo(404);
        assertThat(api.liaison(cityInstitute).get("/api/tasks/{id}", share).status())
                .isEqualTo(404);
    }

    /** Each number opens the rows behind it (behaviours.md P14). */
    @Test
    void theNumbersOfACountyAreTheRowsThatTheyOpen() {
        cascade(supervisor, task, Map.of());
        ledger.add(
                plan,
                List.of(
                        new NewTask(
                                10,
                                "县级医院提级",
                                "县级医院提级。",
                                LocalDate.of(2026, 9, 30),
                                false,
                                List.of(),
                                List.of(cityHealth, riverOffice, riverClinic),
                                List.of(),
                                null),
                        new NewTask(
                                11,
                                "市里牵头",
                                "市里牵头，县里配合。",
                                LocalDate.of(2026, 9, 30),
                                false,
                                List.of(),
                                List.of(cityHealth),
                                List.of(riverOffice),
                                null)),
                "补充");
        Map<String, Object> draft =
                Map.of("title", "草稿", "text", "草稿。", "dueOn", "2026-09-30", "leads", List.of(riverOffice));
        assertThat(supervisor
                        .post("/api/tasks", null, Map.of("planId", plan, "assign", false, "task", draft))
                        .status())
                .isEqualTo(201);
        call("\"0\"", Map.of("dueOn", "2026-04-30"));
        software.postOnce("/api/feature-calls/" + plan + "/items", "item", ITEM);
        UUID share = UUID.fromString(
                cell(lines(supervisor).getFirst(), river).path("taskId").asString());
        act(software, share, "acknowledgement", Map.of());
        act(
                software,
                share,
                "subtasks",
                Map.of("weight", 1, "task", Map.of("title", "改造门诊楼", "text", "改造门诊楼。", "leads", List.of(riverClinic))));

        for (Api.As who : List.of(supervisor, lead, software, api.liaison(riverClinic), api.liaison(riverOffice))) {
            for (JsonNode county :
                    Api.list(who.get("/api/plans/{id}/counties", plan).body().path("items"))) {
                List<JsonNode> rows = who.get("/api/tasks?shares=true&plan=" + plan + "&county="
                                + county.path("county").asString())
                        .items();
                assertThat(rows).as("%s", county).hasSize(county.path("tasks").asInt());
                assertThat(rows.stream()
                                .collect(Collectors.groupingBy(
                                        row -> row.path("light").asString(), Collectors.summingInt(row -> 1))))
                        .allSatisfy((light, count) -> assertThat(
                                        county.path("lights").path(light).asInt())
                                .isEqualTo(count));
            }
        }
        assertThat(standings(supervisor)).containsExactlyInAnyOrder(tuple("临江县", 2), tuple("云山县", 1));
        assertThat(standings(software)).containsExactly(tuple("临江县", 2));
        assertThat(supervisor.get("/api/tasks?shares=true&plan=" + plan).items())
                .as("without a county, those of all")
                .hasSize(3);
    }

    private List<Tuple> standings(Api.As who) {
        return Api.list(who.get("/api/plans/{id}/counties", plan).body().path("items")).stream()
                .map(county -> tuple(
                        county.path("name").asString(), county.path("tasks").asInt()))
                .toList();
    }
}
