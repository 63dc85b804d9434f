package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Requests for a later day. Whoever writes holds the lock on the task. */
@Repository
class Extensions {
    private final JdbcClient jdbc;

    Extensions(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<Extension> find(UUID task, UUID id) {
        return jdbc.sql("select * from task_extension where task_id = :task and id = :id")
                .param("task", task)
                .param("id", id)
                .query(Extensions::extension)
                .optional();
    }

    Optional<Extension> open(UUID task) {
        return jdbc.sql("select * from task_extension where task_id = :task and state = 'OPEN'")
                .param("task", task)
                .query(Extensions::extension)
                .optional();
    }

    /** @return newest first */
    List<Extension> of(UUID task) {
        return jdbc.sql("select * from task_extension where task_id = :task order by id desc")
                .param("task", task)
                .query(Extensions::extension)
                .list();
    }

    void add(Extension asked) {
        jdbc.sql("""
                        insert into task_extension (id, task_id, unit_id, county_id, due_on, wanted_on, reason, state,
                                                    requested_at, requested_by)
                        values (:id, :task, :unit, :county, :due, :wanted, :reason, 'OPEN', :at, :by)
                        """)
                .param("id", asked.id())
                .param("task", asked.taskId())
                .param("unit", asked.unitId())
                .param("county", asked.countyId(), Types.OTHER)
                .param("due", asked.dueOn())
                .param("wanted", asked.wantedOn())
                .param("reason", asked.reason())
                .param("at", asked.requestedAt())
                .param("by", asked.requestedBy())
                .update();
    }

    void save(Extension decided) {
        jdbc.sql("""
                        update task_extension
                        set state = :state, granted_on = :granted, opinion = :opinion, decided_at = :at, decided_by = :by
                        where id = :id
                        """)
                .param("state", decided.state().name())
                .param("granted", decided.grantedOn(), Types.DATE)
                .param("opinion", decided.opinion(), Types.VARCHAR)
                .param("at", decided.decidedAt(), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", decided.decidedBy(), Types.VARCHAR)
                .param("id", decided.id())
                .update();
    }

    /** Nothing is left to decide on a task that is suspended or closed, nor of a cycle that is over. */
    void lapse(UUID task, OffsetDateTime at) {
        jdbc.sql(
                        "update task_extension set state = 'LAPSED', decided_at = :at where task_id = :task and state = 'OPEN'")
                .param("at", at)
                .param("task", task)
                .update();
    }

    private static Extension extension(ResultSet row, int n) throws SQLException {
        return new Extension(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("due_on", LocalDate.class),
                row.getObject("wanted_on", LocalDate.class),
                row.getString("reason"),
                BusinessTime.at(row.getObject("requested_at", OffsetDateTime.class)),
                row.getString("requested_by"),
                Extension.State.valueOf(row.getString("state")),
                row.getObject("granted_on", LocalDate.class),
                row.getString("opinion"),
                BusinessTime.atOrNull(row.getObject("decided_at", OffsetDateTime.class)),
                row.getString("decided_by"));
    }
}
