package org.duban.task.ledger;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.function.LongConsumer;
import org.duban.kit.security.Caller;
import org.duban.task.access.Rights;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Transactional;

/** Where a lead unit gives pieces of its part to itself, to those who share the task, and to units of counties, one by one or to all. */
@Service
@Transactional
public class PieceDesk {
    private final TaskViews views;
    private final Tasks tasks;
    private final Pieces pieces;
    private final Decisions decisions;
    private final Ledger ledger;
    private final Reach reach;
    private final LedgerEntries entries;
    private final Units units;

    PieceDesk(
            TaskViews views,
            Tasks tasks,
            Pieces pieces,
            Decisions decisions,
            Ledger ledger,
            Reach reach,
            LedgerEntries entries,
            Units units) {
        this.views = views;
        this.tasks = tasks;
        this.pieces = pieces;
        this.decisions = decisions;
        this.ledger = ledger;
        this.reach = reach;
        this.entries = entries;
        this.units = units;
    }

    /**
     * @param content without a day of its own it has its parent's
     * @param weight 1 to 100
     * @return the piece's id
     */
    public UUID give(UUID parent, TaskContent content, int weight, LongConsumer version, Caller by) {
        views.requireVisible(parent, by);
        Task asked = tasks.find(parent).orElseThrow(() -> TaskRefused.notFound(parent));
        UUID unit = Acting.unit(asked, by);
        Actor actor = Actor.of(by);
        ledger.holdOrder(asked.planId());
        decisions.take(parent, version, actor, (task, now) -> task.decompose(unit, content.title()));
        Task whole = tasks.find(parent).orElseThrow(() -> TaskRefused.notFound(parent));
        whole.requireHolds(content);
        LocalDate dueOn =
                content.dueOn() == null && content.kind() != TaskKind.STANDING ? whole.dueOn() : content.dueOn();
        reach.requirePiece(content, whole, unit);
        int depth = whole.piece() == null ? 1 : whole.piece().depth() + 1;
        UUID piece = ledger.give(
                        whole.planId(),
                        List.of(new Ledger.NewPiece(
                                content.dueOn(dueOn), new Piece(parent, unit, weight, depth), null)))
                .getFirst();
        decisions.rollUp(parent, unit, actor);
        return piece;
    }

    /** @param unit who leads it there; null for the county's office */
    public record Share(UUID county, @Nullable UUID unit) {}

    /**
     * In one step counties get their shares of a city task (behaviours.md D3); those that have theirs are left as they are.
     *
     * @param asked empty for every county
     * @param under the lead unit whose part is shared, for a supervisor to say; null for the first of them
     * @param dueOn null for the task's own day
     * @return the pieces' ids
     */
    public List<UUID> cascade(
            UUID parent,
            List<Share> asked,
            @Nullable UUID under,
            @Nullable LocalDate dueOn,
            LongConsumer version,
            Caller by) {
        boolean supervisor = requireCascades(parent, by);
        ledger.holdOrder(tasks.find(parent)
                .orElseThrow(() -> TaskRefused.notFound(parent))
                .planId());
        Task whole = tasks.locked(parent).orElseThrow(() -> TaskRefused.notFound(parent));
        version.accept(whole.version());
        LedgerEntry entry = entries.of(List.of(parent)).getFirst();
        if (entry.countyId() != null) {
            throw TaskRefused.onlyCityCascades();
        }
        UUID unit = cascading(whole, supervisor ? under : by.unit(), supervisor);
        LocalDate due = dueOn == null ? whole.dueOn() : dueOn;
        whole.requireHolds(entry.content().forCounty(unit, due));
        Map<UUID, String> names = units.countyNames();
        Map<UUID, UUID> leads = leads(asked, pieces.counties(parent), names);
        List<String> counties = leads.keySet().stream()
                .map(county -> Objects.requireNonNull(names.get(county)))
                .toList();
        Actor actor = Actor.of(by);
        decisions.take(parent, any -> {}, actor, (task, now) -> task.cascade(unit, counties));
        int depth = whole.piece() == null ? 1 : whole.piece().depth() + 1;
        List<UUID> given = ledger.give(
                whole.planId(),
                leads.entrySet().stream()
                        .map(share -> new Ledger.NewPiece(
                                entry.content().forCounty(share.getValue(), due),
                                new Piece(parent, unit, 1, depth),
                                share.getKey()))
                        .toList());
        decisions.rollUp(parent, unit, actor);
        return given;
    }

    /**
     * A county that has no share of a task yet.
     *
     * @param office who would lead it there; null where the directory names no office of the county
     */
    public record WithoutShare(
            UUID county, String name, @Nullable UnitRef office) {}

    /** @return the counties that {@link #cascade} would give a share, by name */
    @Transactional(readOnly = true)
    public List<WithoutShare> withoutShare(UUID parent, Caller by) {
        boolean supervisor = requireCascades(parent, by);
        Task whole = tasks.find(parent).orElseThrow(() -> TaskRefused.notFound(parent));
        if (entries.of(List.of(parent)).getFirst().countyId() != null) {
            throw TaskRefused.onlyCityCascades();
        }
        whole.requireCascadedBy(cascading(whole, supervisor ? null : by.unit(), supervisor));
        Set<UUID> served = pieces.counties(parent);
        Map<UUID, UnitRef> offices = units.countyOffices();
        return units.countyNames().entrySet().stream()
                .filter(county -> !served.contains(county.getKey()))
                .map(county -> new WithoutShare(county.getKey(), county.getValue(), offices.get(county.getKey())))
                .sorted(Comparator.comparing(WithoutShare::name).thenComparing(WithoutShare::county))
                .toList();
    }

    /** @return whether they do so as a supervisor, not for the unit that leads the task */
    private boolean requireCascades(UUID parent, Caller by) {
        boolean supervisor = Rights.supervises(by);
        if (supervisor) {
            views.requireSupervised(parent, by);
        } else {
            views.requireVisible(parent, by);
        }
        return supervisor;
    }

    private static UUID cascading(Task whole, @Nullable UUID unit, boolean supervisor) {
        if (unit != null) {
            return unit;
        }
        if (!supervisor) {
            throw TaskRefused.noUnit();
        }
        return whole.cascading().stream().findFirst().orElseThrow(TaskRefused::onlyCityCascades);
    }

    /** @return who leads in each county that has no share yet, in the order asked for or else of their names */
    private Map<UUID, UUID> leads(List<Share> asked, Set<UUID> served, Map<UUID, String> names) {
        List<Share> wanted = asked.isEmpty()
                ? names.entrySet().stream()
                        .sorted(Map.Entry.comparingByValue())
                        .map(county -> new Share(county.getKey(), null))
                        .toList()
                : asked;
        if (!names.keySet().containsAll(wanted.stream().map(Share::county).toList())) {
            throw TaskRefused.noSuchCounty();
        }
        List<Share> due = wanted.stream()
                .filter(share -> !served.contains(share.county()))
                .toList();
        if (due.isEmpty()) {
            throw TaskRefused.cascadedAlready();
        }
        Map<UUID, UnitRef> offices = units.countyOffices();
        Map<UUID, UnitRef> chosen = units.working(
                due.stream().map(Share::unit).filter(Objects::nonNull).toList());
        Map<UUID, UUID> leads = new LinkedHashMap<>();
        Set<String> without = new LinkedHashSet<>();
        for (Share share : due) {
            String name = Objects.requireNonNull(names.get(share.county()));
            UnitRef unit = share.unit() == null ? offices.get(share.county()) : chosen.get(share.unit());
            if (unit == null && share.unit() == null) {
                without.add(name);
            } else if (unit == null || !share.county().equals(unit.countyId())) {
                throw TaskRefused.notOfCounty(name);
            } else {
                leads.put(share.county(), unit.id());
            }
        }
        if (!without.isEmpty()) {
            throw TaskRefused.countiesWithoutOffice(without);
        }
        return leads;
    }
}
