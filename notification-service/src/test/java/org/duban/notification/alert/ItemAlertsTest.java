package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.notification.alert.AlertKind.COMPLAINT_DUE;
import static org.duban.notification.alert.AlertKind.COMPLAINT_GIVEN;
import static org.duban.notification.alert.AlertKind.COMPLAINT_OVERDUE;
import static org.duban.notification.alert.AlertKind.COMPLAINT_RECEIVED;
import static org.duban.notification.alert.AlertKind.COMPLAINT_RETURNED;
import static org.duban.notification.alert.AlertKind.COMPLAINT_TO_REVIEW;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_CLOSED;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_DUE;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_FOLLOW_UP;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_OPENED;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_OVERDUE;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_RETURNED;
import static org.duban.notification.alert.AlertKind.RECTIFICATION_TO_REVIEW;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.DayTurns;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.notification.NotificationTest;
import org.duban.task.contract.ComplaintEvent;
import org.duban.task.contract.ComplaintEvent.Case;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerSubmitted;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswered;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.ComplaintReceived;
import org.duban.task.contract.ComplaintEvent.ComplaintVerified;
import org.duban.task.contract.RectificationEvent;
import org.duban.task.contract.RectificationEvent.Item;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationCompleted;
import org.duban.task.contract.RectificationEvent.RectificationFollowedUp;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.contract.RectificationEvent.RectificationPlanAgreed;
import org.duban.task.contract.RectificationEvent.RectificationPlanSubmitted;
import org.duban.task.contract.RectificationEvent.ReinspectionFailed;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.transaction.support.TransactionTemplate;

/** What units and supervisors hear of rectifications and complaints. */
@NotificationTest
class ItemAlertsTest {

    @Autowired
    RectificationNews rectifications;

    @Autowired
    ComplaintNews complaints;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    TestClock clock;

    @Autowired
    DayTurns days;

    private final UUID unit = Ids.next();
    private final UUID helper = Ids.next();
    private final UUID county = Ids.next();
    private final UUID id = Ids.next();
    private long version;

    @BeforeEach
    void monday() {
        jdbc.sql("delete from deadline").update();
        clock.set("2023-03-13T09:00");
        version = 0;
    }

    private Item item() {
        return new Item(id, ++version, "中药房存有过期饮片", unit, null, county);
    }

    private RectificationOpened opened(boolean onTheSpot) {
        return new RectificationOpened(
                item(), "INSPECTION", List.of(helper), LocalDate.of(2023, 3, 27), null, onTheSpot, null);
    }

    private void hear(RectificationEvent... events) {
        transactions.executeWithoutResult(status -> List.of(events).forEach(rectifications::take));
    }

    private void hear(ComplaintEvent... events) {
        transactions.executeWithoutResult(status -> List.of(events).forEach(complaints::take));
    }

    private List<Alert> standing(Viewer viewer) {
        return alerts.list(viewer, true, Limit.USUAL, null).items();
    }

    private List<Alert> ofUnit(UUID unit) {
        return standing(new Viewer("reader of " + unit, unit, false, null));
    }

    private List<Alert> ofStaff(@Nullable UUID county) {
        return standing(new Viewer("staff of " + county, null, true, county)).stream()
                .filter(alert -> alert.link().id().equals(id))
                .toList();
    }

    private List<String> saidOn(LocalDate from, LocalDate to, boolean staff) {
        List<String> said = new ArrayList<>();
        for (LocalDate day = from; !day.isAfter(to); day = day.plusDays(1)) {
            clock.set(day);
            days.now();
            days.now();
            LocalDate today = day;
            (staff ? ofStaff(county) : ofUnit(unit))
                    .stream()
                            .filter(alert -> alert.day().equals(today))
                            .forEach(alert -> said.add(today + " " + alert.kind()));
        }
        return said;
    }

    @Test
    void unitIsToldOfAProblemAndRemindedUntilItHandsInAPlan() {
        hear(opened(false));
        assertThat(ofUnit(unit)).extracting(Alert::kind).containsExactly(RECTIFICATION_OPENED);
        assertThat(ofUnit(unit).getFirst().title()).isEqualTo("整改通知：中药房存有过期饮片");
        assertThat(ofUnit(unit).getFirst().link()).isEqualTo(new Link(Link.Kind.RECTIFICATION, id));
        assertThat(ofUnit(helper).getFirst().title()).isEqualTo("整改配合：中药房存有过期饮片");
        assertThat(ofStaff(county)).isEmpty();

        assertThat(saidOn(LocalDate.of(2023, 3, 14), LocalDate.of(2023, 3, 28), false))
                .containsExactly(
                        "2023-03-20 " + RECTIFICATION_DUE,
                        "2023-03-24 " + RECTIFICATION_DUE,
                        "2023-03-26 " + RECTIFICATION_DUE,
                        "2023-03-27 " + RECTIFICATION_DUE,
                        "2023-03-28 " + RECTIFICATION_OVERDUE);
        hear(new RectificationPlanSubmitted(item(), LocalDate.of(2023, 4, 30)));
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county)).extracting(Alert::kind).containsExactly(RECTIFICATION_TO_REVIEW);
        assertThat(ofStaff(Ids.next())).isEmpty();
        assertThat(ofStaff(null)).hasSize(1);
        assertThat(saidOn(LocalDate.of(2023, 3, 29), LocalDate.of(2023, 3, 31), false))
                .isEmpty();
    }

    @Test
    void agreedDayIsRemindedOfAndWhatFailsComesBack() {
        hear(opened(false), new RectificationPlanSubmitted(item(), LocalDate.of(2023, 3, 20)));
        hear(new RectificationPlanAgreed(item(), LocalDate.of(2023, 3, 20)));
        assertThat(ofStaff(county)).isEmpty();
        assertThat(saidOn(LocalDate.of(2023, 3, 19), LocalDate.of(2023, 3, 21), false))
                .containsExactly(
                        "2023-03-19 " + RECTIFICATION_DUE,
                        "2023-03-20 " + RECTIFICATION_DUE,
                        "2023-03-21 " + RECTIFICATION_OVERDUE);
        hear(new RectificationCompleted(item()));
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county)).extracting(Alert::kind).containsExactly(RECTIFICATION_TO_REVIEW);
        // Late already: it is said at once, beside the reason.
        hear(new ReinspectionFailed(item(), LocalDate.of(2023, 3, 20), "仍有过期饮片"));
        assertThat(ofUnit(unit)).extracting(Alert::kind).contains(RECTIFICATION_RETURNED);
        assertThat(ofStaff(county)).isEmpty();
    }

    @Test
    void supervisorsAreRemindedOfAFollowUpAWeekAheadOnItsDayAndEachWeekAfter() {
        hear(opened(true));
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county).getFirst().title()).endsWith("立行立改待复查：中药房存有过期饮片");
        hear(new RectificationClosed(item(), LocalDate.of(2023, 3, 13), true, LocalDate.of(2023, 4, 10)));
        assertThat(ofUnit(unit)).extracting(Alert::kind).containsExactly(RECTIFICATION_CLOSED);
        assertThat(saidOn(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 4, 24), true))
                .containsExactly(
                        "2023-04-03 " + RECTIFICATION_FOLLOW_UP,
                        "2023-04-10 " + RECTIFICATION_FOLLOW_UP,
                        "2023-04-17 " + RECTIFICATION_FOLLOW_UP,
                        "2023-04-24 " + RECTIFICATION_FOLLOW_UP);
        hear(new RectificationFollowedUp(item(), true, null));
        assertThat(ofStaff(county)).isEmpty();
        assertThat(saidOn(LocalDate.of(2023, 5, 1), LocalDate.of(2023, 5, 2), true))
                .isEmpty();
    }

    @Test
    void olderEventHeardLateChangesNothing() {
        RectificationOpened opened = opened(false);
        RectificationPlanSubmitted submitted = new RectificationPlanSubmitted(item(), LocalDate.of(2023, 4, 30));
        hear(submitted);
        hear(opened);
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county)).hasSize(1);
    }

    private Case about() {
        return new Case(id, ++version, ComplaintEvent.Kind.COMPLAINT, "投诉〔2023〕15号", county);
    }

    @Test
    void complaintIsToldToSupervisorsThenToItsUnitUntilItIsAnswered() {
        hear(new ComplaintReceived(about(), LocalDate.of(2023, 3, 13)));
        assertThat(ofStaff(county)).extracting(Alert::kind).containsExactly(COMPLAINT_RECEIVED);
        assertThat(ofStaff(county).getFirst().unit()).isNull();
        assertThat(ofStaff(county).getFirst().title()).isEqualTo("新收到投诉〔2023〕15号");
        assertThat(ofStaff(Ids.next())).isEmpty();
        hear(new ComplaintVerified(about()));
        assertThat(ofStaff(county)).isEmpty();

        hear(new ComplaintGiven(about(), unit, LocalDate.of(2023, 3, 20), null));
        assertThat(ofUnit(unit)).extracting(Alert::kind).containsExactly(COMPLAINT_GIVEN);
        assertThat(saidOn(LocalDate.of(2023, 3, 20), LocalDate.of(2023, 3, 21), false))
                .containsExactly("2023-03-20 " + COMPLAINT_DUE, "2023-03-21 " + COMPLAINT_OVERDUE);
        hear(new ComplaintAnswerSubmitted(about(), unit));
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county)).extracting(Alert::kind).containsExactly(COMPLAINT_TO_REVIEW);
        hear(new ComplaintAnswerReturned(about(), unit, LocalDate.of(2023, 3, 28), "请写明退费金额"));
        assertThat(ofUnit(unit)).extracting(Alert::kind).containsExactly(COMPLAINT_RETURNED);
        hear(
                new ComplaintAnswerSubmitted(about(), unit),
                new ComplaintAnswered(about(), unit, LocalDate.of(2023, 3, 22)));
        assertThat(ofUnit(unit)).isEmpty();
        assertThat(ofStaff(county)).isEmpty();
    }

    @Test
    void unitFromWhichAComplaintIsTakenIsTold() {
        hear(new ComplaintGiven(about(), unit, LocalDate.of(2023, 3, 31), null));
        hear(new ComplaintGiven(about(), helper, LocalDate.of(2023, 3, 31), unit));
        assertThat(ofUnit(unit)).extracting(Alert::title).containsExactly("改派：投诉〔2023〕15号");
        assertThat(ofUnit(helper)).extracting(Alert::title).containsExactly("转办：投诉〔2023〕15号");
    }
}
