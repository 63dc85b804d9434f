package org.duban.task.ledger;

import java.util.Map;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.jspecify.annotations.Nullable;

/** A caller's sight as a condition on {@code task t} (behaviours.md P21). */
public final class Sights {
    // Nobody but who makes a draft sees it.
    private static final String PART_OF_UNIT = """
            (t.given_by = :sight
             or t.state <> 'DRAFTED'
                and exists (select from task_unit own where own.task_id = t.id and own.unit_id = :sight))
            """;
    // What was made for a county stays its own, whoever does it now; so does what its units gave to others.
    private static final String OF_COUNTY = """
            (t.county_id = :sight
             or t.for_county = :sight
             or t.given_by in (select g.id from directory_unit g where g.county_id = :sight)
             or t.state <> 'DRAFTED'
                and exists (select from task_unit own where own.task_id = t.id and own.county_id = :sight))
            """;

    private Sights() {}

    /** On {@code task t}, with {@link #parameters}. */
    public static String tasks(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> OF_COUNTY;
            case Sight.OfUnit unit -> PART_OF_UNIT;
        };
    }

    /** Pieces are shown with the task that they are of, wherever the caller sees that; a unit has those that are its own work. */
    static String wholes(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "t.parent_id is null";
            case Sight.OfCounty county -> """
                    (t.parent_id is null
                     or not exists (
                         select from task p
                         where p.id = t.parent_id
                           and (p.county_id = :sight
                                or p.for_county = :sight
                                or exists (select from task_unit own
                                           where own.task_id = p.id and own.county_id = :sight))))
                    """;
            case Sight.OfUnit unit -> """
                    (t.parent_id is null
                     or exists (select from task_unit own where own.task_id = t.id and own.unit_id = :sight))
                    """;
        };
    }

    /** On {@code task_unit u}: the parts that the caller answers for. */
    public static String parts(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "u.county_id = :sight";
            case Sight.OfUnit unit -> "u.unit_id = :sight";
        };
    }

    /** On {@code report r}: a unit sees what it wrote, a county what its units wrote. */
    static String reports(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "r.county_id = :sight";
            case Sight.OfUnit unit -> "r.unit_id = :sight";
        };
    }

    /** On {@code county_id} of what staff prepare for the ledger: a county's own; units have none. */
    public static String papers(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> "true";
            case Sight.OfCounty county -> "county_id = :sight";
            case Sight.OfUnit unit -> "false";
        };
    }

    /**
     * Whether the caller decides on what is owed under a plan: whoever issued it does. A county's staff see its units' share in
     * the city's plans, but do not decide on it.
     *
     * @param countyOfPlan null for the city's own plans
     */
    public static boolean supervises(Caller caller, @Nullable UUID countyOfPlan) {
        return switch (caller.sight()) {
            case Sight.Everything everything -> true;
            case Sight.OfCounty own -> own.county().equals(countyOfPlan);
            case Sight.OfUnit unit -> false;
        };
    }

    public static Map<String, UUID> parameters(Sight sight) {
        return switch (sight) {
            case Sight.Everything everything -> Map.of();
            case Sight.OfCounty county -> Map.of("sight", county.county());
            case Sight.OfUnit unit -> Map.of("sight", unit.unit());
        };
    }
}
