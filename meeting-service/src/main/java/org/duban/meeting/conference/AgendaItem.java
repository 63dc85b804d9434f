package org.duban.meeting.conference;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** A topic that a unit proposes; it is on the agenda once it has its consent. */
@Table("meeting_agenda_item")
public record AgendaItem(
        UUID id,
        String topic,
        UUID proposedBy,
        Instant proposedAt,

        @Embedded(onEmpty = Embedded.OnEmpty.USE_NULL, prefix = "consent_") @Nullable
        Consent consent) {

    public boolean onAgenda() {
        return consent != null;
    }

    AgendaItem with(Consent given) {
        return new AgendaItem(id, topic, proposedBy, proposedAt, given);
    }
}
