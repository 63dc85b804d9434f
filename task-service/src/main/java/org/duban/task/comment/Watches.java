package org.duban.task.comment;

import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.security.Sight;
import org.duban.task.contract.CommentEvent.Watcher;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Who watches which task. */
@Repository
class Watches {

    private final JdbcClient jdbc;

    Watches(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** Whoever watches already goes on watching, with the sight they have now. */
    void begin(UUID task, Caller caller, OffsetDateTime now) {
        with(caller, jdbc.sql("""
                        insert into task_watch (person, task_id, sight, unit_id, county_id, since)
                        values (:person, :task, :sight, :unit, :county, :now)
                        on conflict (person, task_id) do update
                        set sight = excluded.sight, unit_id = excluded.unit_id, county_id = excluded.county_id
                        """)).param("task", task).param("now", now).update();
    }

    /** Goes on watching with the sight that they have now; who does not watch does not begin to. */
    void renew(UUID task, Caller caller) {
        with(caller, jdbc.sql("""
                        update task_watch set sight = :sight, unit_id = :unit, county_id = :county
                        where person = :person and task_id = :task
                          and (sight, unit_id, county_id) is distinct from (:sight, cast(:unit as uuid), cast(:county as uuid))
                        """)).param("task", task).update();
    }

    private static JdbcClient.StatementSpec with(Caller caller, JdbcClient.StatementSpec sql) {
        String sight = switch (caller.sight()) {
            case Sight.Everything everything -> "EVERYTHING";
            case Sight.OfCounty county -> "COUNTY";
            case Sight.OfUnit unit -> "UNIT";
        };
        return sql.param("person", caller.subject())
                .param("sight", sight)
                .param("unit", caller.staff() ? null : caller.unit(), Types.OTHER)
                .param("county", caller.county(), Types.OTHER);
    }

    void end(UUID task, String person) {
        jdbc.sql("delete from task_watch where person = :person and task_id = :task")
                .param("person", person)
                .param("task", task)
                .update();
    }

    Optional<OffsetDateTime> since(UUID task, String person) {
        return jdbc.sql("select since from task_watch where person = :person and task_id = :task")
                .param("person", person)
                .param("task", task)
                .query(OffsetDateTime.class)
                .optional()
                .map(BusinessTime::at);
    }

    /**
     * Those who watch the task and still see it: a unit that has left it is told no more.
     *
     * @param but who did what there is to tell; null where nobody did
     * @param mentioned units that hear of it anyway, and with them whoever does their work
     */
    List<Watcher> toTell(UUID task, @Nullable String but, List<UUID> mentioned) {
        return jdbc.sql("""
                        select w.person, case when w.sight = 'UNIT' then w.unit_id end as unit_id, w.county_id
                        from task_watch w
                        join task t on t.id = w.task_id
                        where w.task_id = :task and w.person is distinct from :but
                          and (w.unit_id is null or w.unit_id <> all(:mentioned))
                          and (w.sight = 'EVERYTHING'
                               or w.sight = 'COUNTY' and (t.county_id = w.county_id or t.for_county = w.county_id
                                   or t.given_by in (select g.id from directory_unit g where g.county_id = w.county_id)
                                   or exists (
                                   select from task_unit u where u.task_id = t.id and u.county_id = w.county_id))
                               or w.sight = 'UNIT' and (t.given_by = w.unit_id or exists (
                                   select from task_unit u where u.task_id = t.id and u.unit_id = w.unit_id)))
                        order by w.person
                        """)
                .param("task", task)
                .param("but", but, Types.VARCHAR)
                .param("mentioned", mentioned.toArray(UUID[]::new))
                .query(Watcher.class)
                .list();
    }
}
