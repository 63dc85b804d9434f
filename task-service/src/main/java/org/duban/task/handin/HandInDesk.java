package org.duban.task.handin;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.BiFunction;
import java.util.function.Function;
import java.util.function.LongConsumer;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.id.Ids;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.WorkingDays;
import org.duban.task.contract.HandInEvent;
import org.duban.task.contract.HandInEvent.HandInAnswered;
import org.duban.task.contract.HandInEvent.HandInAsked;
import org.duban.task.contract.HandInEvent.HandInReturned;
import org.duban.task.contract.HandInEvent.HandInWithdrawn;
import org.duban.task.contract.HandInEvent.Owed;
import org.duban.task.directory.Units;
import org.duban.task.handin.HandIns.Member;
import org.duban.task.ledger.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Asks units for what they have to hand in, and takes it: row, event and audit entry in one transaction. */
@Service
@Transactional
public class HandInDesk {

    private static final EventChannel<HandInEvent> EVENTS =
            EventChannel.of(HandInEvent.TOPIC, HandInEvent.class, HandInEvent.TYPES);

    private final HandIns handIns;
    private final Units units;
    private final WorkingDays workingDays;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    HandInDesk(HandIns handIns, Units units, WorkingDays workingDays, Outbox outbox, AuditTrail audit, Clock clock) {
        this.handIns = handIns;
        this.units = units;
        this.workingDays = workingDays;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /**
     * @param dueOn moved as the plan says where it is a day off
     * @param asked whom; empty for every unit that has a part in the plan
     * @throws HandInRefused where the plan is not the caller's, the day has passed, or a unit is not within reach
     */
    public UUID ask(UUID planId, String title, @Nullable String words, LocalDate dueOn, List<UUID> asked, Caller by) {
        var plan = handIns.plan(planId)
                .filter(found -> Sights.supervises(by, found.county()))
                .orElseThrow(HandInRefused::noSuchPlan);
        var today = LocalDate.now(clock);
        if (dueOn.isBefore(today)) {
            throw HandInRefused.tooEarly();
        }
        var members = asked.isEmpty() ? handIns.members(planId) : named(asked, plan.county());
        if (members.isEmpty()) {
            throw HandInRefused.noUnits();
        }
        var handIn = new HandIn(
                Ids.next(),
                planId,
                plan.title(),
                plan.county(),
                title,
                words,
                plan.onDayOff().move(dueOn, today, workingDays),
                null);
        open(handIn, members, by.name());
        return handIn.id();
    }

    private List<Member> named(List<UUID> asked, @Nullable UUID county) {
        return asked.stream()
                .distinct()
                .map(unit -> units.find(unit)
                        .filter(known -> !known.retired())
                        .filter(known -> county == null || county.equals(known.countyId()))
                        .map(known -> new Member(unit, known.countyId()))
                        .orElseThrow(HandInRefused::unknownUnit))
                .toList();
    }

    /** @return false where it was asked for on that occasion already */
    boolean open(HandIn handIn, List<Member> members, String by) {
        if (!handIns.add(handIn, OffsetDateTime.now(clock), by)) {
            return false;
        }
        askAlso(handIn, members);
        return true;
    }

    /** Members who owe nothing of it yet. */
    void askAlso(HandIn handIn, List<Member> members) {
        for (Member member : members) {
            var owed = new Obligation(
                    Ids.next(),
                    0,
                    handIn.id(),
                    member.unitId(),
                    member.countyId(),
                    handIn.dueOn(),
                    Obligation.State.OWED,
                    null,
                    null);
            handIns.add(handIn, owed);
            tell(new HandInAsked(about(handIn, owed), owed.dueOn(), handIn.words()));
        }
        Map<String, Object> details = new HashMap<>();
        details.put("plan", handIn.plan());
        details.put("title", handIn.title());
        details.put("units", members.stream().map(Member::unitId).toList());
        audit.record("hand-in-asked", "hand-in", handIn.id(), details);
    }

    /** @throws HandInRefused where it is another unit's, or not asked for any more */
    public void answer(UUID id, String words, LongConsumer version, Caller by) {
        decide(id, version, by, "hand-in-answered", words, (handIn, owed) -> {
            if (!owed.unit().equals(by.unit())) {
                throw HandInRefused.notYours();
            }
            return owed.answer(words, by.name(), OffsetDateTime.now(clock));
        });
    }

    /** @throws HandInRefused where the plan is not the caller's, or nothing has been handed in */
    public void giveBack(UUID id, String reason, LongConsumer version, Caller by) {
        decide(id, version, by, "hand-in-returned", reason, (handIn, owed) -> {
            requireSupervised(handIn, by);
            return owed.giveBack(reason, LocalDate.now(clock), workingDays);
        });
    }

    /** It is asked of nobody any more; what has been handed in stays to be read. */
    public void withdraw(UUID handInId, Caller by) {
        var handIn = handIns.find(handInId)
                .filter(found -> Sights.supervises(by, found.county()))
                .orElseThrow(HandInRefused::notFound);
        handIns.withdraw(handInId, LocalDate.now(clock));
        handIns.lockedOf(handInId).forEach(owed -> withdraw(handIn, owed));
        audit.record("hand-in-withdrawn", "hand-in", handInId, Map.of("plan", handIn.plan()));
    }

    /** Locked by the caller. */
    void withdraw(Obligation owed) {
        withdraw(handIns.find(owed.handIn()).orElseThrow(HandInRefused::notFound), owed);
    }

    private void withdraw(HandIn handIn, Obligation owed) {
        var withdrawn = owed.withdraw();
        handIns.save(withdrawn);
        tell(new HandInWithdrawn(about(handIn, withdrawn)));
    }

    private void decide(
            UUID id,
            LongConsumer version,
            Caller by,
            String act,
            String words,
            BiFunction<HandIn, Obligation, Obligation> decision) {
        var owed = handIns.locked(id)
                .filter(found -> by.sees(found.unit(), found.county()))
                .orElseThrow(HandInRefused::notFound);
        var handIn = handIns.find(owed.handIn()).orElseThrow(HandInRefused::notFound);
        version.accept(owed.version());
        var after = decision.apply(handIn, owed);
        handIns.save(after);
        told(handIn).apply(after).ifPresent(this::tell);
        audit.record(act, "hand-in", handIn.id(), Map.of("obligation", id, "unit", owed.unit(), "words", words));
    }

    private static Function<Obligation, Optional<HandInEvent>> told(HandIn handIn) {
        return after -> {
            var answer = after.answer();
            var reason = after.returnReason();
            return switch (after.state()) {
                case HANDED_IN ->
                    Optional.ofNullable(answer)
                            .map(given -> new HandInAnswered(
                                    about(handIn, after),
                                    given.onTime(),
                                    given.at().toLocalDate()));
                case RETURNED ->
                    Optional.ofNullable(reason)
                            .map(why -> new HandInReturned(about(handIn, after), after.dueOn(), why));
                case OWED, WITHDRAWN -> Optional.empty();
            };
        };
    }

    private static void requireSupervised(HandIn handIn, Caller by) {
        if (!Sights.supervises(by, handIn.county())) {
            throw HandInRefused.notYourPlan();
        }
    }

    private static Owed about(HandIn handIn, Obligation owed) {
        return new Owed(
                owed.id(),
                owed.version(),
                handIn.id(),
                handIn.plan(),
                handIn.planTitle(),
                handIn.title(),
                owed.unit(),
                owed.county(),
                handIn.county());
    }

    private void tell(HandInEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
