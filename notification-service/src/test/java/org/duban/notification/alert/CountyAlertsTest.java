package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.notification.NotificationTest;
import org.duban.task.contract.CountyEvent;
import org.duban.task.contract.CountyEvent.FeatureItemNamed;
import org.duban.task.contract.CountyEvent.FeatureItemsAsked;
import org.duban.task.contract.GoalEvent;
import org.duban.task.contract.GoalEvent.GoalAssessed;
import org.duban.task.contract.GoalEvent.GoalReviewed;
import org.duban.task.contract.GoalEvent.GoalSet;
import org.duban.task.contract.GoalEvent.Verdict;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What county offices hear of items of their own, and units of their yearly goals. */
@NotificationTest
class CountyAlertsTest {

    @Autowired
    CountyNews counties;

    @Autowired
    GoalNews goals;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final UUID id = Ids.next();
    private final UUID county = Ids.next();
    private final UUID office = Ids.next();
    private final UUID elsewhere = Ids.next();

    @BeforeEach
    void monday() {
        clock.set("2023-03-13T09:00");
    }

    private void hear(CountyEvent event) {
        transactions.executeWithoutResult(status -> counties.take(event));
    }

    private void hear(GoalEvent event) {
        transactions.executeWithoutResult(status -> goals.take(event));
    }

    private List<Alert> of(Viewer viewer) {
        return alerts.list(viewer, true, Limit.USUAL, null).items().stream()
                .filter(alert -> alert.link().id().equals(id) && alert.withdrawnAt() == null)
                .toList();
    }

    private List<Alert> ofUnit(UUID unit) {
        return of(new Viewer("somebody of " + unit, unit, false, null));
    }

    private List<Alert> ofStaff() {
        return of(new Viewer("staff of " + county, null, true, county));
    }

    @Test
    void aCountysOfficeIsAskedUntilItHasNamedEnough() {
        LocalDate day = LocalDate.of(2023, 4, 30);
        hear(new FeatureItemsAsked(id, 1, "改革方案", day, 1, List.of(office, elsewhere)));
        hear(new FeatureItemsAsked(id, 2, "改革方案", day, 2, List.of(office, elsewhere)));
        assertThat(ofUnit(office))
                .singleElement()
                .satisfies(alert -> assertThat(alert.body()).contains("“改革方案”", "至少提报2项", "4月30日前"));
        hear(new FeatureItemNamed(id, Ids.next(), "改革方案", "一项", county, office, office, 1));
        assertThat(ofUnit(office)).hasSize(1);
        hear(new FeatureItemNamed(id, Ids.next(), "改革方案", "又一项", county, office, office, 0));
        assertThat(ofUnit(office)).isEmpty();
        assertThat(ofUnit(elsewhere)).hasSize(1);
    }

    @Test
    void eachStepOfAGoalTakesThePlaceOfTheOneBefore() {
        hear(new GoalSet(id, 1, office, county, 2023, "建成20家示范中医馆", false));
        assertThat(ofUnit(office)).extracting(Alert::kind).containsExactly(AlertKind.GOAL_SET);
        hear(new GoalAssessed(id, 2, office, county, 2023, "建成20家示范中医馆", 90));
        assertThat(ofUnit(office)).isEmpty();
        assertThat(ofStaff()).extracting(Alert::kind).containsExactly(AlertKind.GOAL_ASSESSED);
        hear(new GoalReviewed(id, 3, office, 2023, "建成20家示范中医馆", Verdict.PARTLY_MET, "2家尚未验收"));
        assertThat(ofStaff()).isEmpty();
        assertThat(ofUnit(office))
                .singleElement()
                .satisfies(alert -> assertThat(alert.title()).isEqualTo("2023年度目标评定为部分完成"));
    }

    @Test
    void aGoalThatAUnitSetsItselfIsNoNewsToIt() {
        hear(new GoalSet(id, 1, office, county, 2023, "建成20家示范中医馆", true));
        assertThat(ofUnit(office)).isEmpty();
    }
}
