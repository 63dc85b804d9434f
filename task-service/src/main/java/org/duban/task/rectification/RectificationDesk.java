package org.duban.task.rectification;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.FieldError;
import org.duban.task.access.Rights;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.RectificationEvent;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.evidence.EvidenceKind;
import org.duban.task.evidence.HandedInEvidence;
import org.duban.task.ledger.PlanViews;
import org.duban.task.ledger.Sights;
import org.duban.task.ledger.TaskViews;
import org.duban.task.rectification.Rectification.Decision;
import org.duban.task.rectification.Rectification.Helper;
import org.duban.task.rectification.Rectification.Plan;
import org.duban.task.rectification.Rectification.Responsible;
import org.duban.task.rectification.Rectifications.Same;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/**
 * Where people act on items. What a caller may not see is not found; {@code version} is handed the item's version before
 * anything is decided and throws where the caller decided on another.
 */
@Service
@Transactional
public class RectificationDesk {
    private static final EventChannel<RectificationEvent> EVENTS =
            EventChannel.of(RectificationEvent.TOPIC, RectificationEvent.class, RectificationEvent.TYPES);

    private final Rectifications items;
    private final RectificationViews views;
    private final PlanViews plans;
    private final TaskViews tasks;
    private final Units units;
    private final HandedInEvidence evidence;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    RectificationDesk(
            Rectifications items,
            RectificationViews views,
            PlanViews plans,
            TaskViews tasks,
            Units units,
            HandedInEvidence evidence,
            WorkingDays workingDays,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.items = items;
        this.views = views;
        this.plans = plans;
        this.tasks = tasks;
        this.units = units;
        this.evidence = evidence;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** A supervisor opens any item within sight, a unit what it found in itself (behaviours.md E3). */
    public UUID open(NewRectification asked, Caller by) {
        if (!Rights.supervises(by)) {
            if (by.unit() == null) {
                throw RectificationRefused.noUnit();
            }
            if (asked.finding().source() != RectificationSource.SELF_CHECK
                    || !by.unit().equals(asked.unitId())) {
                throw RectificationRefused.onlySelfChecks();
            }
        }
        return openAll(List.of(asked), "", by).getFirst();
    }

    /**
     * Opens all of a list, or none.
     *
     * @throws RectificationRefused that names everything wrong in it
     */
    public List<UUID> openList(List<NewRectification> asked, Caller by) {
        return openAll(asked, "/items/%d", by);
    }

    /** What {@link #openList} would refuse, without opening anything. */
    @Transactional(readOnly = true)
    public List<FieldError> check(List<NewRectification> asked, Caller by) {
        requireSeen(asked, by);
        return errors(asked, "/items/%d", refs(asked), by);
    }

    private List<UUID> openAll(List<NewRectification> asked, String pointer, Caller by) {
        requireSeen(asked, by);
        Map<UUID, UnitRef> refs = refs(asked);
        List<FieldError> errors = errors(asked, pointer, refs, by);
        if (!errors.isEmpty()) {
            throw RectificationRefused.wrongList(errors);
        }
        return asked.stream().map(one -> open(one, refs, null, by)).toList();
    }

    /** Whoever sees an item reads the titles of what it is linked to. */
    private void requireSeen(List<NewRectification> asked, Caller by) {
        linked(asked, Finding::planId).forEach(plan -> plans.plan(plan, by));
        linked(asked, Finding::taskId).forEach(task -> tasks.task(task, by));
    }

    private static Set<UUID> linked(List<NewRectification> asked, Function<Finding, @Nullable UUID> to) {
        return asked.stream()
                .map(NewRectification::finding)
                .map(to)
                .filter(Objects::nonNull)
                .collect(Collectors.toSet());
    }

    private UUID open(NewRectification asked, Map<UUID, UnitRef> refs, @Nullable UUID recurredFrom, Caller by) {
        OffsetDateTime now = OffsetDateTime.now(clock);
        Decision opened = Rectification.open(
                Ids.next(), asked, responsible(asked, refs, by), recurredFrom, now.toLocalDate(), workingDays);
        items.add(opened.item(), by, now);
        record(opened, null, by, now);
        return opened.item().id();
    }

    private Responsible responsible(NewRectification asked, Map<UUID, UnitRef> refs, Caller by) {
        UUID county = county(refs, asked.unitId());
        // What a county's unit finds in itself is its county's to look at; what the city finds is the city's.
        UUID issuer = by.has("SUPERVISOR") ? by.county() : county;
        return new Responsible(
                asked.unitId(),
                county,
                asked.cooperatorIds().stream()
                        .map(unit -> new Helper(unit, county(refs, unit)))
                        .toList(),
                issuer);
    }

    private static @Nullable UUID county(Map<UUID, UnitRef> refs, UUID unit) {
        UnitRef ref = refs.get(unit);
        return ref == null ? null : ref.countyId();
    }

    private Map<UUID, UnitRef> refs(List<NewRectification> asked) {
        return units.refs(asked.stream()
                .flatMap(one -> Stream.concat(Stream.of(one.unitId()), one.cooperatorIds().stream()))
                .collect(Collectors.toSet()));
    }

    private List<FieldError> errors(List<NewRectification> asked, String pointer, Map<UUID, UnitRef> refs, Caller by) {
        LocalDate today = LocalDate.now(clock);
        List<FieldError> errors = new ArrayList<>();
        Set<Same> known = items.registered(
                asked.stream().map(NewRectification::unitId).collect(Collectors.toCollection(LinkedHashSet::new)),
                asked.stream().map(one -> one.finding().foundOn()).collect(Collectors.toSet()));
        Set<Same> here = new HashSet<>();
        for (int i = 0; i < asked.size(); i++) {
            NewRectification one = asked.get(i);
            String at = pointer.formatted(i);
            wrongUnit(one.unitId(), refs, by).ifPresent(words -> errors.add(new FieldError(at + "/unitId", words)));
            for (UUID cooperator : one.cooperatorIds()) {
                if (!refs.containsKey(cooperator)) {
                    errors.add(new FieldError(at + "/cooperatorIds", "没有这个配合单位"));
                }
            }
            if (one.finding().foundOn().isAfter(today)) {
                errors.add(new FieldError(at + "/foundOn", "发现日期不能晚于今天"));
            }
            if (one.dueOn() != null && one.dueOn().isBefore(one.finding().foundOn())) {
                errors.add(new FieldError(at + "/dueOn", "整改时限不能早于发现日期"));
            }
            if (one.planBy() != null && one.planBy().isBefore(today)) {
                errors.add(new FieldError(at + "/planBy", "方案期限不能早于今天"));
            }
            Same same = new Same(
                    one.unitId(), one.finding().foundOn(), one.finding().problem());
            if (known.contains(same)) {
                errors.add(new FieldError(at + "/problem", "这个问题已经登记过，请核对后去掉"));
            } else if (!here.add(same)) {
                errors.add(new FieldError(at + "/problem", "与本表前面的一条重复，请去掉一条"));
            }
        }
        return errors;
    }

    private static Optional<String> wrongUnit(UUID unit, Map<UUID, UnitRef> refs, Caller by) {
        UnitRef ref = refs.get(unit);
        if (ref == null) {
            return Optional.of("没有这个责任单位");
        }
        if (by.sight() instanceof Sight.OfCounty(var county) && !county.equals(ref.countyId())) {
            return Optional.of("责任单位不属于本县");
        }
        return Optional.empty();
    }

    /** @param dueOn the last day that the unit proposes */
    public void submitPlan(UUID id, String cause, String measure, LocalDate dueOn, LongConsumer version, Caller by) {
        Plan plan = new Plan(cause, measure, dueOn);
        decide(id, version, by, (item, today) -> own(item, by).submitPlan(plan, today));
    }

    public void agreePlan(UUID id, @Nullable String opinion, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> supervised(item, by).agreePlan(opinion));
    }

    public void returnPlan(UUID id, String reason, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> supervised(item, by).returnPlan(reason, today, workingDays));
    }

    /** @param files ids of uploaded evidence (behaviours.md P11) */
    public void complete(UUID id, String statement, List<UUID> files, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> {
            Decision completed = own(item, by).complete(statement, today);
            Responsible responsible = item.responsible();
            evidence.withEnd(
                    EvidenceKind.RECTIFICATION, id, responsible.unitId(), responsible.countyId(), files, by.name());
            return completed;
        });
    }

    /** @param followUpMonths from today to the check afterwards, 0 for none; null for what the item says */
    public void pass(
            UUID id, @Nullable String opinion, @Nullable Integer followUpMonths, LongConsumer version, Caller by) {
        decide(
                id,
                version,
                by,
                (item, today) -> supervised(item, by).pass(opinion, followUpMonths, today, workingDays));
    }

    /** @param until another last day; null where the day stays */
    public void fail(UUID id, String reason, @Nullable LocalDate until, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> supervised(item, by).fail(reason, until, today, workingDays));
    }

    public void hold(UUID id, String words, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> supervised(item, by).hold(words, today));
    }

    /**
     * The problem has come back: a new item is opened for the same units, linked to this one.
     *
     * @param dueOn last day demanded of the new item; null where its plan is to name one
     * @return the new item
     */
    public UUID recur(UUID id, String words, @Nullable LocalDate dueOn, LongConsumer version, Caller by) {
        Rectification before = held(id, version, by);
        supervised(before, by);
        if (!before.allows(RectificationAction.RECUR)) {
            throw RectificationRefused.notAllowedNow(before.state(), RectificationAction.RECUR);
        }
        OffsetDateTime now = OffsetDateTime.now(clock);
        LocalDate today = now.toLocalDate();
        if (dueOn != null) {
            Rectification.requireNotPast(dueOn, today);
        }
        NewRectification again = new NewRectification(
                before.finding().again(today),
                before.responsible().unitId(),
                before.responsible().cooperators().stream().map(Helper::unitId).toList(),
                null,
                dueOn,
                null,
                before.followUp().months() == 0 ? null : before.followUp().months());
        UUID as = open(again, refs(List.of(again)), id, by);
        Decision decided = before.recur(words, as, today);
        items.save(decided.item(), now);
        record(decided, before, by, now);
        return as;
    }

    public void withdraw(UUID id, String reason, LongConsumer version, Caller by) {
        decide(id, version, by, (item, today) -> supervised(item, by).withdraw(reason));
    }

    private void decide(
            UUID id, LongConsumer version, Caller by, BiFunction<Rectification, LocalDate, Decision> decision) {
        Rectification before = held(id, version, by);
        OffsetDateTime now = OffsetDateTime.now(clock);
        Decision decided = decision.apply(before, now.toLocalDate());
        items.save(decided.item(), now);
        record(decided, before, by, now);
    }

    private Rectification held(UUID id, LongConsumer version, Caller by) {
        views.requireVisible(id, by);
        Rectification before = items.locked(id).orElseThrow(RectificationRefused::notFound);
        version.accept(before.version());
        return before;
    }

    private static Rectification own(Rectification item, Caller by) {
        if (by.unit() == null) {
            throw RectificationRefused.noUnit();
        }
        if (!by.unit().equals(item.responsible().unitId())) {
            throw RectificationRefused.onlyResponsible();
        }
        return item;
    }

    private static Rectification supervised(Rectification item, Caller by) {
        if (!Sights.supervises(by, item.responsible().issuerCountyId())) {
            throw RectificationRefused.notYours();
        }
        return item;
    }

    private void record(Decision decided, @Nullable Rectification before, Caller by, OffsetDateTime now) {
        Rectification item = decided.item();
        items.note(item.id(), now, by, decided.action(), decided.words());
        outbox.append(EVENTS.outgoing(decided.event().key(), decided.event()));
        Map<String, Object> details = new HashMap<>();
        details.put("to", item.state().name());
        if (before == null) {
            details.put("problem", item.finding().problem());
            details.put("unit", item.responsible().unitId());
        } else {
            details.put("from", before.state().name());
        }
        if (decided.words() != null) {
            details.put("words", decided.words());
        }
        audit.record(
                "rectification-"
                        + decided.action().name().toLowerCase(Locale.ROOT).replace('_', '-'),
                "rectification",
                item.id(),
                details);
    }
}
