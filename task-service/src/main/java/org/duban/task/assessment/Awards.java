package org.duban.task.assessment;

import java.math.BigDecimal;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Repository;

/** Points that were given by hand. */
@Repository
class Awards {
    private final JdbcClient jdbc;

    Awards(JdbcClient jdbc) {
        this.jdbc = jdbc;
    }

    /** @param taskId the task in which it was done; null where it belongs to none */
    record Award(
            UUID id,
            YearMonth month,
            UUID unitId,
            @Nullable UUID countyId,
            BigDecimal points,
            String words,
            @Nullable UUID taskId) {}

    void add(Award award, String by, OffsetDateTime at) {
        LocalDate last = award.month().atEndOfMonth();
        LocalDate today = at.toLocalDate();
        jdbc.sql("""
                        insert into assessment_award (id, month, unit_id, county_id, points, words, task_id, given_on,
                                                      given_at, given_by)
                        values (:id, :month, :unit, :county, :points, :words, :task, :on, :at, :by)
                        """)
                .param("id", award.id())
                .param("month", award.month().atDay(1))
                .param("unit", award.unitId())
                .param("county", award.countyId(), Types.OTHER)
                .param("points", award.points())
                .param("words", award.words())
                .param("task", award.taskId(), Types.OTHER)
                .param("on", today.isAfter(last) ? last : today)
                .param("at", at)
                .param("by", by)
                .update();
    }

    /** Those that were not withdrawn. */
    Optional<Award> find(UUID id) {
        return jdbc.sql("select * from assessment_award where id = :id and withdrawn_at is null")
                .param("id", id)
                .query((row, n) -> new Award(
                        row.getObject("id", UUID.class),
                        YearMonth.from(row.getObject("month", LocalDate.class)),
                        row.getObject("unit_id", UUID.class),
                        row.getObject("county_id", UUID.class),
                        row.getBigDecimal("points"),
                        row.getString("words"),
                        row.getObject("task_id", UUID.class)))
                .optional();
    }

    /** @return false where somebody else just did */
    boolean withdraw(UUID id, String by, OffsetDateTime at) {
        return jdbc.sql("""
                        update assessment_award set withdrawn_at = :at, withdrawn_by = :by
                        where id = :id and withdrawn_at is null
                        """).param("at", at).param("by", by).param("id", id).update() == 1;
    }
}
