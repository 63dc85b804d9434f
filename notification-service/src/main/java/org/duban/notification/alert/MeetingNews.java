package org.duban.notification.alert;

import java.time.Clock;
import java.time.LocalDate;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.duban.meeting.contract.MeetingEvent;
import org.duban.meeting.contract.MeetingEvent.AgendaItemConsented;
import org.duban.meeting.contract.MeetingEvent.Form;
import org.duban.meeting.contract.MeetingEvent.MeetingCancelled;
import org.duban.meeting.contract.MeetingEvent.MeetingChanged;
import org.duban.meeting.contract.MeetingEvent.MeetingConvened;
import org.duban.meeting.contract.MeetingEvent.MinutesIssued;
import org.duban.meeting.contract.MeetingEvent.OfMeeting;
import org.duban.meeting.contract.MeetingEvent.PlenaryOwed;
import org.duban.meeting.contract.MeetingEvent.ReceiptRecorded;
import org.duban.meeting.contract.MeetingEvent.ResolutionExcused;
import org.duban.notification.alert.Link.Kind;
import org.duban.notification.alert.Saying.Words;
import org.springframework.stereotype.Service;

/** What each event about meetings makes known, and what it settles. */
@Service
public class MeetingNews {

    private final Alerts alerts;
    private final News news;
    private final Clock clock;

    MeetingNews(Alerts alerts, News news, Clock clock) {
        this.alerts = alerts;
        this.news = news;
        this.clock = clock;
    }

    public void take(MeetingEvent event) {
        switch (event) {
            case MeetingConvened it -> {
                if (it.form() == Form.PLENARY
                        && it.startsAt().getYear() == LocalDate.now(clock).getYear()) {
                    alerts.withdrawSubject(AlertKind.PLENARY_OWED, it.mechanismId());
                }
                say(it, AlertKind.MEETING_CONVENED, it.version(), Phrases.convened(it), it.invitedUnits());
            }
            case MeetingChanged it -> {
                alerts.withdrawSubject(AlertKind.MEETING_CONVENED, it.meetingId());
                say(it, AlertKind.MEETING_CONVENED, it.version(), Phrases.changed(it), it.invitedUnits());
            }
            case MeetingCancelled it -> {
                alerts.withdrawSubject(AlertKind.MEETING_CONVENED, it.meetingId());
                say(it, AlertKind.MEETING_CONVENED, it.version(), Phrases.cancelled(it), it.invitedUnits());
            }
            case MinutesIssued it ->
                say(it, AlertKind.MINUTES_ISSUED, it.version(), Phrases.issued(it), it.recipients());
            case ReceiptRecorded it -> {
                alerts.withdrawFrom(it.unitId(), AlertKind.MINUTES_ISSUED, it.meetingId());
                changed(it, Set.of(it.unitId()));
            }
            case AgendaItemConsented it -> changed(it, Set.of());
            case ResolutionExcused it -> changed(it, Set.of(it.unitId()));
            case PlenaryOwed it ->
                alerts.say(Saying.toOffice(
                        it.officeUnit(),
                        AlertKind.PLENARY_OWED,
                        it.mechanismId(),
                        it.month().toString(),
                        Phrases.plenaryOwed(it),
                        new Link(Kind.MECHANISM, it.mechanismId())));
        }
    }

    private void say(OfMeeting event, AlertKind kind, long version, Words words, List<UUID> units) {
        Link link = new Link(Kind.MEETING, event.meetingId());
        alerts.say(units.stream()
                .distinct()
                .map(unit -> Saying.toUnit(unit, kind, event.meetingId(), Long.toString(version), words, link))
                .toList());
        changed(event, units);
    }

    private void changed(OfMeeting event, java.util.Collection<UUID> units) {
        news.changed(new Link(Kind.MEETING, event.meetingId()), null, units);
    }
}
