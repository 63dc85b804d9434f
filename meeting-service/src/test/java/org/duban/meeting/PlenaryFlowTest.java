package org.duban.meeting;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.event.EventChannel;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

/** A plenary every year at both levels: who has held it, who has planned it, and who is reminded (behaviours.md D4). */
@ServiceTest(kafka = true)
class PlenaryFlowTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    @Autowired
    JdbcClient jdbc;

    @Value("${spring.kafka.bootstrap-servers}")
    String brokers;

    private Api secretary;
    private String countyName;
    private UUID countyId;
    private UUID office;
    private UUID member;
    private UUID stranger;
    private UUID mechanism;

    @BeforeEach
    void aCountysConference() {
        clock.set("2026-09-28T09:00");
        secretary = new Api(mvc, Tokens.bearer("SECRETARY", null, null));
        countyName = "全" + UUID.randomUUID().toString().substring(0, 8) + "县";
        List<JsonNode> units = registered(countyName, "县卫生健康局", "县财政局", "县教育局");
        office = id(units.get(0));
        member = id(units.get(1));
        stranger = id(units.get(2));
        countyId = jdbc.sql("select id from county where name = :name")
                .param("name", countyName)
                .query(UUID.class)
                .single();
        UUID convener = secretary
                .post("/api/posts", Map.of("unitId", office, "title", "分管副县长", "role", "CONVENER"))
                .is(201)
                .id();
        mechanism = secretary
                .post(
                        "/api/mechanisms",
                        Map.of(
                                "name",
                                countyName + "中医药工作联席会议",
                                "convenerPostId",
                                convener,
                                "officeUnitId",
                                office,
                                "members",
                                List.of(
                                        Map.of("unitId", office, "duty", "统筹"),
                                        Map.of("unitId", member, "duty", "保障经费"))))
                .is(201)
                .id();
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    private List<JsonNode> registered(String county, String... names) {
        return items(secretary
                .post("/api/units/registrations", Map.of("county", Map.of("name", county), "names", List.of(names)))
                .is(201)
                .body()
                .path("units"));
    }

    private UUID convene(String form, String startsAt) {
        return secretary
                .post(
                        "/api/meetings",
                        Map.of(
                                "mechanismId",
                                mechanism,
                                "title",
                                "会议",
                                "kind",
                                "REGULAR",
                                "form",
                                form,
                                "startsAt",
                                startsAt,
                                "place",
                                "二号会议室"))
                .is(201)
                .id();
    }

    private List<JsonNode> rows(Api who, int year) {
        return items(
                who.get("/api/meetings/plenaries?year=" + year).is(200).body().path("items"));
    }

    private JsonNode own(int year) {
        return rows(secretary, year).stream()
                .filter(row -> row.path("mechanismId").asString().equals(mechanism.toString()))
                .findFirst()
                .orElseThrow();
    }

    private int remembered() {
        return jdbc.sql("select count(*) from plenary_reminder where mechanism_id = :id")
                .param("id", mechanism)
                .query(Integer.class)
                .single();
    }

    @Test
    void aPlenaryIsPlannedThenHeldAndOtherMeetingsAreNone() {
        assertThat(own(2026).path("standing").asString()).isEqualTo("MISSING");
        assertThat(own(2026).path("countyName").asString()).isEqualTo(countyName);
        convene("TOPICAL", "2026-10-10T09:00:00+08:00");
        convene("PLENARY", "2027-01-10T09:00:00+08:00");
        assertThat(own(2026).path("standing").asString()).isEqualTo("MISSING");
        assertThat(own(2027).path("standing").asString()).isEqualTo("PLANNED");

        UUID plenary = convene("PLENARY", "2026-12-31T23:30:00+08:00");
        assertThat(secretary.get("/api/meetings/" + plenary).body().path("form").asString())
                .isEqualTo("PLENARY");
        assertThat(own(2026).path("standing").asString()).isEqualTo("PLANNED");
        assertThat(own(2026).path("startsAt").asString()).isEqualTo("2026-12-31T23:30:00+08:00");
        secretary
                .post("/api/meetings/" + plenary + "/attendance", Map.of("present", List.of(office)))
                .is(200);
        assertThat(own(2026).path("standing").asString()).isEqualTo("HELD");
        assertThat(own(2026).path("meetingId").asString()).isEqualTo(plenary.toString());
    }

    @Test
    void aCountyWithoutAMechanismIsListedAsSuch() {
        String bare = "空" + UUID.randomUUID().toString().substring(0, 8) + "县";
        registered(bare, "县卫生健康局");
        assertThat(rows(secretary, 2026))
                .filteredOn(row -> row.path("countyName").asString().equals(bare))
                .singleElement()
                .satisfies(row -> {
                    assertThat(row.path("standing").asString()).isEqualTo("NO_MECHANISM");
                    assertThat(row.path("mechanismId").isNull()).isTrue();
                });
    }

    /** behaviours.md P21 */
    @Test
    void aCountySeesItsOwnAndAUnitWhatItBelongsTo() {
        Api ofCounty = new Api(mvc, Tokens.bearer("SECRETARY", office, countyId));
        assertThat(rows(ofCounty, 2026)).hasSize(1);
        assertThat(rows(new Api(mvc, Tokens.bearer("LIAISON", member, null)), 2026))
                .hasSize(1);
        assertThat(rows(new Api(mvc, Tokens.bearer("LIAISON", stranger, null)), 2026))
                .isEmpty();
        assertThat(rows(new Api(mvc, Tokens.bearer("SECRETARY", null, UUID.randomUUID())), 2026))
                .isEmpty();
    }

    @Test
    void theOfficeIsRemindedOnceAMonthInTheLastQuarterUntilOneIsPlanned() {
        days.now();
        assertThat(remembered()).as("September").isZero();
        clock.set("2026-10-08T00:10");
        days.now();
        days.now();
        clock.set("2026-10-20T00:10");
        days.now();
        assertThat(remembered()).isOne();
        clock.set("2026-11-02T00:10");
        days.now();
        assertThat(remembered()).isEqualTo(2);
        try (var topic =
                new Topic<>(EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES), brokers)) {
            assertThat(topic.of(mechanism, told -> ((PlenaryOwed) told).month().getMonthValue() == 11))
                    .hasSize(2)
                    .allSatisfy(told ->
                            assertThat(((PlenaryOwed) told).officeUnit()).isEqualTo(office));
        }
        convene("PLENARY", "2026-12-20T09:00:00+08:00");
        clock.set("2026-12-01T00:10");
        days.now();
        assertThat(remembered()).as("it is planned now").isEqualTo(2);
    }

    private static UUID id(JsonNode unit) {
        return UUID.fromString(unit.path("id").asString());
    }

    private static List<JsonNode> items(JsonNode array) {
        List<JsonNode> items = new ArrayList<>();
        array.forEach(items::add);
        return items;
    }
}
