package org.duban.task.comment;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Types;
import java.time.OffsetDateTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.web.Cursor;
import org.duban.task.ledger.BusinessTime;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Comments as the database keeps them. Whether a caller sees their task is asked of the ledger. */
@Repository
class Comments {

    private final JdbcClient jdbc;

    Comments(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    Optional<CommentedTask> task(UUID id) {
        return jdbc.sql("""
                        select t.id, t.title, t.county_id, t.state = 'DRAFTED' as drafted,
                               array(select u.unit_id from task_unit u where u.task_id = t.id
                                     union select t.given_by where t.given_by is not null) as units
                        from task t
                        where t.id = :id
                        """)
                .param("id", id)
                .query((row, n) -> new CommentedTask(
                        row.getObject("id", UUID.class),
                        row.getString("title"),
                        row.getObject("county_id", UUID.class),
                        row.getBoolean("drafted"),
                        Set.of((UUID[]) row.getArray("units").getArray())))
                .optional();
    }

    void add(Comment comment) {
        var about = comment.about();
        jdbc.sql("""
                        insert into task_comment (id, task_id, county_id, report_id, report_unit_id, report_county_id, report_period,
                            author, author_name, author_unit_id, author_unit_name, words, units, supervisors, written_at)
                        values (:id, :task, :county, :report, :reportUnit, :reportCounty, :period, :author, :authorName,
                            :authorUnit, :authorUnitName, :words, :units, :supervisors, :at)
                        """)
                .param("id", comment.id())
                .param("task", comment.taskId())
                .param("county", comment.countyId(), Types.OTHER)
                .param("report", about == null ? null : about.id(), Types.OTHER)
                .param("reportUnit", about == null ? null : about.unitId(), Types.OTHER)
                .param("reportCounty", about == null ? null : about.countyId(), Types.OTHER)
                .param("period", about == null ? null : about.period(), Types.VARCHAR)
                .param("author", comment.author().person())
                .param("authorName", comment.author().name())
                .param("authorUnit", comment.author().unitId(), Types.OTHER)
                .param("authorUnitName", comment.author().unitName(), Types.VARCHAR)
                .param("words", comment.words())
                .param("units", comment.units().toArray(UUID[]::new))
                .param("supervisors", comment.supervisors())
                .param("at", comment.writtenAt())
                .update();
    }

    Optional<Comment> find(UUID id) {
        return one("select * from task_comment where id = :id", id);
    }

    /** For who is about to withdraw it. */
    Optional<Comment> locked(UUID id) {
        return one("select * from task_comment where id = :id for update", id);
    }

    private Optional<Comment> one(String sql, UUID id) {
        return jdbc.sql(sql).param("id", id).query(Comments::comment).optional();
    }

    void withdraw(Comment withdrawn) {
        jdbc.sql("update task_comment set withdrawn_at = :at where id = :id")
                .param("at", withdrawn.withdrawnAt())
                .param("id", withdrawn.id())
                .update();
    }

    /** The newest first. */
    List<Comment> of(UUID task, @Nullable UUID report, @Nullable Cursor after, int most) {
        return jdbc.sql("""
                        select * from task_comment
                        where task_id = :task and (cast(:report as uuid) is null or report_id = :report)
                          and (cast(:at as timestamptz) is null or (written_at, id) < (:at, cast(:id as uuid)))
                        order by written_at desc, id desc
                        limit :most
                        """)
                .param("task", task)
                .param("report", report, Types.OTHER)
                .param("at", after == null ? null : after.offsetDateTime(0), Types.TIMESTAMP_WITH_TIMEZONE)
                .param("id", after == null ? null : after.uuid(1), Types.OTHER)
                .param("most", most)
                .query(Comments::comment)
                .list();
    }

    private static Comment comment(ResultSet row, int n) throws SQLException {
        UUID report = row.getObject("report_id", UUID.class);
        return new Comment(
                row.getObject("id", UUID.class),
                row.getObject("task_id", UUID.class),
                row.getObject("county_id", UUID.class),
                report == null
                        ? null
                        : new Comment.AboutReport(
                                report,
                                row.getObject("report_unit_id", UUID.class),
                                row.getObject("report_county_id", UUID.class),
                                row.getString("report_period")),
                new Comment.Author(
                        row.getString("author"),
                        row.getString("author_name"),
                        row.getObject("author_unit_id", UUID.class),
                        row.getString("author_unit_name")),
                row.getString("words"),
                List.of((UUID[]) row.getArray("units").getArray()),
                row.getBoolean("supervisors"),
                BusinessTime.at(row.getObject("written_at", OffsetDateTime.class)),
                BusinessTime.atOrNull(row.getObject("withdrawn_at", OffsetDateTime.class)));
    }
}
