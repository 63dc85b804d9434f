package org.duban.task.ledger;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.util.Arrays;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.duban.kit.security.Sight;
import org.duban.task.calendar.Cadence;
import org.duban.task.calendar.Period;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Of each task the newest report that the caller may see. */
@Repository
class LastReports {
    /** So many of the newest months are looked into one by one. */
    private static final int MONTHS_APART = 3;

    private final JdbcClient jdbc;

    LastReports(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /**
     * Nearly all have reported of late: the newest months are asked first, each of one table, and all the older ones only for what
     * is left. A task of fifty units has six hundred reports after a year.
     */
    Map<UUID, TaskRow.LastReport> of(UUID[] ids, Sight sight, LocalDate today) {
        Map<UUID, TaskRow.LastReport> last = new HashMap<>();
        LocalDate before = LocalDate.MAX;
        for (int back = 0; back <= MONTHS_APART && last.size() < ids.length; back++) {
            LocalDate from = back == MONTHS_APART
                    ? LocalDate.MIN
                    : today.withDayOfMonth(1).minusMonths(back);
            UUID[] left = Arrays.stream(ids).filter(id -> !last.containsKey(id)).toArray(UUID[]::new);
            last.putAll(of(left, sight, from, before));
            before = from;
        }
        return last;
    }

    /** Of the periods that begin on {@code from} or later, and before {@code before}. */
    private Map<UUID, TaskRow.LastReport> of(UUID[] ids, Sight sight, LocalDate from, LocalDate before) {
        Map<UUID, TaskRow.LastReport> last = new HashMap<>();
        jdbc.sql("""
                select distinct on (r.task_id) r.task_id, r.period, r.cadence, r.submitted_at, r.progress
                from report r
                where r.task_id = any(:ids) and r.submitted_at is not null and r.progress is not null
                  and r.period >= :from and r.period < :before
                  and\s""" + Sights.reports(sight) + " order by r.task_id, r.period desc, r.submitted_at desc")
                .param("ids", ids)
                .param("from", from)
                .param("before", before)
                .params(Sights.parameters(sight))
                .query(row -> {
                    last.put(
                            row.getObject("task_id", UUID.class),
                            new TaskRow.LastReport(
                                    period(row),
                                    BusinessTime.at(row.getObject("submitted_at", OffsetDateTime.class)),
                                    row.getInt("progress")));
                });
        return last;
    }

    private static String period(ResultSet row) throws SQLException {
        return new Period(Cadence.valueOf(row.getString("cadence")), row.getObject("period", LocalDate.class))
                .toString();
    }
}
