package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import java.time.Duration;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.UnitRegistered;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.Resolution;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionOperations;
import tools.jackson.databind.JsonNode;

/** Directory and minutes as they arrive from Kafka. */
@ServiceTest(kafka = true)
class MinutesFollowUpTest {
    private static final EventChannel<DirectoryEvent> DIRECTORY =
            EventChannel.of(DirectoryEvent.TOPIC, DirectoryEvent.class, DirectoryEvent.TYPES);
    private static final EventChannel<MeetingEvent> MEETINGS =
            EventChannel.of(MeetingEvent.TOPIC, MeetingEvent.class, MeetingEvent.TYPES);

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    Outbox outbox;

    @Autowired
    TransactionOperations transactions;

    @Autowired
    Plans plans;

    @Test
    void eachResolutionBecomesATaskOfItsUnitsOnceEvenWhereTheUnitIsHeardOfLater() {
        clock.set("2026-11-02T09:00");
        DirectoryEvent.County county = Api.county("泰安县");
        UUID health = UUID.randomUUID();
        UUID finance = UUID.randomUUID();
        MinutesIssued issued = new MinutesIssued(
                UUID.randomUUID(),
                5,
                "中医药工作联席会议第三次会议纪要",
                "〔2026〕3号",
                LocalDate.of(2026, 11, 2),
                List.of(
                        new Resolution(
                                UUID.randomUUID(),
                                1,
                                "由县卫生健康局牵头制定人才培养方案。",
                                List.of(health),
                                List.of(finance),
                                LocalDate.of(2026, 11, 16),
                                true),
                        new Resolution(
                                UUID.randomUUID(),
                                2,
                                "由县财政局落实专项经费。",
                                List.of(finance),
                                List.of(),
                                LocalDate.of(2026, 12, 31),
                                false)),
                List.of(health, finance));
        tell(issued);
        tell(issued);
        tell(new UnitRegistered(unit(health, "县卫生健康局", county)));
        tell(new UnitRegistered(unit(finance, "县财政局", county)));

        await().atMost(Duration.ofSeconds(60)).until(() -> plans.existsByMeetingId(issued.meetingId()));
        Api api = new Api(mvc, directory);
        List<JsonNode> tasks = api.liaison(finance).get("/api/tasks").items();
        assertThat(tasks)
                .extracting(
                        task -> task.path("title").asString(),
                        task -> task.path("dueOn").asString())
                .containsExactly(
                        org.assertj.core.groups.Tuple.tuple("由县卫生健康局牵头制定人才培养方案", "2026-11-16"),
                        org.assertj.core.groups.Tuple.tuple("由县财政局落实专项经费", "2026-12-31"));
        assertThat(tasks).allSatisfy(task -> {
            assertThat(task.path("source").asString()).isEqualTo("MINUTES");
            assertThat(task.path("countyId").asString()).isEqualTo(county.id().toString());
        });

        // What follows on the same key has been taken too once its successor has.
        MinutesIssued empty = new MinutesIssued(
                issued.meetingId(), 6, "补发", null, LocalDate.of(2026, 11, 3), issued.resolutions(), List.of());
        tell(empty);
        UUID after = UUID.randomUUID();
        tell(new UnitRegistered(unit(after, "县林业局", county)));
        MinutesIssued next = new MinutesIssued(
                UUID.randomUUID(),
                1,
                "第四次会议纪要",
                null,
                LocalDate.of(2026, 11, 3),
                List.of(new Resolution(
                        UUID.randomUUID(), 1, "再议。", List.of(after), List.of(), LocalDate.of(2026, 12, 1), true)),
                List.of());
        tell(next);
        await().atMost(Duration.ofSeconds(60)).until(() -> plans.existsByMeetingId(next.meetingId()));
        assertThat(api.liaison(finance).get("/api/tasks").items()).hasSize(2);
        assertThat(api.liaison(finance).get("/api/plans").items()).hasSize(1);
    }

    private void tell(DirectoryEvent event) {
        transactions.executeWithoutResult(status -> outbox.append(DIRECTORY.outgoing(event.key(), event)));
    }

    private void tell(MeetingEvent event) {
        transactions.executeWithoutResult(status -> outbox.append(MEETINGS.outgoing(event.key(), event)));
    }

    private static UnitState unit(UUID id, String shortName, DirectoryEvent.County county) {
        return new UnitState(id, "泰安" + shortName, shortName, List.of(), Level.COUNTY, county, 1);
    }
}
