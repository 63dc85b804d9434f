package org.duban.notification.alert;

import java.time.LocalDate;
import java.util.List;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Days waited for, one for each item: of what events say in whatever order, the newest stays. */
@Repository
class Deadlines {

    private static final String KEEP = """
            insert into deadline as known (subject_id, version, kind, unit_id, county_id, title, due_on)
            values (:subject, :version, :kind, :unit, cast(:county as uuid), :title, cast(:dueOn as date))
            on conflict (subject_id) do update
            set version = excluded.version, kind = excluded.kind, unit_id = excluded.unit_id,
                county_id = excluded.county_id, title = excluded.title, due_on = excluded.due_on
            where known.version < excluded.version
            """;

    private static final String WAITED_FOR = """
            select subject_id, version, kind, unit_id, county_id, title, due_on from deadline
            where due_on is not null and (due_on in (:days) or due_on < :today)
            order by unit_id, subject_id
            """;

    private final JdbcClient jdbc;

    Deadlines(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @return false where something newer is known already */
    boolean keep(Deadline deadline) {
        return jdbc.sql(KEEP)
                        .param("subject", deadline.subjectId())
                        .param("version", deadline.version())
                        .param("kind", deadline.kind().name())
                        .param("unit", deadline.unitId())
                        .param("county", deadline.countyId())
                        .param("title", deadline.title())
                        .param("dueOn", deadline.dueOn())
                        .update()
                > 0;
    }

    /** Those due on one of the days, or before today. */
    List<Deadline> waitedFor(List<LocalDate> days, LocalDate today) {
        return jdbc.sql(WAITED_FOR)
                .param("days", days)
                .param("today", today)
                .query(Deadline.class)
                .list();
    }
}
