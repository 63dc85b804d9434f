package org.duban.task.goal;

import java.time.Clock;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.access.Rights;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.ledger.Sights;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;
import org.springframework.transaction.annotation.Transactional;

/** Yearly goals as they are read. Every query carries the caller's sight. */
@Repository
@Transactional(readOnly = true)
public class GoalViews {
    private static final String GOALS =
            "select g.*, p.title as plan_title from yearly_goal g left join plan p on p.id = g.plan_id where ";

    private final JdbcClient jdbc;
    private final Units units;
    private final Clock clock;

    GoalViews(JdbcClient jdbc, Units units, Clock clock) {
        this.jdbc = jdbc;
        this.units = units;
        this.clock = clock;
    }

    private record Stored(YearlyGoal goal, @Nullable String planTitle) {}

    /** The newest year first, in each the newest goal. */
    public Page<GoalRow> list(GoalFilter filter, Caller caller, Limit limit, @Nullable String cursor) {
        StringBuilder condition = new StringBuilder("true");
        Map<String, Object> parameters = new HashMap<>();
        narrow(condition, parameters, "g.year = :year", "year", filter.year());
        narrow(condition, parameters, "g.unit_id = :unit", "unit", filter.unit());
        narrow(condition, parameters, "g.county_id = :county", "county", filter.county());
        narrow(condition, parameters, "g.plan_id = :plan", "plan", filter.plan());
        if (!filter.states().isEmpty()) {
            List<String> states = filter.states().stream().map(Enum::name).toList();
            narrow(condition, parameters, "g.state in (:states)", "states", states);
        }
        if (cursor != null) {
            Cursor after = Cursor.decode(cursor);
            condition.append(" and (g.year, g.id) < (:afterYear, :afterId)");
            parameters.put("afterYear", (int) after.number(0));
            parameters.put("afterId", after.uuid(1));
        }
        condition.append(" order by g.year desc, g.id desc limit :most");
        parameters.put("most", limit.plusOne());
        return Page.of(
                find(condition.toString(), parameters, caller), limit, row -> Cursor.encode(row.year(), row.id()));
    }

    private static void narrow(
            StringBuilder condition, Map<String, Object> parameters, String by, String name, @Nullable Object value) {
        if (value != null) {
            condition.append(" and ").append(by);
            parameters.put(name, value);
        }
    }

    /** @throws GoalRefused where there is no such goal within the caller's sight */
    public GoalRow one(UUID id, Caller caller) {
        return find("g.id = :id", Map.of("id", id), caller).stream().findFirst().orElseThrow(GoalRefused::notFound);
    }

    private List<GoalRow> find(String condition, Map<String, ?> parameters, Caller caller) {
        Sight sight = caller.sight();
        LocalDate today = LocalDate.now(clock);
        List<Stored> found = jdbc.sql(GOALS + seen(sight) + " and " + condition)
                .params(new HashMap<>(parameters))
                .params(Sights.parameters(sight))
                .query((row, n) -> new Stored(Goals.goal(row), row.getString("plan_title")))
                .list();
        Map<UUID, UnitRef> refs =
                units.refs(found.stream().map(stored -> stored.goal.unitId()).collect(Collectors.toSet()));
        return found.stream().map(stored -> row(stored, refs, caller, today)).toList();
    }

    private static String seen(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "g.county_id = :sight";
            case Sight.OfUnit unit -> "g.unit_id = :sight";
        };
    }

    private static GoalRow row(Stored stored, Map<UUID, UnitRef> refs, Caller caller, LocalDate today) {
        YearlyGoal goal = stored.goal;
        YearlyGoal.Assessment assessment = goal.assessment();
        YearlyGoal.Review review = goal.review();
        return new GoalRow(
                goal.id(),
                goal.version(),
                goal.year(),
                refs.getOrDefault(goal.unitId(), UnitRef.unknown(goal.unitId())),
                goal.words().planId(),
                stored.planTitle,
                goal.words().text(),
                goal.words().measure(),
                goal.state(),
                assessment == null ? null : assessment.done(),
                assessment == null ? null : assessment.statement(),
                assessment == null ? null : assessment.on(),
                assessment == null ? null : assessment.by(),
                goal.returnReason(),
                review == null ? null : review.verdict(),
                review == null ? null : review.opinion(),
                review == null ? null : review.on(),
                review == null ? null : review.by(),
                Arrays.stream(GoalAction.values())
                        .filter(action -> goal.allows(action, today) && isFor(action, goal, caller))
                        .toList());
    }

    static boolean isFor(GoalAction action, YearlyGoal goal, Caller caller) {
        boolean own = Rights.actsForItsUnit(caller) && goal.unitId().equals(caller.unit());
        boolean supervises = Rights.supervises(caller) && Sights.supervises(caller, goal.countyId());
        return switch (action) {
            case REVISE, DROP -> own || supervises;
            case ASSESS -> own;
            case RETURN, REVIEW -> supervises;
        };
    }
}
