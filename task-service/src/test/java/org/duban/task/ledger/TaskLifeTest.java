package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;
import static org.duban.task.ledger.TaskState.ACKNOWLEDGED;
import static org.duban.task.ledger.TaskState.ASSIGNED;
import static org.duban.task.ledger.TaskState.CLOSED;
import static org.duban.task.ledger.TaskState.COMPLETION_SUBMITTED;
import static org.duban.task.ledger.TaskState.DRAFTED;
import static org.duban.task.ledger.TaskState.IN_PROGRESS;
import static org.duban.task.ledger.TaskState.SUSPENDED;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.UUID;
import java.util.function.Supplier;
import java.util.stream.IntStream;
import org.duban.task.contract.TaskEvent;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Random calls on a task beside a model of it that was written without the table: sets of units that have acknowledged, reported
 * and completed. After each call both must agree on what was allowed and where the task stands.
 */
class TaskLifeTest {
    private static final OffsetDateTime NOW = OffsetDateTime.parse("2026-11-20T09:00:00+08:00");
    private static final LocalDate TODAY = NOW.toLocalDate();
    private static final List<UUID> UNITS =
            IntStream.range(0, 4).mapToObj(n -> new UUID(0, n)).toList();
    private static final UUID STRANGER = new UUID(1, 0);

    static IntStream seeds() {
        return IntStream.range(0, 300);
    }

    @ParameterizedTest
    @MethodSource("seeds")
    void noSequenceOfCallsLeadsWhereTheTableDoesNot(int seed) {
        Random random = new Random(seed);
        Model model = new Model(random);
        Task task = model.begin();
        for (int step = 0; step < 120; step++) {
            Call call = model.call(task);
            Task before = task;
            @Nullable Task after = attempt(call.on);
            String what = "seed %d, step %d: %s from %s".formatted(seed, step, call.action, before.state());
            assertThat(after != null).as(what + " is allowed").isEqualTo(call.allowed);
            if (after != null) {
                call.then.run();
                assertThat(after.version()).as(what).isEqualTo(before.version() + 1);
                assertThat(TaskLife.after(before.state(), call.action)).as(what).contains(after.state());
                assertThat(after.state()).as(what).isEqualTo(model.state());
                assertThat(after.suspension() != null).as(what).isEqualTo(after.state() == SUSPENDED);
                assertThat(after.closedOn() != null).as(what).isEqualTo(after.state() == CLOSED);
                for (Part part : after.parts()) {
                    assertThat(part.state()).as(what).isEqualTo(model.part(part.unitId()));
                }
                task = after;
            }
        }
    }

    private static @Nullable Task attempt(Supplier<Task> call) {
        try {
            return call.get();
        } catch (TaskRefused refused) {
            return null;
        }
    }

    private record Call(TaskAction action, boolean allowed, Supplier<Task> on, Runnable then) {}

    private static final class Model {
        private final Random random;
        private Set<UUID> leads = new HashSet<>();
        private Set<UUID> cooperators = new HashSet<>();
        private final Set<UUID> acknowledged = new HashSet<>();
        private final Set<UUID> begun = new HashSet<>();
        private final Set<UUID> completed = new HashSet<>();
        private boolean drafted;
        private boolean suspended;
        private boolean closed;
        private boolean standing;
        private boolean periodic;

        Model(Random random) {
            this.random = random;
        }

        Task begin() {
            share();
            drafted = random.nextInt(4) == 0;
            periodic = random.nextInt(3) == 0;
            return new Task(
                    UUID.randomUUID(),
                    1,
                    UUID.randomUUID(),
                    1,
                    "任务",
                    TODAY.plusDays(30),
                    periodic ? TaskKind.PERIODIC : TaskKind.ONE_OFF,
                    periodic ? Repeat.QUARTER.cycleOf(TODAY.plusDays(30)) : null,
                    drafted ? DRAFTED : ASSIGNED,
                    null,
                    null,
                    null,
                    parts());
        }

        private void share() {
            leads = new HashSet<>();
            cooperators = new HashSet<>();
            for (UUID unit : UNITS) {
                switch (random.nextInt(3)) {
                    case 0 -> leads.add(unit);
                    case 1 -> cooperators.add(unit);
                    default -> {}
                }
            }
            if (leads.isEmpty()) {
                leads.add(UNITS.getFirst());
                cooperators.remove(UNITS.getFirst());
            }
        }

        private List<Part> parts() {
            List<Part> parts = new ArrayList<>();
            leads.forEach(unit -> parts.add(Part.of(unit, TaskEvent.Part.LEAD, null, TODAY)));
            cooperators.forEach(unit -> parts.add(Part.of(unit, TaskEvent.Part.COOPERATING, null, TODAY)));
            return parts;
        }

        TaskState state() {
            if (drafted) {
                return DRAFTED;
            }
            if (closed) {
                return CLOSED;
            }
            if (suspended) {
                return SUSPENDED;
            }
            if (completed.containsAll(leads)) {
                return COMPLETION_SUBMITTED;
            }
            if (!begun.isEmpty() || !completed.isEmpty()) {
                return IN_PROGRESS;
            }
            return acknowledged.containsAll(leads) ? ACKNOWLEDGED : ASSIGNED;
        }

        PartState part(UUID unit) {
            if (completed.contains(unit)) {
                return PartState.COMPLETED;
            }
            if (begun.contains(unit)) {
                return PartState.IN_PROGRESS;
            }
            return acknowledged.contains(unit) ? PartState.ACKNOWLEDGED : PartState.ASSIGNED;
        }

        private boolean running() {
            return !drafted && !closed && !suspended;
        }

        private boolean takesPart(UUID unit) {
            return leads.contains(unit) || cooperators.contains(unit);
        }

        Call call(Task task) {
            UUID unit = random.nextInt(12) == 0 ? STRANGER : UNITS.get(random.nextInt(UNITS.size()));
            return switch (random.nextInt(17)) {
                case 0, 1 ->
                    new Call(
                            TaskAction.ACKNOWLEDGE,
                            running() && takesPart(unit) && !acknowledged.contains(unit),
                            () -> task.acknowledge(unit, "联络员", NOW).task(),
                            () -> acknowledged.add(unit));
                case 2, 3 ->
                    new Call(
                            TaskAction.REPORT,
                            running() && takesPart(unit),
                            () -> task.reported(unit, "联络员", random.nextInt(101), NOW)
                                    .task(),
                            () -> {
                                acknowledged.add(unit);
                                if (!completed.contains(unit)) {
                                    begun.add(unit);
                                }
                            });
                case 4, 5, 6 ->
                    new Call(
                            TaskAction.SUBMIT_COMPLETION,
                            running()
                                    && !standing
                                    && leads.contains(unit)
                                    && (acknowledged.contains(unit) || begun.contains(unit))
                                    && !completed.contains(unit),
                            () -> task.submitCompletion(unit, "完成", TODAY).task(),
                            () -> {
                                begun.remove(unit);
                                completed.add(unit);
                            });
                case 7 ->
                    new Call(
                            TaskAction.VERIFY,
                            state() == COMPLETION_SUBMITTED,
                            () -> task.verify(null, List.of(), TODAY).task(),
                            () -> closed = true);
                case 8 -> {
                    boolean all = random.nextBoolean();
                    yield new Call(
                            TaskAction.RETURN,
                            running() && (all ? !completed.isEmpty() : completed.contains(unit)),
                            () -> task.returnCompletion(all ? List.of() : List.of(unit), "理由", TODAY)
                                    .task(),
                            () -> again(all ? Set.copyOf(completed) : Set.of(unit)));
                }
                case 9 ->
                    new Call(
                            TaskAction.SUSPEND,
                            running(),
                            () -> task.suspend("理由", null, TODAY).task(),
                            () -> suspended = true);
                case 10 ->
                    new Call(
                            TaskAction.RESUME,
                            suspended,
                            () -> task.resume(null).task(),
                            () -> suspended = false);
                case 11 ->
                    new Call(TaskAction.REOPEN, closed, () -> task.reopen("理由").task(), () -> {
                        closed = false;
                        again(Set.copyOf(completed));
                    });
                case 12 ->
                    new Call(
                            TaskAction.ASSIGN,
                            drafted,
                            () -> task.assigned(TODAY.plusDays(3), TODAY),
                            () -> drafted = false);
                case 13 -> periodic ? renewed(task) : revised(task);
                case 14 ->
                    new Call(
                            TaskAction.DECOMPOSE,
                            running()
                                    && state() != COMPLETION_SUBMITTED
                                    && leads.contains(unit)
                                    && acknowledged.contains(unit)
                                    && !completed.contains(unit),
                            () -> task.decompose(unit, "分解事项").task(),
                            () -> {});
                case 15 -> rolledUp(task, unit);
                default -> revised(task);
            };
        }

        private Call rolledUp(Task task, UUID unit) {
            int progress = random.nextInt(3) * 50;
            return new Call(
                    TaskAction.ROLL_UP,
                    running() && state() != COMPLETION_SUBMITTED,
                    () -> task.rolledUp(unit, progress).task(),
                    () -> {
                        if (progress > 0 && takesPart(unit) && !completed.contains(unit)) {
                            begun.add(unit);
                        }
                    });
        }

        private void again(Set<UUID> units) {
            completed.removeAll(units);
            begun.addAll(units);
        }

        private Call renewed(Task task) {
            return new Call(
                    TaskAction.RENEW,
                    !drafted && !suspended && state() != COMPLETION_SUBMITTED,
                    () -> task.renew(TODAY, task.cycle().to().plusDays(1)).task(),
                    () -> {
                        closed = false;
                        begun.clear();
                        completed.clear();
                    });
        }

        private Call revised(Task task) {
            Set<UUID> leadsBefore = leads;
            Set<UUID> cooperatorsBefore = cooperators;
            share();
            Set<UUID> leadsAfter = leads;
            Set<UUID> cooperatorsAfter = cooperators;
            List<Part> parts = parts();
            leads = leadsBefore;
            cooperators = cooperatorsBefore;
            boolean forever = random.nextInt(8) == 0;
            TaskKind kind = forever ? TaskKind.STANDING : periodic ? TaskKind.PERIODIC : TaskKind.ONE_OFF;
            return new Call(
                    TaskAction.REVISE,
                    !closed,
                    () -> task.revised(
                            "任务", forever ? null : TODAY.plusDays(60), kind, forever ? null : task.cycle(), parts),
                    () -> {
                        leads = leadsAfter;
                        cooperators = cooperatorsAfter;
                        standing = forever;
                        periodic = periodic && !forever;
                        for (Set<UUID> known : List.of(acknowledged, begun, completed)) {
                            known.removeIf(one -> !takesPart(one));
                        }
                        again(completed.stream()
                                .filter(one -> forever || cooperators.contains(one))
                                .collect(java.util.stream.Collectors.toSet()));
                    });
        }
    }

    @Test
    void everyStateIsReachedAndAClosedTaskIsLeftOnlyToGoOnOrToBeginItsNextCycle() {
        Set<TaskState> reached = EnumSet.of(DRAFTED);
        boolean grew = true;
        while (grew) {
            grew = false;
            for (TaskState state : List.copyOf(reached)) {
                for (TaskAction action : TaskAction.values()) {
                    grew |= reached.addAll(TaskLife.after(state, action));
                }
            }
        }
        assertThat(reached).containsExactlyInAnyOrder(TaskState.values());
        assertThat(TaskLife.after(CLOSED, TaskAction.REOPEN)).containsExactly(IN_PROGRESS);
        assertThat(TaskLife.after(CLOSED, TaskAction.HAND_OVER))
                .as("others decide on it, closed as it is")
                .containsExactly(CLOSED);
        Set<TaskAction> known = EnumSet.of(TaskAction.REOPEN, TaskAction.RENEW, TaskAction.HAND_OVER);
        for (TaskAction action : TaskAction.values()) {
            if (!known.contains(action)) {
                assertThat(TaskLife.after(CLOSED, action)).as(action.name()).isEmpty();
            }
        }
    }

    @Test
    void aReleasedPartTakesNoStepAnyMore() {
        for (PartLife.Step step : PartLife.Step.values()) {
            assertThat(PartLife.after(PartState.RELEASED, step)).as(step.name()).isEmpty();
        }
        for (PartState state : PartState.values()) {
            assertThat(PartLife.after(state, PartLife.Step.RELEASE).isPresent())
                    .as(state.name())
                    .isEqualTo(state != PartState.RELEASED);
        }
    }
}
