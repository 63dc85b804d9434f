package org.duban.task.plan;

import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.UnaryOperator;
import org.duban.task.plan.draft.Change;
import org.duban.task.plan.draft.DocumentChange;
import org.duban.task.plan.draft.Draft;
import org.duban.task.plan.draft.DraftTask;
import org.duban.task.plan.draft.FindingState;
import org.duban.task.plan.draft.NewDraftTask;
import org.duban.task.plan.draft.TaskChange;
import org.duban.task.plan.reading.Reading;
import org.duban.task.plan.unit.UnitNames;
import org.duban.task.plan.version.DocumentVersion;
import org.jspecify.annotations.Nullable;

/**
 * A document on its way into the ledger.
 *
 * @param countyId the county that a person set; null where none was set
 * @param text the document's text, which every span of the reading refers to
 * @param previous the plan of which a person said that this is the newer version, or none; null where nobody has said
 * @param planId the plan in which at least one of its tasks is
 */
record PlanReading(
        UUID id,
        String fileName,
        State state,
        @Nullable UUID countyId,
        String text,
        Reading reading,
        Draft draft,
        @Nullable Change<UUID> previous,
        @Nullable UUID planId,
        OffsetDateTime createdAt,
        String createdBy,
        long version) {

    enum State {
        OPEN,
        ADOPTED,
        DISCARDED
    }

    PlanReading corrected(DocumentChange change) {
        if (planId != null && state == State.OPEN) {
            throw PlanRefused.partlyAdopted();
        }
        PlanReading changed = changed(draft -> draft.after(change));
        return new PlanReading(
                id,
                fileName,
                state,
                change.countyId() == null ? countyId : change.countyId().to(),
                text,
                reading,
                changed.draft,
                change.previousPlanId() == null ? previous : change.previousPlanId(),
                planId,
                createdAt,
                createdBy,
                changed.version);
    }

    PlanReading corrected(int ordinal, TaskChange change) {
        return reshaped(List.of(ordinal), draft -> draft.after(ordinal, change));
    }

    PlanReading decided(UUID finding, FindingState decision) {
        return changed(draft -> draft.after(finding, decision));
    }

    /**
     * @param at where the second part begins in the document; null where it is given in the task's own text
     * @param textAt where the second part begins in the task's text
     */
    PlanReading split(int ordinal, @Nullable Integer at, @Nullable Integer textAt) {
        return reshaped(
                List.of(ordinal),
                draft -> at == null
                        ? draft.split(text, ordinal, textAt == null ? 0 : textAt)
                        : draft.splitAt(text, ordinal, at));
    }

    /** @param ordinals at least two */
    PlanReading merged(Collection<Integer> ordinals) {
        Set<Integer> distinct = new TreeSet<>(ordinals);
        if (distinct.size() < 2) {
            throw PlanRefused.nothingToMerge();
        }
        return reshaped(distinct, draft -> draft.merged(distinct));
    }

    PlanReading added(NewDraftTask task) {
        return changed(draft -> draft.added(task, text));
    }

    /** Takes the draft back as it was before a step. */
    PlanReading undone(Draft before, @Nullable UUID county, @Nullable Change<UUID> previous) {
        requireOpen();
        return new PlanReading(
                id,
                fileName,
                state,
                county,
                text,
                reading,
                before,
                previous,
                planId,
                createdAt,
                createdBy,
                version + 1);
    }

    PlanReading discarded() {
        requireOpen();
        if (planId != null) {
            throw PlanRefused.partlyAdopted();
        }
        return with(State.DISCARDED, countyId, draft, null);
    }

    /**
     * @param tasks the ledger's task of each ordinal that entered it
     * @param newer whether the plan was there, and this is a newer version of its document
     */
    PlanReading adoptedAs(UUID plan, Map<Integer, UUID> tasks, boolean newer) {
        requireOpen();
        Draft adopted = draft.adopted(tasks);
        return new PlanReading(
                id,
                fileName,
                adopted.waiting().isEmpty() ? State.ADOPTED : State.OPEN,
                countyId,
                text,
                reading,
                adopted,
                new Change<>(newer ? plan : null),
                plan,
                createdAt,
                createdBy,
                version + 1);
    }

    DocumentVersion asVersion() {
        return new DocumentVersion(text, reading, draft);
    }

    PlanReading carrying(Draft draft) {
        return with(state, countyId, draft, planId, version);
    }

    /** @return the ordinals of the tasks that are in the ledger */
    Map<UUID, Integer> places() {
        Map<UUID, Integer> places = new HashMap<>();
        for (DraftTask task : draft.tasks()) {
            if (task.taskId() != null) {
                places.put(task.taskId(), task.ordinal());
            }
        }
        return places;
    }

    /**
     * @param units who is meant by each name
     * @param ordinals the tasks to adopt; null for all that are kept
     * @throws PlanRefused while something about these tasks needs a person
     */
    Adoption adoption(UnitNames units, @Nullable UUID county, @Nullable Set<Integer> ordinals) {
        requireOpen();
        return Adoption.of(this, units, county, ordinals);
    }

    private PlanReading reshaped(Collection<Integer> ordinals, UnaryOperator<Draft> change) {
        ordinals.stream()
                .map(draft::task)
                .filter(DraftTask::adopted)
                .findFirst()
                .ifPresent(task -> {
                    requireOpen();
                    throw PlanRefused.taskAdopted(task.ordinal());
                });
        return changed(change);
    }

    private PlanReading changed(UnaryOperator<Draft> change) {
        requireOpen();
        return with(state, countyId, change.apply(draft), planId);
    }

    private void requireOpen() {
        switch (state) {
            case OPEN -> {}
            case ADOPTED -> throw PlanRefused.alreadyAdopted();
            case DISCARDED -> throw PlanRefused.discarded();
        }
    }

    private PlanReading with(State state, @Nullable UUID countyId, Draft draft, @Nullable UUID planId) {
        return with(state, countyId, draft, planId, version + 1);
    }

    private PlanReading with(State state, @Nullable UUID countyId, Draft draft, @Nullable UUID planId, long version) {
        return new PlanReading(
                id, fileName, state, countyId, text, reading, draft, previous, planId, createdAt, createdBy, version);
    }
}
