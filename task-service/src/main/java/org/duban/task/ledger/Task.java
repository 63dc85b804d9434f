package org.duban.task.ledger;

import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.function.Predicate;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.task.contract.TaskEvent;
import org.duban.task.contract.TaskEvent.CompletionReturned;
import org.duban.task.contract.TaskEvent.CompletionSubmitted;
import org.duban.task.contract.TaskEvent.CycleBegun;
import org.duban.task.contract.TaskEvent.ExtensionDecided;
import org.duban.task.contract.TaskEvent.ExtensionRequested;
import org.duban.task.contract.TaskEvent.ExtensionWithdrawn;
import org.duban.task.contract.TaskEvent.FieldChange;
import org.duban.task.contract.TaskEvent.PieceHandedOver;
import org.duban.task.contract.TaskEvent.TaskAcknowledged;
import org.duban.task.contract.TaskEvent.TaskClosed;
import org.duban.task.contract.TaskEvent.TaskExtended;
import org.duban.task.contract.TaskEvent.TaskReopened;
import org.duban.task.contract.TaskEvent.TaskResumed;
import org.duban.task.contract.TaskEvent.TaskSuspended;
import org.duban.task.contract.TaskEvent.UnitUrged;
import org.jspecify.annotations.Nullable;

/**
 * A task and each unit's part in it. Each decision gives the task as it is afterwards, with what there is to tell; each counts as
 * one version. Where it may lead is {@link TaskLife}'s.
 *
 * @param cycle the one that runs; null unless the task is periodic
 * @param suspension null unless it is suspended
 * @param piece null for a plan's own task
 */
record Task(
        UUID id,
        long version,
        UUID planId,
        int ordinal,
        String title,
        @Nullable LocalDate dueOn,
        TaskKind kind,
        @Nullable Cycle cycle,
        TaskState state,
        @Nullable LocalDate closedOn,
        @Nullable Suspension suspension,
        @Nullable Piece piece,
        List<Part> parts) {

    /**
     * What a decision changes, what it tells and how history words it.
     *
     * @param details for history, beside the states before and after
     */
    record Decision(
            Task task,
            TaskAction action,
            @Nullable String words,
            List<TaskEvent> events,
            Map<String, Object> details) {}

    Decision acknowledge(UUID unit, String by, OffsetDateTime at) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        require(TaskAction.ACKNOWLEDGE);
        if (own.acknowledged()) {
            throw TaskRefused.notAllowedNow("本单位已经签收，无需重复签收。");
        }
        Task after = worked(TaskAction.ACKNOWLEDGE, with(unit, part -> part.acknowledged(by, at)));
        return after.decided(TaskAction.ACKNOWLEDGE, null, new TaskAcknowledged(id, after.version, unit));
    }

    Decision reported(UUID unit, String by, int progress, OffsetDateTime at) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        require(TaskAction.REPORT);
        Task after = worked(TaskAction.REPORT, with(unit, part -> part.reported(progress, by, at)));
        Decision decision = own.acknowledged()
                ? after.decided(TaskAction.REPORT, null)
                : after.decided(TaskAction.REPORT, null, new TaskAcknowledged(id, after.version, unit));
        decision.details.put("progress", progress);
        return decision;
    }

    /** A lead unit submits the completion of its own part; the task awaits its verification once the last of them has. */
    Decision submitCompletion(UUID unit, String statement, LocalDate today) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        if (!own.leads()) {
            throw TaskRefused.onlyLeads();
        }
        if (standing()) {
            throw TaskRefused.notAllowedNow("这是常态化任务，不办结销号，请按期报送进展。");
        }
        require(TaskAction.SUBMIT_COMPLETION);
        Task after = worked(TaskAction.SUBMIT_COMPLETION, with(unit, part -> part.completed(today)));
        int awaited = (int) after.leads().filter(part -> !part.completed()).count();
        Decision decision = after.decided(
                TaskAction.SUBMIT_COMPLETION,
                statement,
                new CompletionSubmitted(id, after.version, title, unit, awaited == 0 ? null : awaited, givenBy()));
        if (awaited > 0) {
            decision.details.put("awaited", awaited);
        }
        return decision;
    }

    /** @param targets what it has to reach, which counts for a task that is closed by it */
    Decision verify(@Nullable String opinion, List<Targets.Target> targets, LocalDate today) {
        require(TaskAction.VERIFY);
        if (kind == TaskKind.INDICATOR
                && (targets.isEmpty() || !targets.stream().allMatch(Targets.Target::reached))) {
            throw TaskRefused.targetsNotReached(targets);
        }
        Task after = moved(TaskAction.VERIFY, TaskState.CLOSED, today, null, parts);
        return after.decided(TaskAction.VERIFY, opinion, new TaskClosed(id, after.version, title, today));
    }

    /** @param units who has to do more; empty for every lead unit that has submitted its completion */
    Decision returnCompletion(Collection<UUID> units, String reason, LocalDate today) {
        require(TaskAction.RETURN);
        List<UUID> returned = units.isEmpty()
                ? leads().filter(Part::completed).map(Part::unitId).toList()
                : units.stream().distinct().toList();
        if (returned.isEmpty()
                || !returned.stream()
                        .allMatch(unit -> partOf(unit).filter(Part::completed).isPresent())) {
            throw TaskRefused.notAllowedNow("只能退回已经申请办结的牵头单位，请核对所选单位。");
        }
        Task after = worked(
                TaskAction.RETURN, with(part -> returned.contains(part.unitId()), part -> part.takenUpAgain(today)));
        Decision decision = after.decided(
                TaskAction.RETURN, reason, new CompletionReturned(id, after.version, title, returned, reason));
        decision.details.put("units", returned);
        return decision;
    }

    /** @param urgings who is urged by which act: all of them take part in the task */
    Decision urge(List<Urging> urgings, String words) {
        Task after = stayed(TaskAction.URGE);
        TaskEvent[] events = urgings.stream()
                .map(urging -> new UnitUrged(
                        id, after.version, urging.id(), title, urging.unitId(), countyOf(urging.unitId()), words))
                .toArray(TaskEvent[]::new);
        Decision decision = after.decided(TaskAction.URGE, words, events);
        decision.details.put("units", urgings.stream().map(Urging::unitId).toList());
        return decision;
    }

    record Urging(UUID id, UUID unitId) {}

    /**
     * The task under other words, another day or other units. Who stays keeps what was acknowledged and reported.
     *
     * @param parts everyone who has a part in it from now on
     */
    Task revised(String title, @Nullable LocalDate dueOn, TaskKind kind, @Nullable Cycle cycle, List<Part> parts) {
        require(TaskAction.REVISE);
        boolean standing = kind == TaskKind.STANDING;
        List<Part> kept = parts.stream()
                .map(part ->
                        partOf(part.unitId()).map(own -> own.as(part.part())).orElse(part))
                // What never ends has nothing completed.
                .map(part -> standing && part.completed() ? part.takenUpAgain(null) : part)
                .toList();
        Task asked = new Task(
                id, version, planId, ordinal, title, dueOn, kind, cycle, state, closedOn, suspension, piece, kept);
        return state.running() ? asked.worked(TaskAction.REVISE, kept) : asked.stayed(TaskAction.REVISE);
    }

    /** What is expected of it by when has changed, or may. */
    Task planned(TaskAction action) {
        return stayed(action);
    }

    /** @param acknowledgeBy last day for its units to acknowledge */
    Task assigned(LocalDate acknowledgeBy, LocalDate today) {
        require(TaskAction.ASSIGN);
        if (cycle != null && cycle.overOn(today)) {
            throw TaskRefused.cycleOver(cycle.to());
        }
        return moved(
                TaskAction.ASSIGN,
                TaskState.ASSIGNED,
                null,
                null,
                with(part -> true, part -> part.toAcknowledgeBy(acknowledgeBy)));
    }

    /** A piece is done before the whole is, and ends unless the whole never does. */
    void requireHolds(TaskContent piece) {
        if (piece.kind() == TaskKind.PERIODIC || piece.kind() == TaskKind.STANDING && !standing()) {
            throw TaskRefused.pieceMustEnd();
        }
        if (piece.dueOn() != null && dueOn != null && piece.dueOn().isAfter(dueOn)) {
            throw TaskRefused.laterThanParent(dueOn);
        }
    }

    /** A lead unit gives a piece of its part to others. */
    Decision decompose(UUID unit, String title) {
        Part own = partOf(unit).orElseThrow(() -> TaskRefused.notFound(id));
        if (!own.leads()) {
            throw TaskRefused.onlyLeadsDecompose();
        }
        Task after = stayed(TaskAction.DECOMPOSE);
        if (!own.acknowledged() || own.completed()) {
            throw TaskRefused.notAllowedNow("本单位签收之后、申请办结之前，才能分解任务。");
        }
        if (piece != null && piece.depth() == Piece.DEEPEST) {
            throw TaskRefused.tooDeep();
        }
        return after.decided(TaskAction.DECOMPOSE, title);
    }

    /**
     * Counties get their shares of a lead unit's part.
     *
     * @param counties their names, for history
     */
    Decision cascade(UUID unit, List<String> counties) {
        Part own = requireCascadedBy(unit);
        Task after = stayed(TaskAction.CASCADE);
        if (own.completed()) {
            throw TaskRefused.notAllowedNow("牵头单位已申请办结，不能再分解到县区。");
        }
        if (piece != null && piece.depth() == Piece.DEEPEST) {
            throw TaskRefused.tooDeep();
        }
        Decision decision = after.decided(TaskAction.CASCADE, String.join("、", counties));
        decision.details.put("counties", counties);
        return decision;
    }

    /** @return its part in the task */
    Part requireCascadedBy(UUID unit) {
        Part own = partOf(unit).filter(Part::leads).orElseThrow(TaskRefused::onlyLeadsDecompose);
        if (own.countyId() != null) {
            throw TaskRefused.onlyCityCascades();
        }
        return own;
    }

    /** City units that lead and have something to do: each may have counties share its part. */
    List<UUID> cascading() {
        return leads().filter(part -> part.countyId() == null && !part.completed())
                .map(Part::unitId)
                .toList();
    }

    /**
     * Others lead the task that it is a piece of, and decide on it from now on.
     *
     * @param open the request for a later day that waits for a decision
     */
    Decision handOver(UUID to, Optional<Extension> open, String words, FieldChange change) {
        Piece given = Objects.requireNonNull(piece);
        Task stayed = stayed(TaskAction.HAND_OVER);
        Task after = new Task(
                id,
                stayed.version,
                planId,
                ordinal,
                title,
                dueOn,
                kind,
                cycle,
                state,
                closedOn,
                suspension,
                given.givenBy(to),
                parts);
        List<TaskEvent> events = new ArrayList<>();
        events.add(new PieceHandedOver(id, after.version, title, given.givenBy(), to));
        // What waited for a decision waits for theirs.
        if (state == TaskState.COMPLETION_SUBMITTED) {
            events.add(new CompletionSubmitted(
                    id, after.version, title, leadUnits().getLast(), null, to));
        }
        open.map(asked -> asked(asked, after)).ifPresent(events::add);
        Decision decision = after.decided(TaskAction.HAND_OVER, words, events.toArray(TaskEvent[]::new));
        decision.details.put("changes", List.of(change));
        return decision;
    }

    /**
     * A unit that had completed its part took over pieces that still run.
     *
     * @param open how many
     */
    Decision takeUp(UUID unit, int open) {
        List<Part> taken = with(unit, part -> part.takenUpAgain(null));
        Task after = state.running()
                ? worked(TaskAction.HAND_OVER, taken)
                : moved(TaskAction.HAND_OVER, state, closedOn, suspension, taken);
        String words = "接手的%d项分解事项尚未销号，请继续办理。".formatted(open);
        return after.decided(
                TaskAction.HAND_OVER, words, new CompletionReturned(id, after.version, title, List.of(unit), words));
    }

    /** As far as the pieces of a unit's part have come, so far has the part. */
    Decision rolledUp(UUID unit, int progress) {
        Task after = worked(TaskAction.ROLL_UP, with(unit, part -> part.rolledUp(progress)));
        Decision decision = after.decided(TaskAction.ROLL_UP, null);
        decision.details.put("progress", progress);
        return decision;
    }

    Decision requestExtension(Extension asked, @Nullable Extension open) {
        Part own = partOf(asked.unitId()).orElseThrow(() -> TaskRefused.notFound(id));
        if (!own.leads()) {
            throw TaskRefused.onlyLeadsAskForTime();
        }
        Task after = stayed(TaskAction.REQUEST_EXTENSION);
        if (dueOn == null) {
            throw TaskRefused.notAllowedNow("这项任务没有办结期限，无需申请延期。");
        }
        if (open != null) {
            throw TaskRefused.notAllowedNow("这项任务已有一件延期申请等待审核，同一时间只能申请一次。");
        }
        if (!asked.wantedOn().isAfter(dueOn)) {
            throw TaskRefused.notLater(dueOn);
        }
        requireInCycle(asked.wantedOn());
        Decision decision = after.decided(TaskAction.REQUEST_EXTENSION, asked.reason(), asked(asked, after));
        decision.details.put("wantedOn", asked.wantedOn().toString());
        return decision;
    }

    private static ExtensionRequested asked(Extension asked, Task of) {
        return new ExtensionRequested(
                of.id,
                of.version,
                asked.id(),
                of.title,
                asked.unitId(),
                asked.countyId(),
                asked.dueOn(),
                asked.wantedOn(),
                asked.reason(),
                of.givenBy());
    }

    Decision withdrawExtension(Extension withdrawn) {
        Task after = stayed(TaskAction.WITHDRAW_EXTENSION);
        return after.decided(
                TaskAction.WITHDRAW_EXTENSION,
                null,
                new ExtensionWithdrawn(id, after.version, withdrawn.id(), withdrawn.unitId()));
    }

    /** The original day stays known; from now on all goes by the later one. */
    Decision extend(Extension granted) {
        LocalDate day = Objects.requireNonNull(granted.grantedOn());
        Task checked = stayed(TaskAction.EXTEND);
        if (dueOn != null && !day.isAfter(dueOn)) {
            throw TaskRefused.notLater(dueOn);
        }
        requireInCycle(day);
        Task after = new Task(
                id,
                checked.version,
                planId,
                ordinal,
                title,
                day,
                kind,
                cycle,
                state,
                closedOn,
                suspension,
                piece,
                parts);
        Decision decision = after.decided(
                TaskAction.EXTEND,
                granted.opinion(),
                new TaskExtended(id, after.version, title, dueOn, day, granted.unitId()),
                decided(granted, after.version));
        decision.details.put("dueOn", day.toString());
        if (dueOn != null) {
            decision.details.put("dueOnBefore", dueOn.toString());
        }
        return decision;
    }

    /** What is not done within its cycle is not done. */
    private void requireInCycle(LocalDate day) {
        if (cycle != null && cycle.overOn(day)) {
            throw TaskRefused.beyondCycle(cycle.to());
        }
    }

    Decision refuseExtension(Extension refused) {
        Task after = stayed(TaskAction.REFUSE_EXTENSION);
        return after.decided(TaskAction.REFUSE_EXTENSION, refused.opinion(), decided(refused, after.version));
    }

    private ExtensionDecided decided(Extension extension, long version) {
        return new ExtensionDecided(
                id,
                version,
                extension.id(),
                title,
                extension.unitId(),
                extension.countyId(),
                extension.grantedOn(),
                extension.opinion());
    }

    /** @param resumesOn the day on which it resumes by itself; null where somebody will say so */
    Decision suspend(String reason, @Nullable LocalDate resumesOn, LocalDate today) {
        require(TaskAction.SUSPEND);
        if (resumesOn != null && !resumesOn.isAfter(today)) {
            throw TaskRefused.resumesTooEarly();
        }
        Task after =
                moved(TaskAction.SUSPEND, TaskState.SUSPENDED, null, new Suspension(today, resumesOn, reason), parts);
        Decision decision = after.decided(
                TaskAction.SUSPEND, reason, new TaskSuspended(id, after.version, title, reason, resumesOn));
        if (resumesOn != null) {
            decision.details.put("resumesOn", resumesOn.toString());
        }
        return decision;
    }

    /** It goes on where its units had brought it. */
    Decision resume(@Nullable String words) {
        Task after = worked(TaskAction.RESUME, parts);
        return after.decided(TaskAction.RESUME, words, new TaskResumed(id, after.version, title, dueOn, words));
    }

    /** Progress is again what the units had reported. */
    Decision reopen(String reason) {
        require(TaskAction.REOPEN);
        Task after = worked(TaskAction.REOPEN, with(Part::completed, part -> part.takenUpAgain(null)));
        return after.decided(TaskAction.REOPEN, reason, new TaskReopened(id, after.version, title, dueOn, reason));
    }

    boolean cycleIsOver(LocalDate today) {
        return cycle != null && cycle.overOn(today) && allows(TaskAction.RENEW);
    }

    /**
     * Its cycle is over, closed or not: it begins anew with nothing done, in the cycle of today. Nothing was asked in those between.
     *
     * @param firstDueOn its day in the cycle that is over, before any extension
     */
    Decision renew(LocalDate firstDueOn, LocalDate today) {
        Cycle ended = Objects.requireNonNull(cycle);
        Cycle next = ended;
        LocalDate day = firstDueOn;
        do {
            next = next.next();
            day = ended.repeats().next(day);
        } while (next.overOn(today));
        Task after = new Task(
                        id, version, planId, ordinal, title, day, kind, next, state, closedOn, suspension, piece, parts)
                .worked(TaskAction.RENEW, with(part -> true, Part::begunAnew));
        boolean done = state == TaskState.CLOSED;
        Decision decision = after.decided(
                TaskAction.RENEW,
                null,
                new CycleBegun(id, after.version, title, next.from(), next.to(), day, done, progress()));
        decision.details.put("dueOn", day.toString());
        decision.details.put("cycle", "%s 至 %s".formatted(ended.from(), ended.to()));
        decision.details.put("done", done);
        decision.details.put("progress", progress());
        return decision;
    }

    /** Whom it is owed to; null where that is whoever issued the plan. */
    private @Nullable UUID givenBy() {
        return piece == null ? null : piece.givenBy();
    }

    boolean standing() {
        return kind == TaskKind.STANDING;
    }

    boolean allows(TaskAction action) {
        return !TaskLife.after(state, action).isEmpty()
                && switch (action) {
                    case SUBMIT_COMPLETION -> !standing();
                    case RETURN -> leads().anyMatch(Part::completed);
                    case RENEW -> cycle != null;
                    case HAND_OVER -> piece != null;
                    case REQUEST_EXTENSION, SET_MILESTONES, PROPOSE_MILESTONES -> dueOn != null;
                    default -> true;
                };
    }

    boolean suspendedUntil(LocalDate today) {
        return suspension != null
                && suspension.resumesOn() != null
                && !suspension.resumesOn().isAfter(today);
    }

    /** 0 to 100: the average of its lead units; all of it once it is closed. */
    int progress() {
        return state == TaskState.CLOSED
                ? 100
                : (int) Math.round(leads().mapToInt(Part::progress).average().orElse(0));
    }

    /** The last day on which a completion was returned that is not submitted again yet. */
    @Nullable
    LocalDate returnedOn() {
        return parts.stream()
                .map(Part::returnedOn)
                .filter(Objects::nonNull)
                .max(LocalDate::compareTo)
                .orElse(null);
    }

    Optional<Part> partOf(UUID unit) {
        return parts.stream().filter(part -> part.unitId().equals(unit)).findFirst();
    }

    /** Who has which part in it. */
    Map<UUID, TaskEvent.Part> roles() {
        return parts.stream().collect(Collectors.toMap(Part::unitId, Part::part));
    }

    List<UUID> leadUnits() {
        return leads().map(Part::unitId).toList();
    }

    /** Lead units that have still something to do. */
    List<UUID> busyUnits() {
        return leads().filter(part -> !part.completed()).map(Part::unitId).toList();
    }

    private Stream<Part> leads() {
        return parts.stream().filter(Part::leads);
    }

    private @Nullable UUID countyOf(UUID unit) {
        return partOf(unit).orElseThrow(TaskRefused::notItsUnit).countyId();
    }

    private Decision decided(TaskAction action, @Nullable String words, TaskEvent... events) {
        return new Decision(this, action, words, Arrays.asList(events), new HashMap<>());
    }

    private List<Part> with(UUID unit, UnaryOperator<Part> change) {
        return with(part -> part.unitId().equals(unit), change);
    }

    private List<Part> with(Predicate<Part> which, UnaryOperator<Part> change) {
        return parts.stream()
                .map(part -> which.test(part) ? change.apply(part) : part)
                .toList();
    }

    void require(TaskAction action) {
        if (TaskLife.after(state, action).isEmpty()) {
            throw TaskRefused.notAllowedNow(state, action);
        }
    }

    private Task stayed(TaskAction action) {
        return moved(action, state, closedOn, suspension, parts);
    }

    /** It stands where its units have brought it. */
    private Task worked(TaskAction action, List<Part> parts) {
        return moved(action, TaskLife.of(parts), null, null, parts);
    }

    // Every decision passes here once: it counts as one new version, and leads nowhere that the table does not know.
    private Task moved(
            TaskAction action,
            TaskState next,
            @Nullable LocalDate closedOn,
            @Nullable Suspension suspension,
            List<Part> parts) {
        require(action);
        if (!TaskLife.after(state, action).contains(next)) {
            throw new IllegalStateException("%s leads from %s to %s".formatted(action, state, next));
        }
        return new Task(
                id, version + 1, planId, ordinal, title, dueOn, kind, cycle, next, closedOn, suspension, piece, parts);
    }
}
