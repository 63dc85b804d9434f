package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.duban.task.contract.ComplaintEvent;
import org.duban.task.contract.ComplaintEvent.Case;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerReturned;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswerSubmitted;
import org.duban.task.contract.ComplaintEvent.ComplaintAnswered;
import org.duban.task.contract.ComplaintEvent.ComplaintGiven;
import org.duban.task.contract.ComplaintEvent.ComplaintRated;
import org.duban.task.contract.ComplaintEvent.ComplaintReceived;
import org.duban.task.contract.ComplaintEvent.ComplaintRejected;
import org.duban.task.contract.ComplaintEvent.ComplaintVerified;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;

/** What each event about complaints makes known, and what it settles. Names and contents of complaints are in none. */
@Service
public class ComplaintNews {

    private final Deadlines deadlines;
    private final DeadlineReminders reminders;
    private final Alerts alerts;
    private final News news;

    ComplaintNews(Deadlines deadlines, DeadlineReminders reminders, Alerts alerts, News news) {
        this.deadlines = deadlines;
        this.reminders = reminders;
        this.alerts = alerts;
        this.news = news;
    }

    public void take(ComplaintEvent event) {
        Case about = event.about();
        Optional<Deadline> next = next(event);
        // Before a unit has it, nothing is waited for and the order of events does not matter.
        if (next.map(deadlines::keep).orElse(true)) {
            alerts.withdrawLinked(about.complaintId());
            alerts.say(said(event));
            next.ifPresent(reminders::heard);
        }
        news.changed(
                new Link(Kind.COMPLAINT, about.complaintId()),
                about.countyId(),
                next.map(deadline -> Set.of(deadline.unitId())).orElse(Set.of()));
    }

    private static Optional<Deadline> next(ComplaintEvent event) {
        return switch (event) {
            case ComplaintReceived it -> Optional.empty();
            case ComplaintVerified it -> Optional.empty();
            case ComplaintRejected it -> Optional.empty();
            case ComplaintGiven it -> deadline(it, it.unitId(), it.dueOn());
            case ComplaintAnswerSubmitted it -> deadline(it, it.unitId(), null);
            case ComplaintAnswerReturned it -> deadline(it, it.unitId(), it.dueOn());
            case ComplaintAnswered it -> deadline(it, it.unitId(), null);
            case ComplaintRated it -> deadline(it, it.unitId(), null);
        };
    }

    private static Optional<Deadline> deadline(ComplaintEvent event, UUID unit, @Nullable LocalDate dueOn) {
        Case about = event.about();
        return Optional.of(new Deadline(
                about.complaintId(),
                about.version(),
                Deadline.Kind.COMPLAINT,
                unit,
                about.countyId(),
                about.number(),
                dueOn));
    }

    private static List<Saying> said(ComplaintEvent event) {
        return switch (event) {
            case ComplaintReceived it ->
                List.of(toStaff(it, null, AlertKind.COMPLAINT_RECEIVED, ItemPhrases.received(it)));
            case ComplaintVerified it -> List.of();
            case ComplaintRejected it -> List.of();
            case ComplaintGiven it -> given(it);
            case ComplaintAnswerSubmitted it ->
                List.of(toStaff(it, it.unitId(), AlertKind.COMPLAINT_TO_REVIEW, ItemPhrases.answerSubmitted(it)));
            case ComplaintAnswerReturned it ->
                List.of(toUnit(it, it.unitId(), AlertKind.COMPLAINT_RETURNED, ItemPhrases.answerReturned(it)));
            case ComplaintAnswered it -> List.of();
            case ComplaintRated it -> List.of();
        };
    }

    private static List<Saying> given(ComplaintGiven it) {
        List<Saying> said = new ArrayList<>();
        said.add(toUnit(it, it.unitId(), AlertKind.COMPLAINT_GIVEN, ItemPhrases.given(it)));
        if (it.takenFrom() != null && !it.takenFrom().equals(it.unitId())) {
            said.add(toUnit(it, it.takenFrom(), AlertKind.COMPLAINT_GIVEN, ItemPhrases.takenAway(it)));
        }
        return said;
    }

    private static Saying toUnit(ComplaintEvent event, UUID unit, AlertKind kind, Words words) {
        Case about = event.about();
        return Saying.toUnit(unit, kind, about.complaintId(), Long.toString(about.version()), words, link(event));
    }

    private static Saying toStaff(ComplaintEvent event, @Nullable UUID unit, AlertKind kind, Words words) {
        Case about = event.about();
        return Saying.toStaff(
                unit, about.countyId(), kind, about.complaintId(), Long.toString(about.version()), words, link(event));
    }

    private static Link link(ComplaintEvent event) {
        return new Link(Kind.COMPLAINT, event.about().complaintId());
    }
}
