package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where lead units ask for a later day, and the plan's supervisor decides (behaviours.md P7). */
@Service
@Transactional
public class ExtensionDesk {
    private final TaskViews views;
    private final Tasks tasks;
    private final Decisions decisions;
    private final Extensions extensions;

    ExtensionDesk(TaskViews views, Tasks tasks, Decisions decisions, Extensions extensions) {
        this.views = views;
        this.tasks = tasks;
        this.decisions = decisions;
        this.extensions = extensions;
    }

    /** @return the request's id */
    public UUID request(UUID taskId, LocalDate wantedOn, String reason, LongConsumer version, Caller by) {
        views.requireVisible(taskId, by);
        UUID id = Ids.next();
        decisions.take(taskId, version, Actor.of(by), (task, now) -> {
            UUID unit = Acting.unit(task, by);
            Part own = task.partOf(unit).orElseThrow(TaskRefused::notYourUnits);
            requireWithinParent(task, wantedOn);
            Extension asked = new Extension(
                    id,
                    taskId,
                    unit,
                    own.countyId(),
                    // A task without a last day refuses the request.
                    task.dueOn() == null ? wantedOn : task.dueOn(),
                    wantedOn,
                    reason,
                    now,
                    by.name(),
                    Extension.State.OPEN,
                    null,
                    null,
                    null,
                    null);
            Task.Decision decision =
                    task.requestExtension(asked, extensions.open(taskId).orElse(null));
            extensions.add(asked);
            return decision;
        });
        return id;
    }

    public void withdraw(UUID taskId, UUID id, LongConsumer version, Caller by) {
        views.requireVisible(taskId, by);
        decisions.take(taskId, version, Actor.of(by), (task, now) -> {
            Extension asked = find(taskId, id);
            if (!asked.unitId().equals(by.unit())
                    && Acting.part(task, by)
                            .filter(part -> part.unitId().equals(asked.unitId()))
                            .isEmpty()) {
                throw TaskRefused.notYourExtension();
            }
            Extension withdrawn = asked.withdrawn(by.name(), now);
            extensions.save(withdrawn);
            return task.withdrawExtension(withdrawn);
        });
    }

    /** @param day the task's last day from then on; null for the one that was wanted */
    public void grant(
            UUID taskId, UUID id, @Nullable LocalDate day, @Nullable String opinion, LongConsumer version, Caller by) {
        views.requireSupervised(taskId, by);
        decisions.take(taskId, version, Actor.of(by), (task, now) -> {
            Extension asked = find(taskId, id);
            LocalDate grantedOn = day == null ? asked.wantedOn() : day;
            requireWithinParent(task, grantedOn);
            Extension granted = asked.granted(grantedOn, opinion, by.name(), now);
            extensions.save(granted);
            return task.extend(granted);
        });
    }

    public void refuse(UUID taskId, UUID id, String opinion, LongConsumer version, Caller by) {
        views.requireSupervised(taskId, by);
        decisions.take(taskId, version, Actor.of(by), (task, now) -> {
            Extension refused = find(taskId, id).refused(opinion, by.name(), now);
            extensions.save(refused);
            return task.refuseExtension(refused);
        });
    }

    /** A piece is done before the whole is: whoever needs more time for it asks for the whole first. */
    private void requireWithinParent(Task task, LocalDate day) {
        if (task.piece() != null) {
            LocalDate whole =
                    tasks.find(task.piece().parentId()).map(Task::dueOn).orElse(null);
            if (whole != null && day.isAfter(whole)) {
                throw TaskRefused.laterThanParent(whole);
            }
        }
    }

    private Extension find(UUID taskId, UUID id) {
        return extensions.find(taskId, id).orElseThrow(TaskRefused::noSuchExtension);
    }
}
