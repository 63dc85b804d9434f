package org.duban.notification.alert;

import java.util.Set;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.GoalEvent;
import org.duban.task.contract.GoalEvent.GoalAssessed;
import org.duban.task.contract.GoalEvent.GoalDropped;
import org.duban.task.contract.GoalEvent.GoalReturned;
import org.duban.task.contract.GoalEvent.GoalReviewed;
import org.duban.task.contract.GoalEvent.GoalSet;
import org.duban.task.contract.GoalEvent.Verdict;
import org.springframework.stereotype.Service;

/** Units hear what they are to reach in a year, supervisors what units say became of it. */
@Service
public class GoalNews {

    private final Alerts alerts;
    private final News news;

    GoalNews(Alerts alerts, News news) {
        this.alerts = alerts;
        this.news = news;
    }

    public void take(GoalEvent event) {
        Link link = new Link(Kind.GOAL, event.goalId());
        // Each step takes the place of what was said before it.
        alerts.withdrawLinked(event.goalId());
        switch (event) {
            case GoalSet it -> {
                if (!it.byItself()) {
                    toUnit(it, AlertKind.GOAL_SET, new Words("%d年度目标".formatted(it.year()), "督导部门确定：" + it.text()));
                }
                news.changed(link, it.countyId(), Set.of(it.unitId()));
            }
            case GoalDropped it -> news.changed(link, null, Set.of(it.unitId()));
            case GoalAssessed it -> {
                alerts.say(Saying.toStaff(
                        it.unitId(),
                        it.countyId(),
                        AlertKind.GOAL_ASSESSED,
                        it.goalId(),
                        Long.toString(it.version()),
                        new Words("%d年度目标待评定".formatted(it.year()), "自评完成%d%%：%s".formatted(it.done(), it.text())),
                        link));
                news.changed(link, it.countyId(), Set.of(it.unitId()));
            }
            case GoalReturned it -> {
                toUnit(
                        it,
                        AlertKind.GOAL_DECIDED,
                        new Words("%d年度目标自评被退回".formatted(it.year()), "%s：%s".formatted(it.text(), it.reason())));
                news.changed(link, null, Set.of(it.unitId()));
            }
            case GoalReviewed it -> {
                String opinion = it.opinion() == null ? "" : "，" + it.opinion();
                toUnit(
                        it,
                        AlertKind.GOAL_DECIDED,
                        new Words("%d年度目标评定为%s".formatted(it.year(), name(it.verdict())), it.text() + opinion));
                news.changed(link, null, Set.of(it.unitId()));
            }
        }
    }

    private void toUnit(GoalEvent event, AlertKind kind, Words words) {
        alerts.say(Saying.toUnit(
                event.unitId(),
                kind,
                event.goalId(),
                Long.toString(event.version()),
                words,
                new Link(Kind.GOAL, event.goalId())));
    }

    private static String name(Verdict verdict) {
        return switch (verdict) {
            case MET -> "完成";
            case PARTLY_MET -> "部分完成";
            case NOT_MET -> "未完成";
        };
    }
}
