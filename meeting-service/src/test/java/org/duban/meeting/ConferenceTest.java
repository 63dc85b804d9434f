package org.duban.meeting;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.StreamSupport;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.security.Caller;
import org.duban.kit.test.OpenApiDocument;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.meeting.calendar.WorkingDays;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.AgendaItemConsented;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.ReceiptRecorded;
import org.duban.task.contract.CalendarEvent;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import tools.jackson.databind.JsonNode;

@ServiceTest(kafka = true)
class ConferenceTest {

    @Autowired
    MockMvc mvc;

    @Autowired
    TestClock clock;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    WorkingDays workingDays;

    @Autowired
    AuditTrail audit;

    @Value("${spring.kafka.bootstrap-servers}")
    String brokers;

    Api secretary;
    Api convener;
    Api health;
    Api finance;
    Api outsider;
    UUID healthUnit;
    UUID financeUnit;
    UUID outsiderUnit;
    UUID mechanism;
    UUID convenerPost;

    @BeforeEach
    void aJointConference() {
        clock.set("2026-11-25T09:00");
        secretary = new Api(mvc, Tokens.bearer("SECRETARY", null, null));
        String county = "云" + UUID.randomUUID().toString().substring(0, 8) + "县";
        List<UUID> units = items(secretary
                        .post(
                                "/api/units/registrations",
                                Map.of(
                                        "county", Map.of("name", county),
                                        "names", List.of("县卫生健康局", "县财政局", "县教育局")))
                        .is(201)
                        .body()
                        .path("units"))
                .stream()
                .map(unit -> UUID.fromString(unit.path("id").asString()))
                .toList();
        healthUnit = units.get(0);
        financeUnit = units.get(1);
        outsiderUnit = units.get(2);
        convenerPost = secretary
                .post("/api/posts", Map.of("unitId", healthUnit, "title", "分管副县长", "role", "CONVENER"))
                .is(201)
                .id();
        mechanism = secretary
                .post(
                        "/api/mechanisms",
                        Map.of(
                                "name",
                                county + "中医药工作联席会议",
                                "convenerPostId",
                                convenerPost,
                                "officeUnitId",
                                healthUnit,
                                "members",
                                List.of(
                                        Map.of("unitId", healthUnit, "duty", "统筹中医药工作"),
                                        Map.of("unitId", financeUnit, "duty", "保障经费"))))
                .is(201)
                .id();
        convener = new Api(mvc, Tokens.bearer(convener(Set.of(convenerPost), false)));
        health = new Api(mvc, Tokens.bearer("LIAISON", healthUnit, null));
        finance = new Api(mvc, Tokens.bearer("LIAISON", financeUnit, null));
        outsider = new Api(mvc, Tokens.bearer("LIAISON", outsiderUnit, null));
    }

    @AfterEach
    void letTheClockRun() {
        clock.reset();
    }

    @Test
    void issuedMinutesReachTheirUnitsOnceWithEachResolution() {
        workingDays.learn(
                new CalendarEvent.WorkingDaysPublished(2026, false, List.of(LocalDate.of(2026, 12, 1)), List.of()));
        UUID meeting = convene();
        finance.post(path(meeting) + "/agenda-items", Map.of("topic", "中医馆建设资金"))
                .is(201);
        UUID item = UUID.fromString(secretary
                .get(path(meeting))
                .body()
                .path("agenda")
                .path(0)
                .path("id")
                .asString());
        Map<String, Object> minutes = Map.of(
                "text",
                "会议听取了有关情况汇报。",
                "documentNumber",
                "联席会议纪要〔2026〕4号",
                "resolutions",
                List.of(
                        Map.of(
                                "text",
                                "落实中医馆建设资金",
                                "leadUnitIds",
                                List.of(financeUnit),
                                "cooperatingUnitIds",
                                List.of(healthUnit),
                                "dueOn",
                                "2026-12-31",
                                "agendaItemId",
                                item),
                        Map.of("text", "梳理适宜技术清单", "leadUnitIds", List.of(healthUnit))),
                "recipientUnitIds",
                List.of(outsiderUnit));
        String etag = secretary.get(path(meeting)).etag();
        secretary.put(path(meeting) + "/minutes", minutes).is(428);
        secretary
                .put(path(meeting) + "/minutes", minutes, "If-Match", etag)
                .refuses(409, "agenda-item-without-consent");
        convener.post(path(meeting) + "/agenda-items/" + item + "/consent", null)
                .is(200);
        secretary.put(path(meeting) + "/minutes", minutes, "If-Match", etag).is(412);
        String fresh = secretary.get(path(meeting)).etag();
        secretary.put(path(meeting) + "/minutes", minutes, "If-Match", fresh).is(200);

        assertThat(finance.get(path(meeting)).is(200).body().path("minutes").isNull())
                .isTrue();
        outsider.get(path(meeting)).is(404);

        String key = UUID.randomUUID().toString();
        JsonNode issued = secretary
                .post(path(meeting) + "/minutes/issue", null, "Idempotency-Key", key)
                .is(200)
                .body();
        secretary
                .post(path(meeting) + "/minutes/issue", null, "Idempotency-Key", key)
                .is(200);
        secretary.post(path(meeting) + "/minutes/issue", null).refuses(409, "not-allowed-now");
        secretary
                .put(
                        path(meeting) + "/minutes",
                        minutes,
                        "If-Match",
                        secretary.get(path(meeting)).etag())
                .refuses(409, "not-allowed-now");
        assertThat(issued.path("state").asString()).isEqualTo("MINUTES_ISSUED");
        // Ten working days after 25 November, 1 December being off.
        assertThat(issued.path("minutes")
                        .path("resolutions")
                        .path(1)
                        .path("dueOn")
                        .asString())
                .isEqualTo("2026-12-10");
        assertThat(issued.path("minutes")
                        .path("resolutions")
                        .path(1)
                        .path("dueByDefault")
                        .asBoolean())
                .isTrue();

        JsonNode seen = outsider.get(path(meeting)).is(200).body();
        assertThat(seen.path("minutes").path("resolutions").size()).isEqualTo(2);
        assertThat(seen.path("attendance").size()).isZero();
        assertThat(seen.path("allowed").toString()).contains("CONFIRM_RECEIPT");
        outsider.post(path(meeting) + "/receipt", null).is(200);
        JsonNode received =
                outsider.post(path(meeting) + "/receipt", null).is(200).body();
        assertThat(received.path("minutes").path("recipients").size()).isEqualTo(1);
        assertThat(received.path("minutes")
                        .path("recipients")
                        .path(0)
                        .path("receivedAt")
                        .asString())
                .isEqualTo("2026-11-25T09:00:00+08:00");

        try (var topic = meetings()) {
            List<MeetingEvent> told = topic.of(meeting, ReceiptRecorded.class::isInstance);
            assertThat(told)
                    .extracting(Object::getClass)
                    .isEqualTo(List.of(
                            MeetingConvened.class,
                            AgendaItemConsented.class,
                            MinutesIssued.class,
                            ReceiptRecorded.class));
            MinutesIssued minutesIssued = (MinutesIssued) told.get(2);
            assertThat(minutesIssued.resolutions()).hasSize(2);
            assertThat(minutesIssued.resolutions().getFirst().leadUnits()).containsExactly(financeUnit);
            assertThat(minutesIssued.resolutions().getFirst().cooperatingUnits())
                    .containsExactly(healthUnit);
            assertThat(minutesIssued.resolutions().getLast().dueOn()).isEqualTo("2026-12-10");
            assertThat(minutesIssued.recipients()).containsExactlyInAnyOrder(healthUnit, financeUnit, outsiderUnit);
        }
        assertThat(audit.verify().holds()).isTrue();
    }

    @Test
    void aUnitSeesWhatItIsInvitedToAndOfOthersNothing() {
        UUID meeting = convene();
        finance.post(path(meeting) + "/reply", Map.of("reply", "ABSENT")).refuses(422, "absence-without-reason");
        finance.post(path(meeting) + "/reply", Map.of("reply", "DEPUTY", "deputyName", "李静"))
                .is(200);
        health.post(path(meeting) + "/reply", Map.of("reply", "ATTEND")).is(200);

        JsonNode own = finance.get(path(meeting)).is(200).body();
        assertThat(items(own.path("attendance")))
                .singleElement()
                .satisfies(row -> assertThat(row.path("deputyName").asString()).isEqualTo("李静"));
        assertThat(own.path("invited").asInt()).isEqualTo(2);
        assertThat(secretary.get(path(meeting)).body().path("attendance").size())
                .isEqualTo(2);

        outsider.get(path(meeting)).refuses(404, "meeting-unknown");
        outsider.post(path(meeting) + "/reply", Map.of("reply", "ATTEND")).refuses(404, "meeting-unknown");
        outsider.post(path(meeting) + "/receipt", null).refuses(404, "meeting-unknown");
        outsider.post(path(meeting) + "/agenda-items", Map.of("topic", "别人的会议")).refuses(404, "meeting-unknown");
        assertThat(items(outsider.get("/api/meetings").is(200).body().path("items")))
                .isEmpty();
        assertThat(items(finance.get("/api/meetings").is(200).body().path("items")))
                .extracting(row -> row.path("id").asString())
                .containsExactly(meeting.toString());
        finance.post(path(meeting) + "/attendance", Map.of("present", List.of(financeUnit)))
                .is(403);
        finance.post(path(meeting) + "/cancellation", Map.of("reason", "不开了")).is(403);
    }

    @Test
    void aMembersRequestWaitsForOneConsentAndAShortOneIsFlagged() {
        Api.Reply asked =
                finance.post("/api/meetings", body("2026-11-28T09:00:00+08:00")).is(201);
        UUID meeting = asked.id();
        assertThat(asked.body().path("state").asString()).isEqualTo("REQUESTED");
        assertThat(asked.body().path("shortNotice").asBoolean()).isTrue();
        assertThat(asked.body().path("requestedBy").path("id").asString()).isEqualTo(financeUnit.toString());
        health.get(path(meeting)).is(404);
        outsider.post("/api/meetings", body("2026-12-28T09:00:00+08:00")).refuses(403, "not-a-member");

        Api stranger = new Api(mvc, Tokens.bearer(convener(Set.of(UUID.randomUUID()), false)));
        stranger.post(path(meeting) + "/consent", null).refuses(403, "not-convener");
        assertThat(convener.get(path(meeting)).body().path("allowed").toString())
                .contains("\"CONSENT\"");
        JsonNode consented =
                convener.post(path(meeting) + "/consent", null).is(200).body();
        assertThat(consented.path("state").asString()).isEqualTo("CONVENED");
        assertThat(consented.path("consent").path("title").asString()).isEqualTo("分管副县长");
        convener.post(path(meeting) + "/consent", null).refuses(409, "consented-already");
        health.get(path(meeting)).is(200);
        try (var topic = meetings()) {
            assertThat(topic.of(meeting, MeetingConvened.class::isInstance)).hasSize(1);
        }
    }

    @Test
    void softwareConsentsInThePlaceOfItsUnitsConvenerPost() {
        UUID meeting = finance.post("/api/meetings", body("2026-12-28T09:00:00+08:00"))
                .is(201)
                .id();
        new Api(mvc, Tokens.bearer(convener(Set.of(), true)))
                .post(path(meeting) + "/consent", null)
                .is(200);
    }

    @Test
    void absencesAreCountedPerUnitOverTheYear() {
        UUID first = convene();
        secretary
                .post(path(first) + "/attendance", Map.of("present", List.of(healthUnit)))
                .is(200);
        UUID second = convene();
        finance.post(path(second) + "/reply", Map.of("reply", "DEPUTY", "deputyName", "李静"))
                .is(200);
        secretary
                .post(path(second) + "/attendance", Map.of("present", List.of(healthUnit, financeUnit)))
                .is(200);
        convene();

        List<JsonNode> rows = items(secretary
                .get("/api/meetings/absences?year=2026&mechanism=" + mechanism)
                .is(200)
                .body()
                .path("items"));
        assertThat(rows).hasSize(2);
        JsonNode worst = rows.getFirst();
        assertThat(worst.path("unit").path("id").asString()).isEqualTo(financeUnit.toString());
        assertThat(List.of(
                        worst.path("invited").asInt(),
                        worst.path("attended").asInt(),
                        worst.path("deputies").asInt(),
                        worst.path("absent").asInt()))
                .containsExactly(2, 1, 1, 1);
        assertThat(items(finance.get("/api/meetings/absences?year=2026").body().path("items")))
                .hasSize(1);
    }

    @Test
    void aCancelledMeetingIsToldToThoseInvitedAndGoesNoFurther() {
        UUID meeting = convene();
        secretary
                .post(path(meeting) + "/cancellation", Map.of("reason", "与县委会议冲突"))
                .is(200);
        finance.post(path(meeting) + "/reply", Map.of("reply", "ATTEND")).refuses(409, "not-allowed-now");
        try (var topic = meetings()) {
            assertThat(topic.of(meeting, MeetingCancelled.class::isInstance)).hasSize(2);
        }
    }

    @Test
    void meetingsArePagedNewestFirst() {
        UUID first = id(secretary.post("/api/meetings", body("2026-12-01T09:00:00+08:00")));
        UUID third = id(secretary.post("/api/meetings", body("2026-12-03T09:00:00+08:00")));
        UUID second = id(secretary.post("/api/meetings", body("2026-12-02T09:00:00+08:00")));
        JsonNode page = secretary
                .get("/api/meetings?limit=2&mechanism=" + mechanism)
                .is(200)
                .body();
        assertThat(items(page.path("items")))
                .extracting(row -> row.path("id").asString())
                .containsExactly(third.toString(), second.toString());
        JsonNode rest = secretary
                .get("/api/meetings?limit=2&mechanism=" + mechanism + "&cursor="
                        + page.path("next").asString())
                .is(200)
                .body();
        assertThat(items(rest.path("items")))
                .extracting(row -> row.path("id").asString())
                .containsExactly(first.toString());
        assertThat(rest.path("next").isNull()).isTrue();
    }

    @Test
    void theCalendarIsLearnedFromWhoeverPublishesIt() {
        var channel = EventChannel.of(CalendarEvent.TOPIC, CalendarEvent.class, CalendarEvent.TYPES);
        try (var topic = new Topic<>(channel, brokers)) {
            topic.publish(
                    "2031",
                    new CalendarEvent.WorkingDaysPublished(
                            2031,
                            false,
                            List.of(LocalDate.of(2031, 10, 1), LocalDate.of(2031, 10, 2)),
                            List.of(LocalDate.of(2031, 9, 27))));
        }
        await().atMost(Duration.ofSeconds(30))
                .untilAsserted(() -> assertThat(workingDays.plus(LocalDate.of(2031, 9, 26), 5))
                        .isEqualTo("2031-10-06"));
    }

    @Test
    void aRetiredUnitGetsNoNewWork() {
        UUID meeting = convene();
        secretary.post("/api/units/" + outsiderUnit + "/retirement", null).is(200);
        Map<String, Object> minutes =
                Map.of("resolutions", List.of(Map.of("text", "梳理适宜技术清单", "leadUnitIds", List.of(outsiderUnit))));
        secretary
                .put(
                        path(meeting) + "/minutes",
                        minutes,
                        "If-Match",
                        secretary.get(path(meeting)).etag())
                .refuses(422, "unit-unknown");
        Map<String, Object> inviting = new java.util.HashMap<>(body("2026-12-10T09:00:00+08:00"));
        inviting.put("invitedUnitIds", List.of(outsiderUnit));
        secretary.post("/api/meetings", inviting).refuses(422, "unit-unknown");
        secretary.post("/api/units/" + financeUnit + "/retirement", null).is(200);
        assertThat(secretary
                        .post("/api/meetings", body("2026-12-11T09:00:00+08:00"))
                        .is(201)
                        .body()
                        .path("invited")
                        .asInt())
                .isEqualTo(1);
    }

    @Test
    void aCountysStaffProposeForTheirOwnUnitAndReadNoDraftOfTheCitys() {
        UUID meeting = convene();
        Map<String, Object> minutes = Map.of("text", "会议听取了有关情况汇报。");
        jdbc.sql("update meeting set county_id = null where id = :id")
                .param("id", meeting)
                .update();
        secretary
                .put(
                        path(meeting) + "/minutes",
                        minutes,
                        "If-Match",
                        secretary.get(path(meeting)).etag())
                .is(200);
        UUID county = UUID.fromString(secretary
                .get("/api/units/" + financeUnit)
                .body()
                .path("county")
                .path("id")
                .asString());
        Api countys = new Api(mvc, Tokens.bearer("SECRETARY", outsiderUnit, county));
        JsonNode seen = countys.get(path(meeting)).is(200).body();
        assertThat(seen.path("minutes").isNull()).isTrue();
        assertThat(seen.path("allowed").toString()).doesNotContain("PROPOSE_AGENDA_ITEM");
        countys.post(path(meeting) + "/agenda-items", Map.of("topic", "别家的议题", "unitId", financeUnit))
                .refuses(403, "not-yours");
        countys.post(path(meeting) + "/agenda-items", Map.of("topic", "自家的议题")).refuses(403, "not-yours");
        secretary
                .post(path(meeting) + "/agenda-items", Map.of("topic", "代为提出", "unitId", financeUnit))
                .is(201);
    }

    @Test
    void whatCannotBeIsRefusedByName() {
        for (String never : List.of("+999999999-12-31T23:59:59Z", "0001-01-01T00:00:00Z")) {
            secretary.post("/api/meetings", body(never)).is(400);
        }
        UUID meeting = convene();
        String etag = secretary.get(path(meeting)).etag();
        secretary.patch(path(meeting), Map.of("title", " "), "If-Match", etag).is(400);
        secretary
                .patch(path(meeting), Map.of("startsAt", "+999999999-12-31T23:59:59Z"), "If-Match", etag)
                .is(400);
        Map<String, Object> minutes = Map.of(
                "resolutions",
                List.of(Map.of("text", "梳理适宜技术清单", "leadUnitIds", List.of(healthUnit), "dueOn", "+999999999-12-31")));
        secretary.put(path(meeting) + "/minutes", minutes, "If-Match", etag).is(400);
        secretary
                .put(path(meeting) + "/minutes", Map.of("text", "会议\u0000听取"), "If-Match", etag)
                .is(422);
    }

    @Test
    void theCommittedDocumentIsWhatTheServiceSays() {
        OpenApiDocument.check(mvc, "meeting-service");
    }

    private UUID convene() {
        return secretary
                .post("/api/meetings", body("2026-12-10T09:00:00+08:00"))
                .is(201)
                .id();
    }

    private Map<String, Object> body(String startsAt) {
        return Map.of(
                "mechanismId", mechanism,
                "title", "第四季度例会",
                "kind", "REGULAR",
                "startsAt", startsAt,
                "place", "县政府二号会议室");
    }

    private static UUID id(Api.Reply reply) {
        return reply.is(201).id();
    }

    private static String path(UUID meeting) {
        return "/api/meetings/" + meeting;
    }

    private Caller convener(Set<UUID> posts, boolean software) {
        return new Caller(
                UUID.randomUUID().toString(),
                "周明",
                healthUnit,
                "县卫生健康局",
                null,
                Set.of("CONVENER"),
                Tokens.scopesOf("CONVENER"),
                posts,
                software);
    }

    private Topic<MeetingEvent> meetings() {
        return new Topic<>(EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES), brokers);
    }

    private static List<JsonNode> items(JsonNode list) {
        return StreamSupport.stream(list.spliterator(), false).toList();
    }
}
