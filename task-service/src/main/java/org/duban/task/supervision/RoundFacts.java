package org.duban.task.supervision;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.kit.web.Cursor;
import org.duban.kit.web.Limit;
import org.duban.kit.web.Page;
import org.duban.task.directory.UnitRef;
import org.duban.task.light.Light;
import org.duban.task.query.Conditions;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;

/** What closing a round kept, each caller their own (behaviours.md P21). */
@Component
public class RoundFacts {
    private static final String ROWS = """
            select f.*, t.ordinal, t.title, coalesce(d.name, '未登记单位') as unit_name,
                   coalesce(d.short_name, '未登记单位') as unit_short_name, d.county_name
            from round o
            join round_fact f on f.round_id = o.id and f.month = o.month
            join task t on t.id = f.task_id
            left join directory_unit d on d.id = f.unit_id
            where %s
            order by t.ordinal, f.task_id, f.unit_id
            limit :limit
            """;

    private final JdbcClient jdbc;
    private final RoundViews rounds;

    RoundFacts(JdbcClient jdbc, RoundViews rounds) {
        this.jdbc = jdbc;
        this.rounds = rounds;
    }

    /**
     * In the plan's order; nothing while the round is open.
     *
     * @param light of the task; null for any
     * @throws RoundRefused where the caller sees nothing of the round
     */
    public Page<RoundFact> list(
            UUID round, @Nullable Light light, Limit limit, @Nullable String cursor, Caller caller) {
        rounds.one(round, caller);
        var conditions = new Conditions()
                .and("o.id = :round", "round", round)
                .given("f.task_light = :light", "light", light == null ? null : light.name())
                .seenBy(caller.sight(), "f");
        if (cursor != null) {
            var last = Cursor.decode(cursor);
            conditions.and("(t.ordinal, f.task_id, f.unit_id) > (:ordinal, :task, :unit)", "ordinal", last.number(0));
            conditions.params().put("task", last.uuid(1));
            conditions.params().put("unit", last.uuid(2));
        }
        List<RoundFact> found = jdbc.sql(ROWS.formatted(conditions.where()))
                .params(conditions.params())
                .param("limit", limit.plusOne())
                .query(RoundFacts::fact)
                .list();
        return Page.of(
                found,
                limit,
                last -> Cursor.encode(
                        last.taskOrdinal(), last.taskId(), last.unit().id()));
    }

    private static RoundFact fact(ResultSet row, int number) throws SQLException {
        var reportLight = row.getString("report_light");
        return new RoundFact(
                row.getObject("task_id", UUID.class),
                row.getInt("ordinal"),
                row.getString("title"),
                new UnitRef(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        row.getObject("county_id", UUID.class),
                        row.getString("county_name")),
                row.getObject("frozen_on", LocalDate.class),
                row.getString("task_state"),
                row.getInt("progress"),
                Light.valueOf(row.getString("task_light")),
                row.getString("task_reason"),
                row.getObject("report_id", UUID.class),
                row.getString("report_state"),
                row.getObject("report_due_on", LocalDate.class),
                row.getObject("submitted_on", LocalDate.class),
                reportLight == null ? null : Light.valueOf(reportLight),
                row.getString("report_reason"));
    }
}
