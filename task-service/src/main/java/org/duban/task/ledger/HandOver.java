package org.duban.task.ledger;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.directory.UnitRef;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/** Where others lead a task, they take over the pieces that were given of it: somebody has to decide on those. */
@Component
@Transactional(propagation = Propagation.MANDATORY)
class HandOver {
    private final Tasks tasks;
    private final Pieces pieces;
    private final Extensions extensions;
    private final Decisions decisions;

    HandOver(Tasks tasks, Pieces pieces, Extensions extensions, Decisions decisions) {
        this.tasks = tasks;
        this.pieces = pieces;
        this.extensions = extensions;
        this.decisions = decisions;
    }

    /**
     * The caller holds the task, and all below it.
     *
     * @param words why others lead it
     * @param known every unit that led or leads it
     */
    void follow(Task before, Task after, String words, Map<UUID, UnitRef> known, Actor by) {
        for (UUID from : before.leadUnits()) {
            List<UUID> given = after.leadUnits().contains(from) ? List.of() : pieces.givenBy(after.id(), from);
            if (!given.isEmpty()) {
                UUID to = successor(from, before, after);
                FieldChange change = new FieldChange("givenBy", name(from, known), name(to, known));
                for (UUID piece : given) {
                    decisions.take(piece, version -> {}, by, (task, now) -> {
                        pieces.handOver(piece, to);
                        return task.handOver(to, extensions.open(piece), words, change);
                    });
                }
                decisions.rollUp(after.id(), to, by);
                takeUp(after.id(), to, by);
            }
        }
    }

    /** Who had completed its part, and took over what is not done yet, has to do more. */
    private void takeUp(UUID id, UUID unit, Actor by) {
        int open = pieces.open(id, unit);
        boolean completed = tasks.find(id)
                .flatMap(task -> task.partOf(unit))
                .filter(Part::completed)
                .isPresent();
        if (open > 0 && completed) {
            decisions.take(id, version -> {}, by, (task, now) -> task.takeUp(unit, open));
            decisions.rollUp(id, unit, by);
        }
    }

    /** Who came instead: of the same level where somebody is, a new lead unit before one that led it already. */
    private static UUID successor(UUID from, Task before, Task after) {
        @Nullable UUID county = before.partOf(from).map(Part::countyId).orElse(null);
        List<UUID> leads = after.leadUnits();
        Map<Boolean, List<UUID>> joined = leads.stream()
                .collect(Collectors.partitioningBy(
                        unit -> before.partOf(unit).filter(Part::leads).isEmpty()));
        List<UUID> ordered = Stream.of(true, false)
                .flatMap(newly -> joined.getOrDefault(newly, List.of()).stream())
                .toList();
        return ordered.stream()
                .filter(unit -> after.partOf(unit)
                        .filter(part -> Objects.equals(part.countyId(), county))
                        .isPresent())
                .findFirst()
                .orElse(ordered.getFirst());
    }

    private static @Nullable String name(UUID unit, Map<UUID, UnitRef> known) {
        UnitRef ref = known.get(unit);
        return ref == null ? null : ref.shortName();
    }
}
