package org.duban.meeting.minutes;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.id.Ids;
import org.duban.meeting.contract.MeetingEvent;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Table;

/**
 * 议定事项: what was resolved, and who does it until when.
 *
 * @param agendaItemId the item it came from, where the minutes say so
 * @param dueOn null in a draft that gives no day; set at issue
 * @param dueByDefault the mechanism's default applies (behaviours.md A9)
 */
@Table("minutes_resolution")
record Resolution(
        UUID id,
        @Nullable UUID agendaItemId,
        String text,
        List<UUID> leadUnitIds,
        List<UUID> cooperatingUnitIds,
        @Nullable LocalDate dueOn,
        boolean dueByDefault) {

    static Resolution of(Draft.Item item) {
        return new Resolution(
                Ids.next(),
                item.agendaItemId(),
                item.text().strip(),
                item.leadUnitIds(),
                item.cooperatingUnitIds(),
                item.dueOn(),
                item.dueOn() == null);
    }

    Resolution dueBy(LocalDate defaultDay) {
        return dueByDefault
                ? new Resolution(id, agendaItemId, text, leadUnitIds, cooperatingUnitIds, defaultDay, true)
                : this;
    }

    MeetingEvent.Resolution told(int ordinal) {
        if (dueOn == null) {
            throw new IllegalStateException("a resolution is told with its day");
        }
        return new MeetingEvent.Resolution(id, ordinal, text, leadUnitIds, cooperatingUnitIds, dueOn, dueByDefault);
    }
}
