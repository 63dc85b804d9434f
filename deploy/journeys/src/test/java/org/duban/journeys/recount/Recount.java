package org.duban.journeys.recount;

import static java.util.Comparator.comparing;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Collection;
import java.util.EnumMap;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.function.Predicate;
import java.util.function.Supplier;
import java.util.function.ToIntFunction;
import java.util.stream.Collector;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.duban.journeys.recount.Fact.Asked;
import org.duban.journeys.recount.Fact.Lead;
import org.duban.journeys.recount.Fact.LightTurned;
import org.duban.journeys.recount.Fact.PlanAdopted;
import org.duban.journeys.recount.Fact.RectificationAgreed;
import org.duban.journeys.recount.Fact.RectificationClosed;
import org.duban.journeys.recount.Fact.RectificationOpened;
import org.duban.journeys.recount.Fact.ReportAccepted;
import org.duban.journeys.recount.Fact.ReportEnded;
import org.duban.journeys.recount.Fact.ReportHandedIn;
import org.duban.journeys.recount.Fact.ReportReturned;
import org.duban.journeys.recount.Fact.RoundClosed;
import org.duban.journeys.recount.Fact.RoundOpened;
import org.duban.journeys.recount.Fact.TaskClosed;
import org.duban.journeys.recount.Fact.TaskExtended;
import org.duban.journeys.recount.Fact.TaskGiven;
import org.duban.journeys.recount.LightRules.Standing;
import org.duban.journeys.recount.Obligation.State;
import org.duban.journeys.recount.Scope.Place;
import org.jspecify.annotations.Nullable;

/** The facts of a ledger, told from the first to the last, and what they come to on one day. */
public final class Recount {

    private static final int MONTHS_OF_TREND = 12;

    private final List<Fact> facts;
    private final Terms terms;
    private final LocalDate today;
    private final Map<UUID, String> plans = new LinkedHashMap<>();
    private final Map<UUID, TaskBook> tasks = new LinkedHashMap<>();
    private final Map<UUID, Round> rounds = new LinkedHashMap<>();
    private final Map<UUID, Item> items = new HashMap<>();
    private final Map<Asked, Boolean> toldEnded = new HashMap<>();
    private final List<String> contradictions = new ArrayList<>();
    private final Map<LocalDateTime, Recount> earlier = new HashMap<>();

    /** @param today the day on which lights are looked at */
    public Recount(Collection<Fact> facts, Terms terms, LocalDate today) {
        this.facts = facts.stream()
                .sorted(comparing(Fact::at).thenComparing(Recount::rank))
                .toList();
        this.terms = terms;
        this.today = today;
        this.facts.forEach(this::take);
    }

    // What one transaction tells may carry one moment: a plan is there before its tasks, and they before they are asked
    // about.
    private static int rank(Fact fact) {
        return switch (fact) {
            case PlanAdopted it -> 0;
            case TaskGiven it -> 1;
            case RoundOpened it -> 2;
            default -> 3;
        };
    }

    private static final class Round {
        private final RoundOpened opened;
        private final LocalDate dueOn;
        private final Map<Asked, Obligation> asked = new LinkedHashMap<>();
        private @Nullable LocalDateTime closedAt;

        Round(RoundOpened opened, LocalDate dueOn) {
            this.opened = opened;
            this.dueOn = dueOn;
        }

        void ask(TaskBook task) {
            for (Lead lead : task.given().leads()) {
                asked.putIfAbsent(
                        new Asked(opened.round(), task.given().task(), lead.unit()), new Obligation(lead, dueOn));
            }
        }
    }

    private static final class Item {
        private @Nullable LocalDate dueOn;
        private @Nullable LocalDate closedOn;

        boolean closed() {
            return closedOn != null;
        }

        boolean pastOn(LocalDate day) {
            return dueOn != null && day.isAfter(dueOn);
        }

        boolean closedInTime() {
            return closedOn != null && !pastOn(closedOn);
        }
    }

    private void take(Fact fact) {
        switch (fact) {
            case PlanAdopted it -> plans.put(it.plan(), it.title());
            case TaskGiven it -> given(it);
            case TaskExtended it -> task(it.task()).extendedTo(it.dueOn());
            case TaskClosed it -> closed(it);
            case RoundOpened it -> opened(it);
            case RoundClosed it -> closed(it);
            case ReportHandedIn it -> handedIn(it);
            case ReportReturned it -> returned(it);
            case ReportAccepted it -> accepted(it);
            case ReportEnded it -> toldEnded.put(it.report(), it.missed());
            case LightTurned it -> task(it.task()).turned(it.to());
            case RectificationOpened it -> items.computeIfAbsent(it.item(), id -> new Item()).dueOn = it.dueOn();
            case RectificationAgreed it -> item(it.item()).dueOn = it.dueOn();
            case RectificationClosed it -> closed(it);
        }
    }

    private static <T> T told(@Nullable T known, Supplier<String> missing) {
        if (known == null) {
            throw new NotToldYet(missing.get());
        }
        return known;
    }

    private TaskBook task(UUID id) {
        return told(tasks.get(id), () -> "nobody was given task " + id);
    }

    private Item item(UUID id) {
        return told(items.get(id), () -> "nobody opened item " + id);
    }

    private Obligation obligation(Asked report) {
        Round round = told(rounds.get(report.round()), () -> "no round opened for " + report);
        return told(round.asked.get(report), () -> "nobody was asked for " + report);
    }

    /** Whoever is given a task while a round has time left reports on it in that round. */
    private void given(TaskGiven given) {
        TaskBook task = new TaskBook(given);
        tasks.put(given.task(), task);
        rounds.values().stream()
                .filter(round -> round.opened.plan().equals(given.plan()) && round.closedAt == null)
                .filter(round -> !given.at().toLocalDate().isAfter(round.dueOn))
                .forEach(round -> round.ask(task));
    }

    /** Each open task owes one report of each lead unit. */
    private void opened(RoundOpened it) {
        Round round = new Round(
                it, terms.dueOn(told(plans.get(it.plan()), () -> "nobody adopted the plan of " + it), it.month()));
        rounds.put(it.round(), round);
        tasks.values().stream()
                .filter(task -> task.given().plan().equals(it.plan()) && task.open())
                .forEach(round::ask);
        expect(it, "due on", it.dueOn(), round.dueOn);
        expect(it, "reports", it.reports(), round.asked.size());
    }

    private void handedIn(ReportHandedIn it) {
        Obligation report = obligation(it.report());
        report.handedIn(it.at().toLocalDate(), it.progress());
        YearMonth month = rounds.get(it.report().round()).opened.month();
        task(it.report().task()).reported(it.report().unit(), month, it.progress());
        expect(it, "on time", it.onTime(), report.onTime());
    }

    private void returned(ReportReturned it) {
        Obligation report = obligation(it.report());
        report.returned(terms.dueAgainOn(report.dueOn(), it.at().toLocalDate()));
        expect(it, "due again on", it.dueOn(), report.dueOn());
    }

    /** What is accepted once its round is closed moves no number any more. */
    private void accepted(ReportAccepted it) {
        Obligation report = obligation(it.report());
        if (rounds.get(it.report().round()).closedAt == null) {
            report.accepted();
        }
    }

    private void closed(TaskClosed it) {
        task(it.task()).closed(it.closedOn());
        rounds.values().stream()
                .flatMap(round -> round.asked.entrySet().stream())
                .filter(asked -> asked.getKey().task().equals(it.task()))
                .forEach(asked -> asked.getValue().taskClosed());
        expect(it, "closed on", it.closedOn(), it.at().toLocalDate());
    }

    private void closed(RoundClosed it) {
        Round round = told(rounds.get(it.round()), () -> "no round opened for " + it);
        round.closedAt = it.at();
        round.asked.values().forEach(Obligation::roundClosed);
    }

    private void closed(RectificationClosed it) {
        Item item = item(it.item());
        item.closedOn = it.closedOn();
        expect(it, "on time", it.onTime(), item.closedInTime());
    }

    private void expect(Fact fact, String what, Object told, Object counted) {
        if (!told.equals(counted)) {
            contradictions.add("%s: %s is told as %s and counted as %s".formatted(fact, what, told, counted));
        }
    }

    /** Where what the events say of themselves is not what they come to; empty where they are true. */
    public List<String> contradictions() {
        List<String> found = new ArrayList<>(contradictions);
        Map<Asked, Boolean> ended = new HashMap<>();
        rounds.values()
                .forEach(round -> round.asked.forEach((asked, report) -> {
                    if (report.state() == State.SPARED || report.state() == State.MISSED) {
                        ended.put(asked, report.state() == State.MISSED);
                    }
                }));
        if (!ended.equals(toldEnded)) {
            found.add("ended is told as %s and counted as %s".formatted(toldEnded, ended));
        }
        tasks.forEach((id, task) -> {
            if (task.toldLight() != null && task.toldLight() != light(task)) {
                found.add("%s is told as %s and counted as %s".formatted(task.given(), task.toldLight(), light(task)));
            }
        });
        return found;
    }

    /** @return the plan of that title */
    public UUID plan(String title) {
        return plans.entrySet().stream()
                .filter(plan -> plan.getValue().equals(title))
                .map(Map.Entry::getKey)
                .findFirst()
                .orElseThrow(() -> new IllegalArgumentException("nobody adopted " + title));
    }

    public Figures figures(YearMonth month, Scope scope) {
        return figures(month, scope, TaskBook::progress);
    }

    private Figures figures(YearMonth month, Scope scope, ToIntFunction<TaskBook> progress) {
        List<TaskBook> led = led(month, scope).toList();
        int closed = (int) led.stream().filter(task -> !task.open()).count();
        List<Obligation> owed = owed(month, scope).toList();
        int submitted = count(owed, Obligation::submitted);
        int onTime = count(owed, Obligation::onTime);
        Map<Light, Integer> lights = new EnumMap<>(Light.class);
        for (Light light : Light.values()) {
            lights.put(light, count(owed, report -> report.light(today) == light));
        }
        return new Figures(
                led.size(),
                closed,
                Figures.rate(closed, led.size()),
                Figures.quotient(led.stream().mapToInt(progress).sum(), led.size()),
                owed.size(),
                submitted,
                count(owed, report -> report.state() == State.ACCEPTED),
                count(owed, report -> report.state() == State.RETURNED),
                onTime,
                submitted - onTime,
                count(owed, report -> report.light(today) == Light.RED),
                Figures.rate(submitted, owed.size()),
                Figures.rate(onTime, owed.size()),
                lights);
    }

    private static int count(List<Obligation> reports, Predicate<Obligation> which) {
        return (int) reports.stream().filter(which).count();
    }

    /** A task that several units lead is one task all the same. */
    private Stream<TaskBook> led(YearMonth month, Scope scope) {
        return plans.keySet().stream()
                .filter(scope::holds)
                .flatMap(plan -> tasksOf(plan, month))
                .filter(task -> task.given().leads().stream().anyMatch(scope::holds));
    }

    /** As they stand today until the month's round is closed, and from then on as they stood at that moment. */
    private Stream<TaskBook> tasksOf(UUID plan, YearMonth month) {
        Recount then = round(plan, month)
                .map(round -> round.closedAt)
                .map(closedAt -> earlier.computeIfAbsent(closedAt, this::asOf))
                .orElse(this);
        return then.tasks.values().stream().filter(task -> task.given().plan().equals(plan));
    }

    private Recount asOf(LocalDateTime moment) {
        return new Recount(
                facts.stream().filter(fact -> !fact.at().isAfter(moment)).toList(), terms, moment.toLocalDate());
    }

    /** Whether it was told that everybody has been asked. */
    public boolean hasOpened(UUID plan, YearMonth month) {
        return round(plan, month).isPresent();
    }

    private Optional<Round> round(UUID plan, YearMonth month) {
        return rounds.values().stream()
                .filter(round ->
                        round.opened.plan().equals(plan) && round.opened.month().equals(month))
                .findFirst();
    }

    private Stream<Obligation> owed(YearMonth month, Scope scope) {
        return rounds.values().stream()
                .filter(round -> round.opened.month().equals(month) && scope.holds(round.opened.plan()))
                .flatMap(round -> round.asked.values().stream())
                .filter(Obligation::owed)
                .filter(report -> scope.holds(report.lead()));
    }

    /** Each unit that leads a task or owes a report; its progress is that of its own parts. */
    public Map<UUID, Figures> units(YearMonth month, Scope scope) {
        return leads(month, scope)
                .map(Lead::unit)
                .distinct()
                .collect(each(unit -> figures(month, scope.ofUnit(unit), task -> task.progress(unit))));
    }

    /** Each county, and the city's own units. */
    public Map<Place, Figures> places(YearMonth month, Scope scope) {
        return leads(month, scope)
                .map(lead -> new Place(lead.county()))
                .distinct()
                .collect(each(place -> figures(month, scope.ofPlace(place))));
    }

    public Map<UUID, Figures> plans(YearMonth month) {
        return plans.keySet().stream().collect(each(plan -> figures(month, Scope.ofPlan(plan))));
    }

    private static <K> Collector<K, ?, Map<K, Figures>> each(Function<K, Figures> figures) {
        return Collectors.toMap(Function.identity(), figures, (one, other) -> one, LinkedHashMap::new);
    }

    private Stream<Lead> leads(YearMonth month, Scope scope) {
        Set<Lead> leads = new LinkedHashSet<>();
        led(month, scope)
                .forEach(task ->
                        task.given().leads().stream().filter(scope::holds).forEach(leads::add));
        owed(month, scope).map(Obligation::lead).forEach(leads::add);
        return leads.stream();
    }

    public record Month(
            YearMonth month,
            int owed,
            int submitted,
            int onTime,
            @Nullable BigDecimal submissionRate,
            @Nullable BigDecimal onTimeRate) {}

    /** The last twelve months up to this one in which anything was owed. */
    public List<Month> trend(YearMonth last, Scope scope) {
        return Stream.iterate(
                        last.minusMonths(MONTHS_OF_TREND - 1), month -> !month.isAfter(last), it -> it.plusMonths(1))
                .map(month -> month(month, scope))
                .filter(month -> month.owed > 0)
                .toList();
    }

    private Month month(YearMonth month, Scope scope) {
        List<Obligation> owed = owed(month, scope).toList();
        int submitted = count(owed, Obligation::submitted);
        int onTime = count(owed, Obligation::onTime);
        return new Month(
                month,
                owed.size(),
                submitted,
                onTime,
                Figures.rate(submitted, owed.size()),
                Figures.rate(onTime, owed.size()));
    }

    /** @param dueOn the day that has passed without it */
    public record Missing(UUID task, LocalDate dueOn) {}

    /** What was owed and is not there, a unit's report each. */
    public List<Missing> missing(UUID plan, YearMonth month) {
        return round(plan, month).stream()
                .flatMap(round -> round.asked.entrySet().stream())
                .filter(asked -> asked.getValue().owed() && asked.getValue().light(today) == Light.RED)
                .map(asked ->
                        new Missing(asked.getKey().task(), asked.getValue().dueOn()))
                .toList();
    }

    /** @param months how many reports in a row said so */
    public record Still(UUID task, int progress, int months) {}

    /** Tasks under way whose unit said the same progress twice or more in a row (behaviours.md X4). */
    public List<Still> still(UUID plan, YearMonth month) {
        List<Still> still = new ArrayList<>();
        round(plan, month)
                .ifPresent(round -> round.asked.forEach((asked, report) -> {
                    TaskBook task = task(asked.task());
                    Integer progress = report.progress();
                    if (report.submitted()
                            && task.open()
                            && task.given().dueOn() != null
                            && progress != null
                            && progress < 100) {
                        int months = inARow(plan, asked, month, progress);
                        if (months > 1) {
                            still.add(new Still(asked.task(), progress, months));
                        }
                    }
                }));
        return still;
    }

    private int inARow(UUID plan, Asked asked, YearMonth last, int progress) {
        int months = 0;
        for (YearMonth month = last; round(plan, month).isPresent(); month = month.minusMonths(1)) {
            Round round = round(plan, month).orElseThrow();
            Obligation report = round.asked.get(new Asked(round.opened.round(), asked.task(), asked.unit()));
            Integer said = report == null ? null : report.progress();
            if (said != null && said != progress) {
                return months;
            }
            months += said == null ? 0 : 1;
        }
        return months;
    }

    /** The ledger's lines of a plan, in its order. */
    public List<SheetLine> sheet(UUID plan) {
        return tasks.values().stream()
                .filter(task -> task.given().plan().equals(plan))
                .sorted(comparing(task -> task.given().ordinal()))
                .map(task -> new SheetLine(
                        task.given().ordinal(),
                        task.given().title(),
                        task.given().leads().stream().map(Lead::unit).toList(),
                        light(task),
                        !task.open(),
                        task.dueOn(),
                        task.given().dueOn(),
                        task.progress(),
                        task.scheduled(today),
                        task.lastReport()))
                .toList();
    }

    private Light light(TaskBook task) {
        List<Obligation> awaited = rounds.values().stream()
                .flatMap(round -> round.asked.entrySet().stream())
                .filter(asked -> asked.getKey().task().equals(task.given().task()))
                .map(Map.Entry::getValue)
                .filter(Obligation::awaited)
                .toList();
        return terms.rules(Objects.requireNonNull(plans.get(task.given().plan())), today)
                .of(
                        new Standing(
                                task.given().at().toLocalDate(),
                                task.dueOn(),
                                task.closedOn(),
                                task.progress(),
                                task.scheduled(today),
                                awaited.stream()
                                        .map(Obligation::dueOn)
                                        .min(LocalDate::compareTo)
                                        .orElse(null),
                                awaited.stream().anyMatch(report -> report.state() == State.RETURNED)),
                        today);
    }

    /** @param overdue of the open, past their day */
    public record Rectifications(
            int open,
            int overdue,
            int closed,
            int closedOnTime,
            @Nullable BigDecimal closedOnTimeRate) {}

    public Rectifications rectifications() {
        int closed = count(Item::closed);
        int onTime = count(Item::closedInTime);
        return new Rectifications(
                items.size() - closed,
                count(item -> !item.closed() && item.pastOn(today)),
                closed,
                onTime,
                Figures.rate(onTime, closed));
    }

    private int count(Predicate<Item> which) {
        return (int) items.values().stream().filter(which).count();
    }
}
