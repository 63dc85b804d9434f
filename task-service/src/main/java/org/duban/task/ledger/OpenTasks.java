package org.duban.task.ledger;

import java.util.List;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who owes a report when a round opens. */
@Repository
public class OpenTasks {
    private final JdbcClient jdbc;

    OpenTasks(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return one part for each lead unit of each task of the plan that is running, in the plan's order */
    public List<OpenPart> leadPartsOf(UUID planId) {
        return jdbc.sql("""
                        select t.id as task_id, t.title as task_title, p.id as plan_id, p.title as plan_title,
                               u.unit_id, u.county_id
                        from task t
                        join plan p on p.id = t.plan_id
                        join task_unit u on u.task_id = t.id
                        where t.plan_id = :plan and t.running and u.part = 'LEAD'
                        order by t.ordinal, u.place
                        """).param("plan", planId).query(OpenPart.class).list();
    }
}
