package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.RectificationEvent;
import org.duban.task.contract.RectificationEvent.Item;
import org.duban.task.contract.RectificationEvent.RectificationClosed;
import org.duban.task.contract.RectificationEvent.RectificationCompleted;
import org.duban.task.contract.RectificationEvent.RectificationFollowedUp;
import org.duban.task.contract.RectificationEvent.RectificationOpened;
import org.duban.task.contract.RectificationEvent.RectificationPlanAgreed;
import org.duban.task.contract.RectificationEvent.RectificationPlanReturned;
import org.duban.task.contract.RectificationEvent.RectificationPlanSubmitted;
import org.duban.task.contract.RectificationEvent.RectificationWithdrawn;
import org.duban.task.contract.RectificationEvent.ReinspectionFailed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each event about rectification makes known, and what it settles: what was said before of an item is over with each. */
@Service
public class RectificationNews {

    private final Deadlines deadlines;
    private final DeadlineReminders reminders;
    private final Alerts alerts;
    private final News news;

    RectificationNews(Deadlines deadlines, DeadlineReminders reminders, Alerts alerts, News news) {
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.alerts = alerts;
        this.news = news;
    }

    public void take(RectificationEvent event) {
        Item item = event.item();
        Deadline next = next(event);
        if (deadlines.keep(next)) {
            alerts.withdrawLinked(item.rectificationId());
            alerts.say(said(event));
            reminders.heard(next);
        }
        news.changed(
                new Link(Kind.RECTIFICATION, item.rectificationId()),
                item.countyId(),
                event instanceof RectificationOpened opened
                                && !opened.cooperatingUnits().isEmpty()
                        ? Stream.concat(Stream.of(item.unitId()), opened.cooperatingUnits().stream())
                                .toList()
                        : Set.of(item.unitId()));
    }

    private static Deadline next(RectificationEvent event) {
        return switch (event) {
            case RectificationOpened it ->
                it.onTheSpot()
                        ? deadline(it, Deadline.Kind.RECTIFICATION, null)
                        : deadline(it, Deadline.Kind.RECTIFICATION_PLAN, it.planBy());
            case RectificationPlanSubmitted it -> deadline(it, Deadline.Kind.RECTIFICATION_PLAN, null);
            case RectificationPlanAgreed it -> deadline(it, Deadline.Kind.RECTIFICATION, it.dueOn());
            case RectificationPlanReturned it -> deadline(it, Deadline.Kind.RECTIFICATION_PLAN, it.planBy());
            case RectificationCompleted it -> deadline(it, Deadline.Kind.RECTIFICATION, null);
            case ReinspectionFailed it -> deadline(it, Deadline.Kind.RECTIFICATION, it.dueOn());
            case RectificationClosed it -> deadline(it, Deadline.Kind.FOLLOW_UP, it.followUpOn());
            case RectificationFollowedUp it -> deadline(it, Deadline.Kind.FOLLOW_UP, null);
            case RectificationWithdrawn it -> deadline(it, Deadline.Kind.RECTIFICATION, null);
        };
    }

    private static Deadline deadline(RectificationEvent event, Deadline.Kind kind, @Nullable LocalDate dueOn) {
        Item item = event.item();
        return new Deadline(
                item.rectificationId(),
                item.version(),
                kind,
                item.unitId(),
                item.issuerCountyId(),
                item.title(),
                dueOn);
    }

    private static List<Saying> said(RectificationEvent event) {
        return switch (event) {
            case RectificationOpened it -> opened(it);
            case RectificationPlanSubmitted it -> List.of(toStaff(it, ItemPhrases.planSubmitted(it)));
            case RectificationPlanAgreed it -> List.of();
            case RectificationPlanReturned it ->
                List.of(toUnit(it, AlertKind.RECTIFICATION_RETURNED, ItemPhrases.planReturned(it)));
            case RectificationCompleted it -> List.of(toStaff(it, ItemPhrases.completed(it)));
            case ReinspectionFailed it -> List.of(toUnit(it, AlertKind.RECTIFICATION_RETURNED, ItemPhrases.failed(it)));
            case RectificationClosed it -> List.of(toUnit(it, AlertKind.RECTIFICATION_CLOSED, ItemPhrases.closed(it)));
            // A problem that came back is told by the item opened for it.
            case RectificationFollowedUp it -> List.of();
            case RectificationWithdrawn it ->
                List.of(toUnit(it, AlertKind.RECTIFICATION_CLOSED, ItemPhrases.withdrawn(it)));
        };
    }

    private static List<Saying> opened(RectificationOpened it) {
        if (it.onTheSpot()) {
            return List.of(toStaff(it, ItemPhrases.toInspect(it)));
        }
        return Stream.concat(
                        Stream.of(toUnit(it, AlertKind.RECTIFICATION_OPENED, ItemPhrases.opened(it))),
                        it.cooperatingUnits().stream()
                                .map(unit -> Saying.toUnit(
                                        unit,
                                        AlertKind.RECTIFICATION_OPENED,
                                        it.item().rectificationId(),
                                        "",
                                        ItemPhrases.helps(it),
                                        link(it))))
                .toList();
    }

    private static Saying toUnit(RectificationEvent event, AlertKind kind, Words words) {
        Item item = event.item();
        return Saying.toUnit(
                item.unitId(), kind, item.rectificationId(), Long.toString(item.version()), words, link(event));
    }

    private static Saying toStaff(RectificationEvent event, Words words) {
        Item item = event.item();
        return Saying.toStaff(
                item.unitId(),
                item.issuerCountyId(),
                AlertKind.RECTIFICATION_TO_REVIEW,
                item.rectificationId(),
                Long.toString(item.version()),
                words,
                link(event));
    }

    private static Link link(RectificationEvent event) {
        return new Link(Kind.RECTIFICATION, event.item().rectificationId());
    }
}
