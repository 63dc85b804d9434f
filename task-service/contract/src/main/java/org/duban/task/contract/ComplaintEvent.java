package org.duban.task.contract;

import static java.util.Map.entry;

import java.time.LocalDate;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What {@value TaskEvent#TOPIC} tells of complaints and suggestions of the public (behaviours.md B7): keyed by complaint. Neither
 * what was said nor by whom travels.
 */
public sealed interface ComplaintEvent extends TaskTopic {

    String TOPIC = TaskTopic.NAME;

    Map<String, Class<? extends ComplaintEvent>> TYPES = Map.ofEntries(
            entry("duban.task.complaint-received.v1", ComplaintReceived.class),
            entry("duban.task.complaint-verified.v1", ComplaintVerified.class),
            entry("duban.task.complaint-rejected.v1", ComplaintRejected.class),
            entry("duban.task.complaint-given.v1", ComplaintGiven.class),
            entry("duban.task.complaint-answer-submitted.v1", ComplaintAnswerSubmitted.class),
            entry("duban.task.complaint-answer-returned.v1", ComplaintAnswerReturned.class),
            entry("duban.task.complaint-answered.v1", ComplaintAnswered.class),
            entry("duban.task.complaint-rated.v1", ComplaintRated.class));

    Case about();

    @Override
    default String key() {
        return about().complaintId().toString();
    }

    enum Kind {
        COMPLAINT,
        SUGGESTION
    }

    /**
     * The complaint that an event is about.
     *
     * @param version grows by one with each event of the complaint
     * @param number as officials name it: 投诉〔2026〕15号
     * @param countyId the county it was addressed to, whose supervisors see it; null for the city
     */
    record Case(
            UUID complaintId,
            long version,
            Kind kind,
            String number,
            @Nullable UUID countyId) {}

    record ComplaintReceived(Case about, LocalDate receivedOn) implements ComplaintEvent {}

    record ComplaintVerified(Case about) implements ComplaintEvent {}

    record ComplaintRejected(Case about) implements ComplaintEvent {}

    /**
     * @param dueOn last day for the unit's answer
     * @param takenFrom the unit that had it before; null where there was none
     */
    record ComplaintGiven(
            Case about,
            UUID unitId,
            LocalDate dueOn,
            @Nullable UUID takenFrom) implements ComplaintEvent {}

    record ComplaintAnswerSubmitted(Case about, UUID unitId) implements ComplaintEvent {}

    /** @param dueOn last day for another answer */
    record ComplaintAnswerReturned(Case about, UUID unitId, LocalDate dueOn, String reason) implements ComplaintEvent {}

    record ComplaintAnswered(Case about, UUID unitId, LocalDate answeredOn) implements ComplaintEvent {}

    /** @param rating 1 to 5; 4 and more is satisfied */
    record ComplaintRated(Case about, UUID unitId, int rating) implements ComplaintEvent {}
}
