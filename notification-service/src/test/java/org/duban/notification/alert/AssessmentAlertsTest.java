package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.notification.NotificationTest;
import org.duban.task.contract.AssessmentEvent;
import org.duban.task.contract.AssessmentEvent.ScoreAnnounced;
import org.duban.task.contract.AssessmentEvent.ScoreAppealDecided;
import org.duban.task.contract.AssessmentEvent.ScoreAppealed;
import org.duban.task.contract.AssessmentEvent.Sheet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What units and supervisors hear of a month's scores. */
@NotificationTest
class AssessmentAlertsTest {

    @Autowired
    AssessmentNews assessments;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final UUID unit = Ids.next();
    private final UUID county = Ids.next();
    private final UUID appeal = Ids.next();
    private final Sheet sheet = new Sheet(Ids.next(), "2023-02", unit, county);

    @BeforeEach
    void monday() {
        clock.set("2023-03-13T09:00");
    }

    private void hear(AssessmentEvent event) {
        transactions.executeWithoutResult(status -> assessments.take(event));
    }

    private List<Alert> unread(Viewer viewer) {
        return alerts.list(viewer, true, Limit.USUAL, null).items().stream()
                .filter(alert -> alert.link().equals(new Link(Link.Kind.SCORE_SHEET, sheet.sheetId())))
                .toList();
    }

    private List<Alert> ofUnit() {
        return unread(new Viewer("liaison of " + unit, unit, false, county));
    }

    private List<Alert> ofCity() {
        return unread(new Viewer("city staff", null, true, null));
    }

    @Test
    void unitIsToldItsScoreOnceAndUntilWhenItMayAppeal() {
        ScoreAnnounced announced = new ScoreAnnounced(sheet, new BigDecimal("92.50"), 3, 22, LocalDate.of(2023, 3, 20));
        hear(announced);
        hear(announced);
        assertThat(ofUnit()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.SCORE_ANNOUNCED);
            assertThat(alert.title()).isEqualTo("2023年2月考核得分92.5");
            assertThat(alert.body()).isEqualTo("在22个单位中列第3。有异议的，请于3月20日前对得分单中的具体扣分提出申诉。");
        });
    }

    @Test
    void supervisorsHearOfAnAppealUntilItIsDecidedAndTheUnitHearsHow() {
        hear(new ScoreAppealed(sheet, appeal, "迟报", "建立督办台账", "系统停机。"));
        assertThat(ofCity()).singleElement().satisfies(alert -> {
            assertThat(alert.kind()).isEqualTo(AlertKind.SCORE_APPEALED);
            assertThat(alert.title()).isEqualTo("2023年2月考核申诉：迟报");
        });
        assertThat(unread(new Viewer("county staff", null, true, county))).isEmpty();

        hear(new ScoreAppealDecided(sheet, appeal, true, new BigDecimal("5"), new BigDecimal("94.5"), 2, "情况属实。"));
        assertThat(ofCity()).isEmpty();
        assertThat(ofUnit()).singleElement().satisfies(alert -> {
            assertThat(alert.title()).isEqualTo("2023年2月考核申诉成立，退还5分");
            assertThat(alert.body()).isEqualTo("情况属实。 现得分94.5，列第2。");
        });
    }

    @Test
    void rejectedAppealSaysSo() {
        hear(new ScoreAppealDecided(sheet, appeal, false, null, new BigDecimal("92.5"), 3, "超过期限。"));
        assertThat(ofUnit()).extracting(Alert::title).containsExactly("2023年2月考核申诉不成立");
    }
}
