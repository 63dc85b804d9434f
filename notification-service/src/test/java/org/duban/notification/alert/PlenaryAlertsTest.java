package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.duban.notification.NotificationTest;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** Who hears that a year's plenary is not planned yet, and until when (behaviours.md D4). */
@NotificationTest
class PlenaryAlertsTest {

    @Autowired
    MeetingNews meetings;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final UUID office = Ids.next();
    private final UUID mechanism = Ids.next();
    private final Viewer secretary = new Viewer("secretary " + office, null, office, false, null);

    @BeforeEach
    void october() {
        clock.set("2026-10-08T09:00");
    }

    private void hear(MeetingEvent event) {
        transactions.executeWithoutResult(status -> meetings.take(event));
    }

    private PlenaryOwed owed(String month) {
        return new PlenaryOwed(mechanism, "中医药工作联席会议", office, null, 2026, LocalDate.parse(month));
    }

    private MeetingConvened convened(Form form, String startsAt) {
        return new MeetingConvened(
                Ids.next(), 1, mechanism, "全体会议", OffsetDateTime.parse(startsAt), "二号会议室", List.of(), form);
    }

    private List<String> standing(Viewer viewer) {
        List<Alert> listed = alerts.list(viewer, true, Limit.USUAL, null).items();
        assertThat(alerts.unread(viewer)).as("counted as listed").isEqualTo(listed.size());
        return listed.stream().map(Alert::title).toList();
    }

    @Test
    void theOfficeHearsOfItOnceAMonth() {
        hear(owed("2026-10-01"));
        hear(owed("2026-10-01"));
        assertThat(standing(secretary)).containsExactly("中医药工作联席会议2026年全体会议尚未安排");
        assertThat(standing(new Viewer("liaison " + office, office, null, false, null)))
                .hasSize(1);
        assertThat(standing(new Viewer("elsewhere " + office, null, Ids.next(), false, null)))
                .isEmpty();
        hear(owed("2026-11-01"));
        assertThat(standing(secretary)).hasSize(2);
    }

    @Test
    void itIsSettledByAPlenaryOfTheYearOnly() {
        hear(owed("2026-10-01"));
        hear(convened(Form.TOPICAL, "2026-10-20T09:00:00+08:00"));
        hear(convened(Form.PLENARY, "2027-01-20T09:00:00+08:00"));
        assertThat(standing(secretary)).hasSize(1);
        hear(convened(Form.PLENARY, "2026-12-20T09:00:00+08:00"));
        assertThat(standing(secretary)).isEmpty();
    }
}
