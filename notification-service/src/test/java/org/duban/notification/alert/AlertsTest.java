package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.notification.alert.AlertKind.COMPLETION_RETURNED;
import static org.duban.notification.alert.AlertKind.COMPLETION_SUBMITTED;
import static org.duban.notification.alert.AlertKind.LIGHT_TURNED;
import static org.duban.notification.alert.AlertKind.MEETING_CONVENED;
import static org.duban.notification.alert.AlertKind.MINUTES_ISSUED;
import static org.duban.notification.alert.AlertKind.NOTICE_ANSWERED;
import static org.duban.notification.alert.AlertKind.NOTICE_ISSUED;
import static org.duban.notification.alert.AlertKind.REPORT_DUE;
import static org.duban.notification.alert.AlertKind.REPORT_NOT_SIGNED;
import static org.duban.notification.alert.AlertKind.REPORT_OVERDUE;
import static org.duban.notification.alert.AlertKind.REPORT_REQUESTED;
import static org.duban.notification.alert.AlertKind.REPORT_RETURNED;
import static org.duban.notification.alert.AlertKind.REPORT_SUBMITTED;
import static org.duban.notification.alert.AlertKind.REPORT_TO_SIGN_OFF;
import static org.duban.notification.alert.AlertKind.TASK_ASSIGNED;
import static org.duban.notification.alert.AlertKind.TASK_CHANGED;
import static org.duban.notification.alert.AlertKind.URGED;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.get;
import static org.springframework.test.web.servlet.request.MockMvcRequestBuilders.post;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.jsonPath;
import static org.springframework.test.web.servlet.result.MockMvcResultMatchers.status;

import io.micrometer.core.instrument.MeterRegistry;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Collections;
import java.util.Deque;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Random;
import java.util.UUID;
import java.util.stream.LongStream;
import org.apache.kafka.clients.consumer.ConsumerRecord;
import org.duban.kit.id.Ids;
import org.duban.kit.inbox.Inbox;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.TestClock;
import org.duban.kit.test.Tokens;
import org.duban.kit.web.Limit;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.meeting.contract.DirectoryEvent.Level;
import org.duban.meeting.contract.DirectoryEvent.UnitState;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.ReceiptRecorded;
import org.duban.notification.NotificationTest;
import org.duban.notification.directory.Directory;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.NoticeAnswer;
import org.duban.task.contract.TaskEvent.Part;
import org.duban.task.contract.TaskEvent.RoundClosed;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;
import org.springframework.transaction.support.TransactionTemplate;

@NotificationTest
class AlertsTest {

    @Autowired
    Inbox inbox;

    @Autowired
    TaskNews taskNews;

    @Autowired
    MeetingNews meetingNews;

    @Autowired
    Alerts alerts;

    @Autowired
    Directory directory;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    @Autowired
    AlertMeters alertMeters;

    @Autowired
    MeterRegistry meters;

    @Autowired
    MockMvc mvc;

    private final UUID unit = Ids.next();
    private final Story story = Story.ofUnit(unit);

    @BeforeEach
    void monday() {
        clock.set("2023-03-13T09:00");
    }

    @Test
    void assignmentIsSaidOnceAndWithdrawnWhenAcknowledged() {
        ConsumerRecord<String, byte[]> record = Story.record(story.assigned(false));
        hear(record);
        hear(record);

        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(TASK_ASSIGNED);
        assertThat(standing(unit).getFirst().title()).isEqualTo("新任务：建立督办台账");
        hear(story.acknowledged());
        assertThat(standing(unit)).isEmpty();
        assertThat(all(unit))
                .singleElement()
                .satisfies(alert -> assertThat(alert.withdrawnAt()).isNotNull());
    }

    @Test
    void fallingBehindIsSaidUntilTheTaskHasCaughtUp() {
        hear(story.assigned(true));
        hear(story.turned("GREEN", "YELLOW", "BEHIND"));
        assertThat(standing(unit)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(LIGHT_TURNED);
            assertThat(alert.title()).isEqualTo("黄灯：建立督办台账");
            assertThat(alert.body()).contains("落后25个百分点");
        });
        hear(story.turned("YELLOW", "RED", "BEHIND"));
        assertThat(standing(unit)).extracting(Alert::title).containsExactly("红灯：建立督办台账");
        hear(story.turned("RED", "GREEN", null));
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void aDayThatComesNearIsNotSaidTwice() {
        hear(story.assigned(true));
        hear(story.turned("GREEN", "BLUE", "DUE_WITHIN"));
        hear(story.turned("BLUE", "RED", "OVERDUE"));
        assertThat(all(unit)).as("reminders say it").isEmpty();
    }

    @Test
    void quietAssignmentIsNotSaid() {
        hear(story.assigned(true));
        assertThat(all(unit)).isEmpty();
    }

    @Test
    void owedReportIsRemindedOfOncePerDayAndNoMoreWhenHandedIn() {
        hear(story.requested());
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(REPORT_REQUESTED);

        for (String day : List.of("2023-03-20", "2023-03-24", "2023-03-26", "2023-03-27", "2023-03-28", "2023-03-29")) {
            clock.set(LocalDate.parse(day));
            days.now();
            days.now();
        }
        assertThat(standing(unit))
                .extracting(Alert::kind)
                .containsExactly(
                        REPORT_OVERDUE,
                        REPORT_OVERDUE,
                        REPORT_DUE,
                        REPORT_DUE,
                        REPORT_DUE,
                        REPORT_DUE,
                        REPORT_REQUESTED);
        assertThat(standing(unit).getFirst().title()).isEqualTo("已逾期2天：建立督办台账");

        hear(story.submitted(2));
        assertThat(standing(unit)).isEmpty();
        clock.set(LocalDate.parse("2023-03-30"));
        days.now();
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void aReminderThatTheDayAsksForIsLateUntilItIsSaid() {
        hear(story.requested());
        clock.set(LocalDate.parse("2023-03-26"));
        alertMeters.look();
        double due = meters.get("duban.alerts.due").gauge().value();
        double late = meters.get("duban.alerts.late").gauge().value();
        assertThat(due).isGreaterThanOrEqualTo(1);
        assertThat(late).isGreaterThanOrEqualTo(1);

        days.now();
        alertMeters.look();
        assertThat(meters.get("duban.alerts.due").gauge().value()).isEqualTo(due);
        assertThat(meters.get("duban.alerts.late").gauge().value()).isZero();
    }

    @Test
    void jumpOfTheClockSaysOnlyWhatTheNewDaySays() {
        hear(story.requested());
        clock.set(LocalDate.parse("2023-05-08"));
        days.now();
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(REPORT_OVERDUE, REPORT_REQUESTED);
    }

    @Test
    void returnAsksAgainUntilItIsAnswered() {
        hear(story.requested());
        hear(story.submitted(2));
        hear(story.returned(3));
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(REPORT_RETURNED);
        assertThat(standing(unit).getFirst().body()).contains("数据与台账不符").contains("3月30日");

        clock.set(LocalDate.parse("2023-03-29"));
        days.now();
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(REPORT_DUE, REPORT_RETURNED);
        hear(story.submitted(4));
        assertThat(standing(unit)).isEmpty();
    }

    /** behaviours.md P10 */
    @Test
    void theHeadIsToldWhatWaitsAndTheUnitWhatWasNotSigned() {
        hear(story.requested());
        hear(story.awaitsSignOff(1));
        assertThat(standing(unit))
                .filteredOn(alert -> alert.kind() == REPORT_TO_SIGN_OFF)
                .singleElement()
                .satisfies(alert -> assertThat(alert.body()).contains("2023年第12周报送由林秋实填好", "3月27日"));
        assertThat(standing(unit))
                .as("it is owed all the same")
                .extracting(Alert::kind)
                .contains(REPORT_REQUESTED);

        hear(story.signOffRefused(2));
        assertThat(standing(unit))
                .filteredOn(alert -> alert.kind() != REPORT_REQUESTED)
                .singleElement()
                .satisfies(alert -> {
                    assertThat(alert.kind()).isEqualTo(REPORT_NOT_SIGNED);
                    assertThat(alert.body()).contains("2023年第一季度报送未签发", "请补充完成数量");
                });
        hear(story.awaitsSignOff(3));
        assertThat(standing(unit))
                .extracting(Alert::kind)
                .containsExactlyInAnyOrder(REPORT_REQUESTED, REPORT_TO_SIGN_OFF);
        hear(story.submitted(4));
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void manyReportsOfOneRoundAreAskedForInOneAlert() {
        UUID round = Ids.next();
        List<Story> stories = LongStream.range(0, 12)
                .mapToObj(n -> new Story(unit, null, round, "任务" + n))
                .toList();
        stories.forEach(each -> hear(each.requested()));
        assertThat(standing(unit)).singleElement().satisfies(alert -> {
            assertThat(alert.title()).isEqualTo("2023年3月督导调度：须报送12项");
            assertThat(alert.link()).isEqualTo(new Link(Link.Kind.ROUND, round));
        });

        stories.forEach(each -> hear(each.submitted(2)));
        assertThat(standing(unit)).isEmpty();
        assertThat(staff(null, unit)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(REPORT_SUBMITTED);
            assertThat(alert.title()).isEqualTo("2023年3月报送待审核12项");
        });
        stories.forEach(each -> hear(each.accepted(3)));
        assertThat(staff(null, unit)).isEmpty();
    }

    @Test
    void closedRoundAsksForNothing() {
        hear(story.requested());
        clock.set(Story.DUE);
        days.now();
        hear(new RoundClosed(story.round, Ids.next(), "2023-03"));
        assertThat(standing(unit)).isEmpty();
        clock.set(Story.DUE.plusDays(1));
        days.now();
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void completionGoesToTheSupervisorsAndItsReturnToTheUnit() {
        UUID county = Ids.next();
        Story ofCounty = new Story(unit, county, Ids.next(), "县里的任务");
        hear(ofCounty.assigned(true));
        hear(ofCounty.urged());
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(URGED);

        hear(ofCounty.completionSubmitted(4));
        assertThat(standing(unit)).isEmpty();
        assertThat(staff(null, unit)).extracting(Alert::kind).containsExactly(COMPLETION_SUBMITTED);
        assertThat(staff(county, unit)).hasSize(1);
        assertThat(staff(Ids.next(), unit)).isEmpty();

        hear(ofCounty.completionReturned(5));
        assertThat(staff(null, unit)).isEmpty();
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(COMPLETION_RETURNED);
        hear(ofCounty.closed(7));
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void aNoticeIsSaidToItsUnitUntilItSignsForItAndItsAnswersToWhoeverIssuedIt() {
        UUID county = Ids.next();
        Story ofCounty = new Story(unit, county, Ids.next(), "县里的任务");
        hear(ofCounty.noticed());
        assertThat(standing(unit)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(NOTICE_ISSUED);
            assertThat(alert.title()).isEqualTo("黄色督办单：县里的任务");
            assertThat(alert.body()).isEqualTo("督办〔2023〕12号已签发，请签收，并于4月1日前反馈。请立即报送。");
            assertThat(alert.link()).isEqualTo(new Link(Link.Kind.NOTICE, ofCounty.notice));
        });
        hear(ofCounty.answered(2, NoticeAnswer.RECEIPT, ""));
        assertThat(standing(unit)).isEmpty();
        assertThat(staff(county, unit)).as("a receipt asks nobody for anything").isEmpty();

        hear(ofCounty.answered(3, NoticeAnswer.APPEAL, "已按期报送。"));
        assertThat(staff(county, unit)).extracting(Alert::kind).containsExactly(NOTICE_ANSWERED);
        assertThat(staff(Ids.next(), unit)).isEmpty();
        hear(ofCounty.appealDecided(4, false));
        assertThat(staff(county, unit)).isEmpty();
        assertThat(standing(unit))
                .singleElement()
                .satisfies(alert -> assertThat(alert.title()).isEqualTo("申诉未成立，督办单维持：县里的任务"));
        hear(ofCounty.settled(5));
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void supervisorsHearOfACompletionOnceTheLastLeadUnitHasSubmittedItsPart() {
        hear(story.assigned(true));
        hear(new TaskEvent.CompletionSubmitted(story.task, 2, story.title, unit, 1, null));
        assertThat(staff(null, unit)).isEmpty();
        hear(story.completionSubmitted(3));
        assertThat(staff(null, unit)).extracting(Alert::kind).containsExactly(COMPLETION_SUBMITTED);
    }

    @Test
    void whoGaveAPieceIsAskedToVerifyItAndToDecideOnItsDay() {
        UUID giver = Ids.next();
        hear(story.assigned(true));
        hear(new TaskEvent.CompletionSubmitted(story.task, 3, story.title, unit, null, giver));
        LocalDate due = LocalDate.of(2023, 12, 31);
        hear(new TaskEvent.ExtensionRequested(
                story.task, 4, Ids.next(), story.title, unit, null, due, due.plusDays(30), "理由", giver));
        assertThat(standing(giver))
                .extracting(Alert::kind)
                .containsExactlyInAnyOrder(COMPLETION_SUBMITTED, AlertKind.EXTENSION_REQUESTED);
        assertThat(staff(null, unit)).isEmpty();
    }

    @Test
    void whatWaitsOnAPieceIsAskedOfWhoeverTookItOver() {
        UUID giver = Ids.next();
        UUID heir = Ids.next();
        UUID request = Ids.next();
        LocalDate due = LocalDate.of(2023, 12, 31);
        hear(story.assigned(true));
        hear(new TaskEvent.CompletionSubmitted(story.task, 3, story.title, unit, null, giver));
        hear(new TaskEvent.ExtensionRequested(
                story.task, 4, request, story.title, unit, null, due, due.plusDays(30), "理由", giver));
        hear(new TaskEvent.PieceHandedOver(story.task, 5, story.title, giver, heir));
        assertThat(standing(giver)).isEmpty();
        hear(new TaskEvent.CompletionSubmitted(story.task, 5, story.title, unit, null, heir));
        hear(new TaskEvent.ExtensionRequested(
                story.task, 5, request, story.title, unit, null, due, due.plusDays(30), "理由", heir));
        assertThat(standing(heir))
                .extracting(Alert::kind)
                .containsExactlyInAnyOrder(COMPLETION_SUBMITTED, AlertKind.EXTENSION_REQUESTED);
    }

    @Test
    void aSuspensionDropsWhatWasAskedOnTheTaskAndIsTold() {
        hear(story.assigned(false));
        hear(story.urged());
        hear(new TaskEvent.TaskSuspended(story.task, 4, story.title, "政策调整", LocalDate.of(2023, 7, 1)));
        assertThat(standing(unit)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(TASK_CHANGED);
            assertThat(alert.body()).contains("2023年7月1日自动恢复", "政策调整");
        });
        hear(new TaskEvent.TaskResumed(story.task, 5, story.title, LocalDate.of(2023, 12, 31), null));
        assertThat(standing(unit)).hasSize(2);
        assertThat(standing(unit)).extracting(Alert::title).contains("任务恢复：建立督办台账");
    }

    @Test
    void anExtensionIsAskedOfTheSupervisorsAndItsDecisionToldToWhoAsked() {
        UUID other = Ids.next();
        UUID request = Ids.next();
        LocalDate due = LocalDate.of(2023, 12, 31);
        LocalDate later = LocalDate.of(2024, 3, 31);
        hear(story.assigned(true));
        hear(story.changed(
                List.of(new Assignee(unit, Part.LEAD, null), new Assignee(other, Part.LEAD, null)),
                List.of(),
                List.of()));
        hear(new TaskEvent.ExtensionRequested(
                story.task, 8, request, story.title, unit, null, due, later, "征求意见未结束", null));
        assertThat(staff(null, unit)).extracting(Alert::kind).containsExactly(AlertKind.EXTENSION_REQUESTED);
        hear(new TaskEvent.TaskExtended(story.task, 9, story.title, due, later, unit));
        hear(new TaskEvent.ExtensionDecided(story.task, 9, request, story.title, unit, null, later, "同意"));
        assertThat(staff(null, unit)).isEmpty();
        assertThat(standing(unit)).extracting(Alert::kind).containsExactly(AlertKind.EXTENSION_DECIDED);
        assertThat(standing(other)).extracting(Alert::title).containsExactly("完成时限调整：建立督办台账");
    }

    @Test
    void aWithdrawnRequestIsNoLongerAsked() {
        UUID request = Ids.next();
        LocalDate due = LocalDate.of(2023, 12, 31);
        hear(story.assigned(true));
        hear(new TaskEvent.ExtensionRequested(
                story.task, 2, request, story.title, unit, null, due, due.plusDays(30), "理由", null));
        hear(new TaskEvent.ExtensionWithdrawn(story.task, 3, request, unit));
        assertThat(staff(null, unit)).isEmpty();
    }

    @Test
    void aChangedTaskIsToldToWhoStaysGivenToWhoJoinsAndTakenFromWhoLeaves() {
        UUID joins = Ids.next();
        UUID leaves = Ids.next();
        hear(story.assigned(false));
        hear(story.changed(
                List.of(new Assignee(unit, Part.LEAD, null), new Assignee(leaves, Part.COOPERATING, null)),
                List.of(leaves),
                List.of(),
                new FieldChange("cooperators", null, "市财政局")));
        assertThat(standing(leaves)).extracting(Alert::kind).containsExactly(TASK_ASSIGNED);
        hear(new TaskChanged(
                story.task,
                8,
                Ids.next(),
                "年度重点工作方案",
                3,
                story.title,
                LocalDate.of(2024, 3, 31),
                LocalDate.of(2023, 3, 22),
                List.of(new Assignee(unit, Part.LEAD, null), new Assignee(joins, Part.COOPERATING, null)),
                List.of(joins),
                List.of(leaves),
                List.of(new FieldChange("dueOn", "2023-12-31", "2024-03-31"))));
        assertThat(standing(unit)).extracting(Alert::kind).containsOnly(TASK_CHANGED, TASK_ASSIGNED);
        assertThat(standing(unit))
                .filteredOn(alert -> alert.kind() == TASK_CHANGED)
                .extracting(Alert::body)
                .anyMatch(body -> body.contains("完成时限由“2023年12月31日”改为“2024年3月31日”"));
        assertThat(standing(joins)).extracting(Alert::kind).containsExactly(TASK_ASSIGNED);
        assertThat(standing(leaves)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(TASK_CHANGED);
            assertThat(alert.body()).contains("不再承担");
        });
    }

    @Test
    void aNoteBesideATaskAlertsNobody() {
        hear(story.assigned(true));
        hear(story.changed(
                List.of(new Assignee(unit, Part.LEAD, null)),
                List.of(),
                List.of(),
                new FieldChange("remark", null, "已会签")));
        assertThat(standing(unit)).isEmpty();
    }

    @Test
    void meetingIsAnnouncedItsMinutesAwaitReceiptAndACancelledOneIsTakenBack() {
        UUID meeting = Ids.next();
        UUID other = Ids.next();
        OffsetDateTime at = OffsetDateTime.parse("2023-03-15T01:30:00Z");
        hear(new MeetingConvened(meeting, 1, Ids.next(), "第一季度联席会议", at, "三楼会议室", List.of(unit, other), null));
        assertThat(standing(unit)).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(MEETING_CONVENED);
            assertThat(alert.body()).contains("2023年3月15日09:30").contains("三楼会议室");
        });
        hear(new MinutesIssued(
                meeting, 5, "第一季度联席会议", "会纪〔2023〕1号", LocalDate.of(2023, 3, 16), List.of(), List.of(unit, other)));
        assertThat(standing(unit)).extracting(Alert::kind).contains(MINUTES_ISSUED);
        hear(new ReceiptRecorded(meeting, 6, unit, at));
        assertThat(standing(unit)).extracting(Alert::kind).doesNotContain(MINUTES_ISSUED);
        assertThat(standing(other)).extracting(Alert::kind).contains(MINUTES_ISSUED);

        UUID cancelled = Ids.next();
        hear(new MeetingConvened(cancelled, 1, Ids.next(), "专题会", at, "二楼", List.of(unit), null));
        hear(new MeetingCancelled(cancelled, 2, "专题会", "另行安排", List.of(unit)));
        assertThat(standing(unit))
                .filteredOn(alert -> alert.link().id().equals(cancelled))
                .singleElement()
                .satisfies(alert -> assertThat(alert.title()).isEqualTo("会议取消：专题会"));
    }

    @Test
    void anyOrderAndRepetitionOfDeliveriesEndsAlike() {
        List<String> expected = null;
        for (int seed = 0; seed < 8; seed++) {
            Random random = new Random(seed);
            UUID round = Ids.next();
            UUID first = Ids.next();
            UUID second = Ids.next();
            List<Story> stories = List.of(
                    new Story(first, null, round, "甲"),
                    new Story(first, null, round, "乙"),
                    new Story(second, null, round, "丙"));
            Map<UUID, String> names = new LinkedHashMap<>(Map.of(round, "round", first, "first", second, "second"));
            List<Deque<ConsumerRecord<String, byte[]>>> keys = new ArrayList<>();
            for (Story each : stories) {
                names.put(each.task, "task " + each.title);
                names.put(each.report, "report " + each.title);
                keys.add(records(List.of(each.assigned(false), each.acknowledged())));
                List<TaskEvent> reports = each.reportedTwice();
                if (each == stories.get(1)) {
                    reports = List.of(each.requested(), each.submitted(2), each.returned(3));
                }
                // Not even one report's own events need to come in order.
                reports.forEach(event -> keys.add(records(List.of(event))));
            }
            clock.set("2023-03-13T09:00");
            if (seed == 0) {
                keys.forEach(key -> key.forEach(this::hear));
            } else {
                deliver(keys, random);
            }
            clock.set(LocalDate.parse("2023-03-30"));
            days.now();

            List<String> said = said(List.of(first, second), names);
            assertThat(said).as("seed %d", seed).hasSizeGreaterThan(7);
            expected = expected == null ? said : expected;
            assertThat(said).as("seed %d", seed).isEqualTo(expected);
        }
    }

    @Test
    void unitReadsItsOwnAlertsAndNobodyElses() throws Exception {
        UUID county = Ids.next();
        directory.keep(
                new UnitState(unit, "云江市交通运输局", "市交通运输局", List.of(), Level.COUNTY, new County(county, "临江县"), 1),
                false);
        hear(story.assigned(false));
        hear(story.urged());
        String mine = Tokens.bearer("LIAISON", unit, county);
        String others = Tokens.bearer("LIAISON", Ids.next(), county);

        mvc.perform(get("/api/alerts/count").header("Authorization", mine))
                .andExpect(jsonPath("$.unread").value(2));
        mvc.perform(get("/api/alerts?state=unread&limit=1").header("Authorization", mine))
                .andExpect(jsonPath("$.items.length()").value(1))
                .andExpect(jsonPath("$.items[0].kind").value("URGED"))
                .andExpect(jsonPath("$.items[0].createdAt").value("2023-03-13T09:00:00+08:00"))
                .andExpect(jsonPath("$.items[0].link.kind").value("TASK"))
                .andExpect(jsonPath("$.items[0].unit.shortName").value("市交通运输局"))
                .andExpect(jsonPath("$.items[0].unit.countyName").value("临江县"))
                .andExpect(jsonPath("$.next").isNotEmpty());
        mvc.perform(get("/api/alerts").header("Authorization", others))
                .andExpect(jsonPath("$.items").isEmpty());

        UUID id = all(unit).getFirst().id();
        mvc.perform(post("/api/alerts/{id}/read", id).header("Authorization", others))
                .andExpect(status().isNotFound());
        mvc.perform(post("/api/alerts/{id}/read", id).header("Authorization", mine))
                .andExpect(status().isOk())
                .andExpect(jsonPath("$.readAt").isNotEmpty());
        mvc.perform(get("/api/alerts/count").header("Authorization", mine))
                .andExpect(jsonPath("$.unread").value(1));
        mvc.perform(post("/api/alerts/read").header("Authorization", mine))
                .andExpect(jsonPath("$.unread").value(0));
        mvc.perform(get("/api/alerts?state=unread").header("Authorization", mine))
                .andExpect(jsonPath("$.items").isEmpty());
        mvc.perform(get("/api/alerts?state=nonsense").header("Authorization", mine))
                .andExpect(status().isBadRequest());
        mvc.perform(get("/api/alerts").header("Authorization", Tokens.bearer("LIAISON", unit, county, "ledger:read")))
                .andExpect(status().isForbidden());
    }

    @Test
    void pagesFollowOneAnotherWithoutGapOrRepetition() {
        for (int n = 0; n < 7; n++) {
            hear(Story.ofUnit(unit).urged());
        }
        Viewer viewer = viewer(unit);
        List<UUID> seen = new ArrayList<>();
        var page = alerts.list(viewer, false, new Limit(3), null);
        seen.addAll(page.items().stream().map(Alert::id).toList());
        while (page.next() != null) {
            page = alerts.list(viewer, false, new Limit(3), org.duban.kit.web.Cursor.decode(page.next()));
            seen.addAll(page.items().stream().map(Alert::id).toList());
        }
        assertThat(seen).hasSize(7).doesNotHaveDuplicates();
    }

    private void hear(TaskEvent event) {
        hear(Story.record(event));
    }

    private void hear(ConsumerRecord<String, byte[]> record) {
        inbox.takeOnce(record, Story.CHANNEL, taskNews::take);
    }

    private void hear(org.duban.meeting.contract.MeetingEvent event) {
        transactions.executeWithoutResult(status -> meetingNews.take(event));
    }

    private static Deque<ConsumerRecord<String, byte[]>> records(List<? extends TaskEvent> events) {
        return new ArrayDeque<>(events.stream().map(Story::record).toList());
    }

    private void deliver(List<Deque<ConsumerRecord<String, byte[]>>> keys, Random random) {
        List<ConsumerRecord<String, byte[]>> delivered = new ArrayList<>();
        List<Deque<ConsumerRecord<String, byte[]>>> left = new ArrayList<>(keys);
        while (!left.isEmpty()) {
            Deque<ConsumerRecord<String, byte[]>> key = left.get(random.nextInt(left.size()));
            ConsumerRecord<String, byte[]> next = key.removeFirst();
            if (key.isEmpty()) {
                left.remove(key);
            }
            hear(next);
            delivered.add(next);
            if (random.nextBoolean()) {
                hear(delivered.get(random.nextInt(delivered.size())));
            }
        }
        Collections.shuffle(delivered, random);
        delivered.forEach(this::hear);
    }

    private List<String> said(List<UUID> units, Map<UUID, String> names) {
        return jdbc.sql("""
                select audience || ' ' || unit_id || ' ' || kind || ' ' || subject_id
                    || ' ' || occasion || ' ' || title || ' ' || body || ' ' || (withdrawn_at is not null)
                from alert where unit_id in (:units)
                """).param("units", units).query(String.class).list().stream()
                .map(line -> {
                    String named = line;
                    for (Map.Entry<UUID, String> name : names.entrySet()) {
                        named = named.replace(name.getKey().toString(), name.getValue());
                    }
                    return named;
                })
                .sorted()
                .toList();
    }

    private List<Alert> all(UUID unit) {
        return alerts.list(viewer(unit), false, new Limit(200), null).items();
    }

    private List<Alert> standing(UUID unit) {
        return alerts.list(viewer(unit), true, new Limit(200), null).items();
    }

    private List<Alert> staff(UUID county, UUID about) {
        Viewer supervisor = new Viewer("supervisor " + Ids.next(), null, true, county);
        List<UUID> ids = jdbc.sql("select id from alert where unit_id = ?")
                .param(about)
                .query(UUID.class)
                .list();
        return alerts.list(supervisor, true, new Limit(200), null).items().stream()
                .filter(alert -> ids.contains(alert.id()))
                .toList();
    }

    private static Viewer viewer(UUID unit) {
        return new Viewer("reader of " + unit, unit, false, null);
    }
}
