package org.duban.notification.alert;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.kit.test.TestClock;
import org.duban.kit.web.Limit;
import org.duban.notification.NotificationTest;
import org.duban.task.contract.IndicatorEvent.IndicatorMeasured;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.transaction.support.TransactionTemplate;

/** What supervisors hear of indicators. */
@NotificationTest
class IndicatorAlertsTest {

    @Autowired
    IndicatorNews indicators;

    @Autowired
    Alerts alerts;

    @Autowired
    TransactionTemplate transactions;

    @Autowired
    TestClock clock;

    private final UUID id = Ids.next();
    private final UUID unit = Ids.next();
    private final UUID county = Ids.next();
    private long version;

    @BeforeEach
    void monday() {
        clock.set("2023-03-13T09:00");
    }

    private IndicatorMeasured measured(
            UUID unit, String period, String value, @Nullable String before, boolean reached, @Nullable Boolean was) {
        return new IndicatorMeasured(
                id,
                ++version,
                "县域内就诊率",
                unit,
                county,
                county,
                period,
                new BigDecimal(value),
                "%",
                before == null ? null : new BigDecimal(before),
                "不低于90%",
                reached,
                was);
    }

    private void hear(IndicatorMeasured event) {
        transactions.executeWithoutResult(status -> indicators.take(event));
    }

    private List<Alert> ofStaff(@Nullable UUID county) {
        return alerts
                .list(new Viewer("staff of " + county, null, true, county), true, Limit.USUAL, null)
                .items()
                .stream()
                .filter(alert -> alert.link().id().equals(id))
                .toList();
    }

    @Test
    void whoeverIssuedTheIndicatorIsToldOnceThatATargetIsLost() {
        IndicatorMeasured lost = measured(unit, "2023-02", "88.50", null, false, true);
        hear(lost);
        hear(lost);
        assertThat(ofStaff(county)).hasSize(1);
        Alert said = ofStaff(county).getFirst();
        assertThat(said.kind()).isEqualTo(AlertKind.INDICATOR_SLIPPED);
        assertThat(said.title()).isEqualTo("指标回落：县域内就诊率");
        assertThat(said.body()).isEqualTo("2023年2月88.5%，此前已达到目标（不低于90%），现在未达到，请核实原因。");
        assertThat(said.link()).isEqualTo(new Link(Link.Kind.INDICATOR, id));
        assertThat(ofStaff(Ids.next())).isEmpty();
    }

    @Test
    void correctionIsSaidAsOneAndReachingTheTargetAgainSettlesItForThatUnitOnly() {
        UUID other = Ids.next();
        hear(measured(unit, "2023-Q1", "88", "91", false, true));
        hear(measured(other, "2023", "70", null, false, true));
        assertThat(ofStaff(county))
                .extracting(Alert::body)
                .anyMatch(body -> body.startsWith("2023年第1季度由91%更正为88%"))
                .anyMatch(body -> body.startsWith("2023年70%"));
        hear(measured(unit, "2023-Q1", "90", "88", true, false));
        assertThat(ofStaff(county))
                .extracting(Alert::body)
                .singleElement()
                .matches(body -> body.startsWith("2023年70%"));
    }

    @Test
    void valueThatNeverReachedTheTargetIsNoNews() {
        hear(measured(unit, "2023-02", "80", null, false, null));
        hear(measured(unit, "2023-03", "81", null, false, false));
        hear(measured(unit, "2023-04", "92", null, true, false));
        assertThat(ofStaff(county)).isEmpty();
    }
}
