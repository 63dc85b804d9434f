package org.duban.task.ledger;

/** What counties bear of plans: each one's newest share of a task, and what its units lead themselves. */
public final class Shares {
    /** On {@code task t}, whose county is {@code t.for_county}: a periodic task is shared anew in each cycle. */
    public static final String GIVEN = """
            (t.parent_id is not null and t.for_county is not null
             and not exists (
                 select from task newer
                 where newer.parent_id = t.parent_id and newer.for_county = t.for_county and newer.id > t.id))
            """;

    /** On {@code task t} and {@code task_unit u}, whose county is {@code u.county_id}: what it has no share of. */
    public static final String LED = """
            (t.parent_id is null and not t.feature and t.state <> 'DRAFTED' and u.part = 'LEAD' and u.county_id is not null
             and not exists (select from task given where given.parent_id = t.id and given.for_county = u.county_id))
            """;

    private Shares() {}
}
