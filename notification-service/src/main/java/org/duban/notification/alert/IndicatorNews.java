package org.duban.notification.alert;

import java.math.BigDecimal;
import java.util.List;
import java.util.Set;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.IndicatorEvent;
import org.duban.task.contract.IndicatorEvent.IndicatorMeasured;
import org.springframework.stereotype.Service;

/** What a measured value makes known: whoever watches sees it at once, and supervisors are told where a target is lost again. */
@Service
public class IndicatorNews {

    private final Alerts alerts;
    private final News news;

    IndicatorNews(Alerts alerts, News news) {
        this.alerts = alerts;
        this.news = news;
    }

    public void take(IndicatorEvent event) {
        switch (event) {
            case IndicatorMeasured it -> measured(it);
        }
    }

    private void measured(IndicatorMeasured it) {
        Link link = new Link(Kind.INDICATOR, it.indicatorId());
        if (it.reached()) {
            alerts.withdrawAbout(it.unitId(), AlertKind.INDICATOR_SLIPPED, it.indicatorId());
        } else if (Boolean.TRUE.equals(it.reachedBefore())) {
            alerts.say(List.of(Saying.toStaff(
                    it.unitId(),
                    it.issuerCountyId(),
                    AlertKind.INDICATOR_SLIPPED,
                    it.indicatorId(),
                    it.period() + " " + it.version(),
                    words(it),
                    link)));
        }
        news.changed(link, it.unitCountyId(), Set.of(it.unitId()));
    }

    private static Words words(IndicatorMeasured it) {
        String before = it.before() == null ? "" : "由%s%s更正为".formatted(plain(it.before()), it.measure());
        return new Words(
                "指标回落：" + it.name(),
                "%s%s%s%s，此前已达到目标（%s），现在未达到，请核实原因。"
                        .formatted(period(it.period()), before, plain(it.value()), it.measure(), it.target()));
    }

    private static String plain(BigDecimal value) {
        return value.stripTrailingZeros().toPlainString();
    }

    // 2026-11, 2026-Q4 or 2026
    private static String period(String period) {
        String[] parts = period.split("-", 2);
        if (parts.length == 1) {
            return parts[0] + "年";
        }
        return parts[1].startsWith("Q")
                ? "%s年第%s季度".formatted(parts[0], parts[1].substring(1))
                : "%s年%d月".formatted(parts[0], Integer.parseInt(parts[1]));
    }
}
