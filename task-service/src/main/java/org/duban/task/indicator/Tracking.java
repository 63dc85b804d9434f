package org.duban.task.indicator;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.id.Ids;
import org.duban.kit.time.DayTurn;
import org.duban.task.indicator.Indicators.Source;
import org.duban.task.ledger.PlanStatesGoals;
import org.duban.task.ledger.PlanWasAdopted;
import org.duban.task.ledger.PlanWasAmended;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Service;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Every target that a plan states is tracked from its adoption on, without anybody's doing; of a draft, once it is given to its
 * units. A target worded anew stays the same indicator; one that is stated no more goes, unless something was measured.
 */
@Service
class Tracking implements DayTurn {
    private static final String STATED = """
            select t.id as task_id, p.county_id, t.due_on, i.text, i.operator, i.value, i.upper, i.measure
            from task t
            join plan p on p.id = t.plan_id
            join task_indicator i on i.task_id = t.id
            where t.plan_id = :plan and t.state <> 'DRAFTED'
            order by t.ordinal, i.ordinal
            """;

    private static final String PLANS_BEHIND = """
            select distinct t.plan_id
            from task_indicator i
            join task t on t.id = i.task_id
            where t.state <> 'DRAFTED'
              and not exists (select from indicator_source s where s.task_id = i.task_id and s.text = i.text)
            """;

    private final JdbcClient jdbc;
    private final Indicators indicators;
    private final Clock clock;

    Tracking(JdbcClient jdbc, Indicators indicators, Clock clock) {
        this.jdbc = jdbc;
        this.indicators = indicators;
        this.clock = clock;
    }

    private record Stated(
            @Nullable UUID taskId,
            @Nullable UUID countyId,
            @Nullable LocalDate dueOn,
            String text,
            String operator,
            BigDecimal value,
            @Nullable BigDecimal upper,
            String measure) {

        Target target() {
            return Indicator.target(operator, value, upper, text, measure);
        }

        Place place() {
            return new Place(taskId, text);
        }
    }

    /** Where a target is stated: once said is once tracked, however often a task repeats itself. */
    private record Place(@Nullable UUID taskId, String text) {
        static Place of(Source source) {
            return new Place(source.taskId(), source.text());
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAdopted adopted) {
        follow(adopted.planId());
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanWasAmended amended) {
        follow(amended.planId());
    }

    /** A document's goals have no task and no unit: a person says who measures them. */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(PlanStatesGoals stated) {
        if (stated.goals().isEmpty()) {
            return;
        }
        record Frame(@Nullable UUID countyId, @Nullable LocalDate endsOn) {}
        Frame plan =
                jdbc.sql("""
                        select p.county_id, (select max(f.ends_on) from plan_phase f where f.plan_id = p.id) as ends_on
                        from plan p where p.id = :plan
                        """).param("plan", stated.planId()).query(Frame.class).single();
        oneAtATime(stated.planId());
        Set<Place> known = places(indicators.sources(stated.planId()));
        List<Stated> fresh = stated.goals().stream()
                .map(goal -> new Stated(
                        null,
                        plan.countyId,
                        plan.endsOn,
                        goal.text(),
                        goal.operator(),
                        goal.value(),
                        goal.upper(),
                        goal.measure()))
                .filter(goal -> known.add(goal.place()))
                .toList();
        begin(stated.planId(), fresh);
    }

    /** Plans that were in the ledger before anything was tracked, and whatever was not told. */
    @Override
    @Transactional
    public void turned(LocalDate today) {
        jdbc.sql(PLANS_BEHIND).query(UUID.class).list().forEach(this::follow);
    }

    private void follow(UUID plan) {
        oneAtATime(plan);
        List<Stated> stated =
                jdbc.sql(STATED).param("plan", plan).query(Stated.class).list();
        List<Source> ofTasks = indicators.sources(plan).stream()
                .filter(source -> source.taskId() != null)
                .toList();
        Set<Place> known = places(ofTasks);
        List<Stated> fresh = new ArrayList<>(
                stated.stream().filter(one -> known.add(one.place())).toList());
        Set<Place> said = stated.stream().map(Stated::place).collect(Collectors.toSet());
        List<Source> gone = ofTasks.stream()
                .filter(source -> !said.contains(Place.of(source)))
                .toList();
        Set<UUID> touched = new LinkedHashSet<>();
        ofTasks.forEach(source -> touched.add(source.indicatorId()));
        for (Source source : gone) {
            Optional<Stated> anew = successor(source, fresh);
            anew.ifPresentOrElse(
                    one -> {
                        fresh.remove(one);
                        restate(source, one);
                    },
                    () -> indicators.dropSource(source.id()));
        }
        touched.addAll(begin(plan, fresh));
        indicators.followLeads(touched);
        indicators.dropIdle(gone.stream().map(Source::indicatorId).distinct().toList());
    }

    private static Optional<Stated> successor(Source source, List<Stated> fresh) {
        return fresh.stream()
                .filter(one -> Objects.equals(one.taskId, source.taskId()))
                .filter(one -> Wording.alike(name(one, source.text()), name(one, one.text)))
                .max(Comparator.comparingDouble(
                        one -> Wording.likeness(name(one, source.text()), name(one, one.text))));
    }

    private static String name(Stated measuredAs, String text) {
        return Wording.name(text, measuredAs.measure);
    }

    private void restate(Source source, Stated anew) {
        indicators.rewordSource(source.id(), anew.text);
        // Where others state it too, a person decides what counts.
        if (indicators.sourceCount(source.indicatorId()) == 1) {
            indicators
                    .locked(source.indicatorId())
                    .ifPresent(indicator -> indicators.save(
                            indicator.restated(anew.text, anew.target(), anew.dueOn), OffsetDateTime.now(clock)));
        }
    }

    private List<UUID> begin(UUID plan, List<Stated> fresh) {
        List<Indicator> begun = fresh.stream()
                .map(one -> Indicator.stated(Ids.next(), one.text, one.target(), one.dueOn, one.countyId))
                .toList();
        List<Source> sources = new ArrayList<>();
        for (int i = 0; i < begun.size(); i++) {
            Stated one = fresh.get(i);
            sources.add(new Source(Ids.next(), begun.get(i).id(), plan, one.taskId, one.text));
        }
        indicators.begin(begun, sources, OffsetDateTime.now(clock));
        return begun.stream().map(Indicator::id).toList();
    }

    private static Set<Place> places(List<Source> sources) {
        return sources.stream().map(Place::of).collect(Collectors.toCollection(HashSet::new));
    }

    // Several instances follow a plan that was there before at the same time: the second finds what the first has
    // begun.
    private void oneAtATime(UUID plan) {
        jdbc.sql("select pg_advisory_xact_lock(hashtextextended('indicators of ' || :plan, 0))")
                .param("plan", plan.toString())
                .query()
                .singleRow();
    }
}
