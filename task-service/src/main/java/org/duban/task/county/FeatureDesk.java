package org.duban.task.county;

import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Collection;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.function.LongConsumer;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.kit.audit.AuditTrail;
import org.duban.kit.event.EventChannel;
import org.duban.kit.event.Outbox;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.contract.CountyEvent;
import org.duban.task.county.FeatureBoard.CountyFeatures;
import org.duban.task.county.FeatureCalls.Called;
import org.duban.task.county.FeatureCalls.PlanHead;
import org.duban.task.directory.KnownUnit;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Ledger;
import org.duban.task.ledger.TaskContent;
import org.duban.task.ledger.TaskKind;
import org.duban.task.ledger.TaskRow;
import org.duban.task.ledger.TaskViews;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where the city asks counties for reform items of their own, and each county names them (behaviours.md D6). */
@Service
@Transactional
public class FeatureDesk {
    private static final EventChannel<CountyEvent> EVENTS =
            EventChannel.of(CountyEvent.TOPIC, CountyEvent.class, CountyEvent.TYPES);

    private final FeatureCalls calls;
    private final Ledger ledger;
    private final TaskViews tasks;
    private final Units units;
    private final Outbox outbox;
    private final AuditTrail audit;
    private final Clock clock;

    FeatureDesk(
            FeatureCalls calls,
            Ledger ledger,
            TaskViews tasks,
            Units units,
            Outbox outbox,
            AuditTrail audit,
            Clock clock) {
        this.calls = calls;
        this.ledger = ledger;
        this.tasks = tasks;
        this.units = units;
        this.outbox = outbox;
        this.audit = audit;
        this.clock = clock;
    }

    /** Newest plan first; who lacks what only as far as the caller sees counties. */
    @Transactional(readOnly = true)
    public Page<FeatureCallRow> called(Caller caller, Limit limit, @Nullable String cursor) {
        List<Called> called =
                calls.called(cursor == null ? null : Cursor.decode(cursor).uuid(0), limit.plusOne());
        Map<UUID, Map<UUID, List<UUID>>> named =
                calls.named(called.stream().map(Called::planId).toList());
        Map<UUID, String> counties = seen(caller);
        List<FeatureCallRow> rows = called.stream()
                .map(call -> new FeatureCallRow(
                        call.planId(),
                        call.planTitle(),
                        call.dueOn(),
                        call.least(),
                        counties.size(),
                        counties.entrySet().stream()
                                .filter(county -> lacking(
                                                call.least(),
                                                named.getOrDefault(call.planId(), Map.of())
                                                        .get(county.getKey()))
                                        > 0)
                                .map(Map.Entry::getValue)
                                .sorted()
                                .toList()))
                .toList();
        return Page.of(rows, limit, row -> Cursor.encode(row.planId()));
    }

    /** @throws FeatureRefused where there is no such plan of the city */
    @Transactional(readOnly = true)
    public FeatureBoard board(UUID planId, Caller caller) {
        PlanHead plan = cityPlan(planId);
        Optional<FeatureCall> call = calls.find(planId);
        boolean staffOfCity = caller.sight() instanceof Sight.Everything;
        if (call.isEmpty() && !staffOfCity) {
            throw FeatureRefused.noSuchPlan();
        }
        int least = call.map(FeatureCall::least).orElse(0);
        Map<UUID, List<UUID>> named = calls.named(List.of(planId)).getOrDefault(planId, Map.of());
        Map<UUID, String> counties = seen(caller);
        Map<UUID, TaskRow> rows = tasks.rows(
                counties.keySet().stream()
                        .flatMap(county -> named.getOrDefault(county, List.of()).stream())
                        .toList(),
                caller);
        return new FeatureBoard(
                planId,
                plan.title(),
                call.map(FeatureCall::dueOn).orElse(null),
                least,
                call.map(FeatureCall::version).orElse(0L),
                counties.entrySet().stream()
                        .map(county -> new CountyFeatures(
                                county.getKey(),
                                county.getValue(),
                                named.getOrDefault(county.getKey(), List.of()).stream()
                                        .filter(rows::containsKey)
                                        .map(rows::get)
                                        .toList(),
                                lacking(least, named.get(county.getKey()))))
                        .sorted(Comparator.comparing(CountyFeatures::name))
                        .toList(),
                Rights.supervises(caller) && staffOfCity,
                call.isEmpty()
                        ? List.of()
                        : counties.keySet().stream()
                                .filter(county -> mayName(caller, county))
                                .toList());
    }

    /** The city's own staff name nothing for a county but see all; a unit of a county sees its county. */
    private Map<UUID, String> seen(Caller caller) {
        Map<UUID, String> counties = units.countyNames();
        return switch (caller.sight()) {
            case Sight.Everything everything -> counties;
            case Sight.OfCounty own -> only(own.county(), counties);
            case Sight.OfUnit own ->
                units.find(own.unit())
                        .map(KnownUnit::countyId)
                        .map(county -> only(county, counties))
                        .orElse(Map.of());
        };
    }

    private static Map<UUID, String> only(UUID county, Map<UUID, String> counties) {
        return counties.entrySet().stream()
                .filter(one -> one.getKey().equals(county))
                .collect(Collectors.toMap(Map.Entry::getKey, Map.Entry::getValue));
    }

    private static int lacking(int least, @Nullable List<UUID> named) {
        return Math.max(0, least - (named == null ? 0 : named.size()));
    }

    /**
     * @param dueOn until when counties are to name their items; not before today
     * @param least how many each has to name
     */
    public void call(UUID planId, LocalDate dueOn, int least, LongConsumer version, Caller by) {
        PlanHead plan = calls.plan(planId).orElseThrow(FeatureRefused::noSuchPlan);
        if (plan.countyId() != null || !(by.sight() instanceof Sight.Everything)) {
            throw FeatureRefused.onlyCity();
        }
        long before = calls.locked(planId).map(FeatureCall::version).orElse(0L);
        version.accept(before);
        OffsetDateTime now = OffsetDateTime.now(clock);
        if (dueOn.isBefore(now.toLocalDate())) {
            throw FeatureRefused.dayGone();
        }
        FeatureCall call = new FeatureCall(planId, dueOn, least, before + 1);
        calls.save(call, now, by.name());
        Map<UUID, List<UUID>> named = calls.named(List.of(planId)).getOrDefault(planId, Map.of());
        List<UUID> asked = units.countyOffices().entrySet().stream()
                .filter(office -> lacking(least, named.get(office.getKey())) > 0)
                .map(office -> office.getValue().id())
                .sorted()
                .toList();
        tell(new CountyEvent.FeatureItemsAsked(planId, call.version(), plan.title(), dueOn, least, asked));
        audit.record("feature-items-asked", "plan", planId, Map.of("dueOn", dueOn, "least", least));
    }

    /**
     * @param county null for the caller's own
     * @return the task that it has become
     */
    public UUID name(
            UUID planId,
            @Nullable UUID county,
            String title,
            String text,
            @Nullable LocalDate dueOn,
            List<UUID> leads,
            List<UUID> cooperators,
            Caller by) {
        PlanHead plan = cityPlan(planId);
        FeatureCall call = calls.locked(planId).orElseThrow(FeatureRefused::notCalled);
        UUID own = county == null ? countyOf(by) : county;
        if (own == null) {
            throw FeatureRefused.whichCounty();
        }
        if (!mayName(by, own) || !units.countyNames().containsKey(own)) {
            throw FeatureRefused.notYourCounty();
        }
        if (dueOn != null && dueOn.isBefore(LocalDate.now(clock))) {
            throw FeatureRefused.overAlready();
        }
        List<UUID> leading = leads.isEmpty() && by.unit() != null ? List.of(by.unit()) : leads;
        requireOfCounty(own, leading, cooperators);
        UUID task = ledger.addFeature(
                planId,
                own,
                new TaskContent(
                        title, text, dueOn, TaskKind.ONE_OFF, null, List.of(), leading, cooperators, null, null));
        int lacking = lacking(
                call.least(),
                calls.named(List.of(planId)).getOrDefault(planId, Map.of()).get(own));
        UnitRef office = units.countyOffices().get(own);
        tell(new CountyEvent.FeatureItemNamed(
                planId,
                task,
                plan.title(),
                title,
                own,
                office == null ? null : office.id(),
                leading.getFirst(),
                lacking));
        return task;
    }

    private void requireOfCounty(UUID county, List<UUID> leads, List<UUID> cooperators) {
        List<UUID> named = Stream.of(leads, cooperators)
                .flatMap(Collection::stream)
                .distinct()
                .toList();
        Map<UUID, UnitRef> known = units.refs(named);
        if (leads.isEmpty()
                || !named.stream()
                        .allMatch(unit -> known.containsKey(unit)
                                && county.equals(known.get(unit).countyId()))) {
            throw FeatureRefused.unitNotOfCounty();
        }
    }

    private PlanHead cityPlan(UUID planId) {
        return calls.plan(planId).filter(plan -> plan.countyId() == null).orElseThrow(FeatureRefused::noSuchPlan);
    }

    private static boolean mayName(Caller by, UUID county) {
        return (Rights.supervises(by) || by.has("COUNTY_OFFICE") && by.may("report:write"))
                && by.sight() instanceof Sight.OfCounty own
                && own.county().equals(county);
    }

    private static @Nullable UUID countyOf(Caller by) {
        return by.sight() instanceof Sight.OfCounty own ? own.county() : null;
    }

    private void tell(CountyEvent event) {
        outbox.append(EVENTS.outgoing(event.key(), event));
    }
}
