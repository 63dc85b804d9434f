package org.duban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import java.util.stream.StreamSupport;
import org.duban.kit.event.EventChannel;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.PostFilled;
import org.duban.meeting.contract.DirectoryEvent.UnitChanged;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitRetired;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ServiceTest(kafka = true)
class DirectoryTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Value("${spring.kafka.bootstrap-servers}")
    String brokers;

    Api secretary;
    Api admin;

    @BeforeEach
    void signIn() {
        clock.set("2026-11-25T09:00");
        secretary = new Api(mvc, Tokens.bearer("SECRETARY", null, null));
        admin = new Api(mvc, Tokens.bearer("ADMIN", null, null));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void registeringAPlansUnitsTwiceGivesTheSameUnitsAndOneEventEach() {
        String county = county();
        List<UUID> first = register(county, "县卫生健康局", "县 财政局", "城关镇");
        List<UUID> again = register(county, "县卫生健康局", "县财政局", "城关镇", county + "财政局");
        assertThat(again).isEqualTo(first).hasSize(3);

        UUID finance = first.get(1);
        JsonNode unit = secretary.get("/api/units/" + finance).is(200).body();
        assertThat(unit.path("name").asString()).isEqualTo(county + "财政局");
        assertThat(unit.path("county").path("name").asString()).isEqualTo(county);
        assertThat(unit.path("level").asString()).isEqualTo("COUNTY");

        String etag = secretary.get("/api/units/" + finance).etag();
        secretary
                .patch("/api/units/" + finance, Map.of("aliases", List.of("县财局")), "If-Match", etag)
                .is(200);
        assertThat(register(county, "县财局")).containsExactly(finance);
        secretary.post("/api/units/" + finance + "/retirement", null).is(200);

        try (var topic = directory()) {
            assertThat(topic.of(finance, UnitRetired.class::isInstance))
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(UnitRegistered.class, UnitChanged.class, UnitRetired.class));
        }
    }

    @Test
    void thoseWhoRegisterAtTheSameTimeGetTheSameUnits() throws Exception {
        String county = county();
        List<Callable<List<UUID>>> calls = IntStream.range(0, 6)
                .<Callable<List<UUID>>>mapToObj(i -> () -> register(county, "县卫生健康局", "县财政局"))
                .toList();
        try (var threads = Executors.newFixedThreadPool(6)) {
            List<List<UUID>> answers = threads.invokeAll(calls).stream()
                    .map(Future::resultNow)
                    .distinct()
                    .toList();
            assertThat(answers).hasSize(1);
        }
    }

    @Test
    void aNameBelongsToOneUnitOfItsCounty() {
        String county = county();
        UUID first = register(county, "县卫生健康局").getFirst();
        String countyId = secretary
                .get("/api/units/" + first)
                .body()
                .path("county")
                .path("id")
                .asString();
        secretary
                .post("/api/units", Map.of("countyId", countyId, "shortName", "县卫生健康局"))
                .refuses(409, "unit-exists");
        UUID other = secretary
                .post("/api/units", Map.of("countyId", countyId, "shortName", "县疾控中心", "aliases", List.of("疾控")))
                .is(201)
                .id();
        String etag = secretary.get("/api/units/" + other).etag();
        secretary
                .patch("/api/units/" + other, Map.of("shortName", "县卫生健康局"), "If-Match", etag)
                .refuses(409, "unit-exists");
        assertThat(register(county(), "县卫生健康局")).doesNotContain(first);
    }

    @Test
    void whatWasReadBeforeSomebodyElseChangedItIsNotOverwritten() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        String etag = secretary.get("/api/units/" + unit).etag();
        Map<String, Object> change = Map.of("aliases", List.of("县卫健局"));
        secretary.patch("/api/units/" + unit, change).is(428);
        secretary.patch("/api/units/" + unit, change, "If-Match", etag).is(200);
        secretary
                .patch("/api/units/" + unit, Map.of("aliases", List.of()), "If-Match", etag)
                .is(412);
    }

    @Test
    void unitsAreListedPageByPageAndFoundByAnyOfTheirNames() {
        String county = county();
        register(county, "县卫生健康局", "县财政局", "县教育局", "县民政局", "县科技局");
        String countyId = items(secretary.get("/api/counties").body()).stream()
                .filter(found -> found.path("name").asString().equals(county))
                .findFirst()
                .orElseThrow()
                .path("id")
                .asString();
        Api.Reply first = secretary.get("/api/units?limit=3&county=" + countyId).is(200);
        assertThat(first.body().path("items").size()).isEqualTo(3);
        String next = first.body().path("next").asString();
        Api.Reply second = secretary
                .get("/api/units?limit=3&county=" + countyId + "&cursor=" + next)
                .is(200);
        assertThat(second.body().path("items").size()).isEqualTo(2);
        assertThat(second.body().path("next").isNull()).isTrue();
        assertThat(items(secretary.get("/api/units?q=教育&county=" + countyId).body()))
                .singleElement()
                .satisfies(unit -> assertThat(unit.path("shortName").asString()).isEqualTo("县教育局"));
        secretary.get("/api/units?cursor=nonsense").is(400);
        secretary.get("/api/units?limit=1000").is(400);
    }

    @Test
    void aSuccessionIsToldAndWhoHeldThePostOnADayCanStillBeAsked() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        UUID post = secretary
                .post("/api/posts", Map.of("unitId", unit, "title", "联络员", "role", "LIAISON"))
                .is(201)
                .id();
        secretary
                .put(
                        "/api/posts/" + post + "/holder",
                        Map.of("name", "周明", "email", "zhou@example.org", "since", "2026-01-04"))
                .is(200);
        Api.Reply filled = secretary
                .put("/api/posts/" + post + "/holder", Map.of("name", "李静", "phone", "0832-100", "since", "2026-09-01"))
                .is(200);
        assertThat(filled.body().path("holder").path("name").asString()).isEqualTo("李静");

        assertThat(holdersOn(post, "2026-08-31")).containsExactly("周明");
        assertThat(holdersOn(post, "2026-09-01")).containsExactly("李静");
        assertThat(holdersOn(post, "2026-01-03")).isEmpty();
        secretary.post("/api/units/" + unit + "/retirement", null).refuses(409, "unit-holds-posts");

        try (var topic = directory()) {
            var events = topic.of(
                    post,
                    event -> event instanceof PostFilled filling
                            && filling.holder().name().equals("李静"));
            assertThat(events).filteredOn(PostFilled.class::isInstance).hasSize(2);
        }
    }

    @Test
    void addressesAreForStaffAndTheUnitItself() {
        List<UUID> units = register(county(), "县卫生健康局", "县财政局");
        UUID post = secretary
                .post("/api/posts", Map.of("unitId", units.getFirst(), "title", "联络员", "role", "LIAISON"))
                .id();
        secretary
                .put("/api/posts/" + post + "/holder", Map.of("name", "周明", "phone", "0832-100"))
                .is(200);
        assertThat(phoneSeenBy(Tokens.bearer("LIAISON", units.getFirst(), null), post))
                .isEqualTo("0832-100");
        assertThat(phoneSeenBy(Tokens.bearer("SUPERVISOR", null, null), post)).isEqualTo("0832-100");
        assertThat(phoneSeenBy(Tokens.bearer("LIAISON", units.getLast(), null), post))
                .isNull();
    }

    @Test
    void onlyAnAdministratorMakesAdministrators() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        Map<String, Object> post = Map.of("unitId", unit, "title", "系统管理员", "role", "ADMIN");
        secretary.post("/api/posts", post).refuses(403, "only-administrators");
        UUID made = admin.post("/api/posts", post).is(201).id();
        secretary.put("/api/posts/" + made + "/holder", Map.of("name", "周明")).refuses(403, "only-administrators");
        admin.put("/api/posts/" + made + "/holder", Map.of("name", "周明")).is(200);
    }

    @Test
    void unitsReadTheDirectoryAndDoNotKeepIt() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        Api liaison = new Api(mvc, Tokens.bearer("LIAISON", unit, null));
        liaison.get("/api/units/" + unit).is(200);
        liaison.post("/api/units", Map.of("shortName", "市财政局")).is(403);
        liaison.post("/api/units/registrations", Map.of("names", List.of("市财政局")))
                .is(403);
        liaison.get("/api/persons").is(403);
        liaison.get("/api/directory/sheet.xlsx").is(403);
        new Api(mvc, "Bearer nonsense").get("/api/units").is(401);
    }

    @Test
    void aCountysStaffKeepTheirOwnCountyOnly() {
        UUID own = register(county(), "县卫生健康局").getFirst();
        UUID others = register(county(), "县卫生健康局").getFirst();
        UUID county = UUID.fromString(secretary
                .get("/api/units/" + own)
                .body()
                .path("county")
                .path("id")
                .asString());
        Api office = new Api(mvc, Tokens.bearer("SECRETARY", own, county));
        office.post("/api/posts", Map.of("unitId", own, "title", "联络员", "role", "LIAISON"))
                .is(201);
        office.post("/api/posts", Map.of("unitId", others, "title", "联络员", "role", "LIAISON"))
                .refuses(403, "other-county");
        office.post("/api/units", Map.of("shortName", "市审计局")).refuses(403, "other-county");
    }

    @Test
    void aRepeatedRequestCountsOnce() {
        Map<String, Object> body =
                Map.of("shortName", "市" + UUID.randomUUID().toString().substring(0, 8) + "局");
        String key = UUID.randomUUID().toString();
        UUID first = secretary
                .post("/api/units", body, "Idempotency-Key", key)
                .is(201)
                .id();
        UUID second = secretary
                .post("/api/units", body, "Idempotency-Key", key)
                .is(201)
                .id();
        assertThat(second).isEqualTo(first);
        secretary
                .post("/api/units", Map.of("shortName", "市别的局"), "Idempotency-Key", key)
                .is(422);
    }

    @Test
    void whatIsWrongIsSaidByItsPointer() {
        Api.Reply blank = secretary.post("/api/units", Map.of("shortName", " ")).is(400);
        assertThat(blank.body().path("errors").path(0).path("pointer").asString())
                .isEqualTo("/shortName");
        secretary.post("/api/units", "{\"shortName\":").is(400);
        Map<String, Object> mechanism = Map.of(
                "name", "没有成员的机制" + UUID.randomUUID(),
                "convenerPostId", UUID.randomUUID(),
                "officeUnitId", UUID.randomUUID(),
                "members", List.of(Map.of("unitId", UUID.randomUUID())));
        secretary.post("/api/mechanisms", mechanism).refuses(422, "unit-unknown");
        secretary.get("/api/mechanisms/" + UUID.randomUUID()).refuses(404, "mechanism-unknown");
    }

    @Test
    void aNameOfBlanksAloneIsNoName() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        Object countyId = secretary
                .get("/api/units/" + unit)
                .body()
                .path("county")
                .path("id")
                .asString();
        String blanks = "\u3000 \u00a0";
        secretary
                .post("/api/units", Map.of("countyId", countyId, "shortName", blanks))
                .refuses(422, "unit-name");
        secretary
                .post(
                        "/api/units/registrations",
                        Map.of("county", Map.of("id", countyId), "names", List.of("县财政局", blanks)))
                .refuses(422, "unit-name");
        secretary
                .patch(
                        "/api/units/" + unit,
                        Map.of("name", blanks),
                        "If-Match",
                        secretary.get("/api/units/" + unit).etag())
                .refuses(422, "unit-name");
        secretary.post("/api/counties", Map.of("name", blanks)).refuses(422, "county-name");
        secretary
                .post("/api/units/registrations", Map.of("county", Map.of("name", ""), "names", List.of("县财政局")))
                .refuses(422, "county-name");
        secretary
                .post("/api/posts", Map.of("unitId", unit, "title", blanks, "role", "LIAISON"))
                .refuses(422, "post-title");
    }

    @Test
    void aCountysStaffNeitherReachNorChangeTheOfficialsOfAnother() {
        List<UUID> own = register(county(), "县卫生健康局");
        UUID others = register(county(), "县卫生健康局").getFirst();
        UUID county = UUID.fromString(secretary
                .get("/api/units/" + own.getFirst())
                .body()
                .path("county")
                .path("id")
                .asString());
        UUID theirs = secretary
                .post("/api/posts", Map.of("unitId", others, "title", "联络员", "role", "LIAISON"))
                .is(201)
                .id();
        String name = "何" + UUID.randomUUID().toString().substring(0, 6);
        JsonNode holder = secretary
                .put("/api/posts/" + theirs + "/holder", Map.of("name", name, "email", "he@example.org"))
                .is(200)
                .body()
                .path("holder");
        Api office = new Api(mvc, Tokens.bearer("SECRETARY", own.getFirst(), county));
        assertThat(office.get("/api/posts/" + theirs)
                        .is(200)
                        .body()
                        .path("holder")
                        .path("email")
                        .isNull())
                .isTrue();
        assertThat(items(office.get("/api/persons?q=" + name).is(200).body())).isEmpty();
        assertThat(items(secretary.get("/api/persons?q=" + name).is(200).body()))
                .hasSize(1);
        UUID post = office.post("/api/posts", Map.of("unitId", own.getFirst(), "title", "联络员", "role", "LIAISON"))
                .is(201)
                .id();
        office.put(
                        "/api/posts/" + post + "/holder",
                        Map.of("personId", holder.path("personId").asString(), "email", "taken@example.org"))
                .refuses(403, "other-county");
        assertThat(secretary
                        .get("/api/posts/" + theirs)
                        .body()
                        .path("holder")
                        .path("email")
                        .asString())
                .isEqualTo("he@example.org");
    }

    @Test
    void aDayThatNoCalendarHasIsRefused() {
        UUID unit = register(county(), "县卫生健康局").getFirst();
        UUID post = secretary
                .post("/api/posts", Map.of("unitId", unit, "title", "联络员", "role", "LIAISON"))
                .is(201)
                .id();
        secretary
                .put("/api/posts/" + post + "/holder", Map.of("name", "何平", "since", "-999999999-01-01"))
                .refuses(422, "since-too-early");
    }

    private String county() {
        return "云" + UUID.randomUUID().toString().substring(0, 8) + "县";
    }

    private List<UUID> register(String county, String... names) {
        JsonNode body = secretary
                .post("/api/units/registrations", Map.of("county", Map.of("name", county), "names", List.of(names)))
                .is(201)
                .body();
        return StreamSupport.stream(body.path("units").spliterator(), false)
                .map(unit -> UUID.fromString(unit.path("id").asString()))
                .toList();
    }

    private List<String> holdersOn(UUID post, String day) {
        return items(secretary
                        .get("/api/posts/" + post + "/holders?on=" + day)
                        .is(200)
                        .body())
                .stream()
                .map(holder -> holder.path("name").asString())
                .toList();
    }

    private String phoneSeenBy(String bearer, UUID post) {
        JsonNode phone = new Api(mvc, bearer)
                .get("/api/posts/" + post)
                .is(200)
                .body()
                .path("holder")
                .path("phone");
        return phone.isNull() || phone.isMissingNode() ? null : phone.asString();
    }

    private Topic<DirectoryEvent> directory() {
        return new Topic<>(EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES), brokers);
    }

    private static List<JsonNode> items(JsonNode body) {
        return StreamSupport.stream(body.path("items").spliterator(), false).toList();
    }
}
