package org.duban.notification.alert;

import java.util.List;
import java.util.UUID;
import org.duban.task.contract.TaskEvent.Assignee;
import org.duban.task.contract.TaskEvent.TaskAssigned;
import org.duban.task.contract.TaskEvent.TaskChanged;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who has a part in which task. */
@Repository
class Assignments {

    private static final String KEEP = """
            insert into assignment (task_id, unit_id, part, county_id, task_title, plan_title)
            select distinct on (unit) cast(:task as uuid), unit, part, county, :taskTitle, :planTitle
            from unnest(cast(:units as uuid[]), cast(:parts as text[]), cast(:counties as uuid[]))
                with ordinality as assignee (unit, part, county, place)
            order by unit, place desc
            on conflict (task_id, unit_id) do update
            set part = excluded.part, county_id = excluded.county_id, task_title = excluded.task_title,
                plan_title = excluded.plan_title
            """;

    /** @param countyId the county whose row this is; null for the city's own */
    record Party(UUID unitId, @Nullable UUID countyId) {}

    private final JdbcClient jdbc;

    Assignments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    void keep(TaskAssigned task) {
        keep(task.taskId(), task.assignees(), task.title(), task.planTitle());
    }

    void keep(TaskChanged task) {
        jdbc.sql("delete from assignment where task_id = :task")
                .param("task", task.taskId())
                .update();
        keep(task.taskId(), task.assignees(), task.title(), task.planTitle());
    }

    private void keep(UUID task, List<Assignee> assignees, String title, String planTitle) {
        jdbc.sql(KEEP)
                .param("task", task)
                .param("units", assignees.stream().map(Assignee::unitId).toArray(UUID[]::new))
                .param("parts", assignees.stream().map(it -> it.part().name()).toArray(String[]::new))
                .param("counties", assignees.stream().map(Assignee::countyId).toArray(UUID[]::new))
                .param("taskTitle", title)
                .param("planTitle", planTitle)
                .update();
    }

    List<Party> parties(UUID task) {
        return jdbc.sql("select unit_id, county_id from assignment where task_id = ? order by unit_id")
                .param(task)
                .query(Party.class)
                .list();
    }

    /** The county of the first that is of one. */
    static @Nullable UUID county(List<Party> parties) {
        return parties.stream()
                .map(Party::countyId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }

    @Nullable
    UUID county(UUID task, UUID unit) {
        return parties(task).stream()
                .filter(party -> party.unitId().equals(unit))
                .map(Party::countyId)
                .filter(java.util.Objects::nonNull)
                .findFirst()
                .orElse(null);
    }
}
