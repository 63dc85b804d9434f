package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.HandInEvent;
import org.duban.task.contract.HandInEvent.HandInAnswered;
import org.duban.task.contract.HandInEvent.HandInAsked;
import org.duban.task.contract.HandInEvent.HandInReturned;
import org.duban.task.contract.HandInEvent.HandInWithdrawn;
import org.duban.task.contract.HandInEvent.Owed;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each event about hand-ins makes known, and what it settles (behaviours.md B9): each obligation is alerted on its own. */
@Service
public class HandInNews {

    private final Deadlines deadlines;
    private final DeadlineReminders reminders;
    private final Alerts alerts;
    private final News news;

    HandInNews(Deadlines deadlines, DeadlineReminders reminders, Alerts alerts, News news) {
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.alerts = alerts;
        this.news = news;
    }

    public void take(HandInEvent event) {
        Owed about = event.about();
        Deadline deadline = new Deadline(
                about.obligationId(),
                about.version(),
                Deadline.Kind.HAND_IN,
                about.unitId(),
                about.issuerCountyId(),
                about.title(),
                awaited(event));
        if (deadlines.keep(deadline)) {
            alerts.withdrawLinked(about.obligationId());
            alerts.say(said(event));
            reminders.heard(deadline);
        }
        news.changed(link(event), about.countyId(), Set.of(about.unitId()));
    }

    private static @Nullable LocalDate awaited(HandInEvent event) {
        return switch (event) {
            case HandInAsked it -> it.dueOn();
            case HandInReturned it -> it.dueOn();
            case HandInAnswered it -> null;
            case HandInWithdrawn it -> null;
        };
    }

    private static List<Saying> said(HandInEvent event) {
        return switch (event) {
            case HandInAsked it -> List.of(toUnit(it, AlertKind.HAND_IN_ASKED, ItemPhrases.asked(it)));
            case HandInReturned it -> List.of(toUnit(it, AlertKind.HAND_IN_RETURNED, ItemPhrases.handInReturned(it)));
            case HandInAnswered it ->
                List.of(Saying.toStaff(
                        it.about().unitId(),
                        it.about().issuerCountyId(),
                        AlertKind.HAND_IN_ANSWERED,
                        it.about().obligationId(),
                        Long.toString(it.about().version()),
                        ItemPhrases.answered(it),
                        link(it)));
            case HandInWithdrawn it -> List.of();
        };
    }

    private static Saying toUnit(HandInEvent event, AlertKind kind, Words words) {
        Owed about = event.about();
        return Saying.toUnit(
                about.unitId(), kind, about.obligationId(), Long.toString(about.version()), words, link(event));
    }

    private static Link link(HandInEvent event) {
        return new Link(Kind.HAND_IN, event.about().obligationId());
    }
}
