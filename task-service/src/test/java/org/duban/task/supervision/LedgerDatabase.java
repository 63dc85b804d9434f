package org.duban.task.supervision;

import com.zaxxer.hikari.HikariDataSource;
import java.sql.Types;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import javax.sql.DataSource;
import org.duban.kit.id.Ids;
import org.duban.local.TestInfrastructure;
import org.flywaydb.core.Flyway;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;

/** A real ledger database without the service around it, filled row by row. */
public final class LedgerDatabase {

    public static final OffsetDateTime NOW = OffsetDateTime.of(2026, 11, 1, 9, 0, 0, 0, ZoneOffset.ofHours(8));

    private static final ConcurrentHashMap<String, LedgerDatabase> OPEN = new ConcurrentHashMap<>();

    private final JdbcClient jdbc;
    private final DataSource dataSource;

    private LedgerDatabase(DataSource dataSource) {
        this.dataSource = dataSource;
        this.jdbc = JdbcClient.create(dataSource);
    }

    public static LedgerDatabase named(String name) {
        return OPEN.computeIfAbsent(name, LedgerDatabase::open);
    }

    private static LedgerDatabase open(String name) {
        var postgres = TestInfrastructure.shared();
        var dataSource = new HikariDataSource();
        dataSource.setJdbcUrl(postgres.jdbcUrl(name));
        dataSource.setUsername(postgres.username());
        dataSource.setPassword(postgres.password());
        dataSource.setMaximumPoolSize(8);
        dataSource.setMinimumIdle(1);
        Flyway.configure()
                .dataSource(dataSource)
                .locations("classpath:db/kit", "classpath:db/migration")
                .load()
                .migrate();
        return new LedgerDatabase(dataSource);
    }

    public JdbcClient jdbc() {
        return jdbc;
    }

    public DataSource dataSource() {
        return dataSource;
    }

    public void clear() {
        jdbc.sql("truncate directory_unit, plan_phase, plan, task, task_unit, round, report")
                .update();
    }

    public UUID unit(String shortName, @Nullable UUID county, @Nullable String countyName) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into directory_unit (id, name, short_name, level, county_id, county_name, retired, version)
                        values (:id, :name, :name, 'COUNTY', :county, :countyName, false, 0)
                        """)
                .param("id", id)
                .param("name", shortName)
                .param("county", county, Types.OTHER)
                .param("countyName", countyName, Types.VARCHAR)
                .update();
        return id;
    }

    public UUID plan(LocalDate adoptedOn) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into plan (id, title, kind, source, report_day, grace_working_days, adopted_at, adopted_on,
                                          version)
                        values (:id, '健康城市建设', 'IMPLEMENTATION_PLAN', 'DOCUMENT', 25, 10, :now, :day, 0)
                        """).param("id", id).param("now", NOW).param("day", adoptedOn).update();
        return id;
    }

    /** A lead unit's part; {@code progress} is its own. */
    public record Lead(UUID unit, @Nullable UUID county, int progress) {}

    public UUID task(UUID plan, int ordinal, String state, @Nullable LocalDate dueOn, int progress, List<Lead> leads) {
        var id = Ids.next();
        jdbc.sql("""
                        insert into task (id, plan_id, ordinal, title, body, due_on, original_due_on, state, closed_on,
                                          progress, version, created_at, updated_at)
                        values (:id, :plan, :ordinal, '任务' || :ordinal, '', :dueOn, :dueOn, :state, :closedOn,
                                :progress, 0, :now, :now)
                        """)
                .param("id", id)
                .param("plan", plan)
                .param("ordinal", ordinal)
                .param("dueOn", dueOn, Types.DATE)
                .param("state", state)
                .param("closedOn", state.equals("CLOSED") ? NOW.toLocalDate() : null, Types.DATE)
                .param("progress", progress)
                .param("now", NOW)
                .update();
        for (var lead : leads) {
            jdbc.sql("""
                            insert into task_unit (task_id, unit_id, part, county_id, acknowledge_by, progress)
                            values (:task, :unit, 'LEAD', :county, :day, :progress)
                            """)
                    .param("task", id)
                    .param("unit", lead.unit())
                    .param("county", lead.county(), Types.OTHER)
                    .param("day", NOW.toLocalDate())
                    .param("progress", lead.progress())
                    .update();
        }
        return id;
    }

    /** One report, wherever it stands. */
    public record Row(
            YearMonth period,
            UUID round,
            UUID plan,
            UUID task,
            UUID unit,
            @Nullable UUID county,
            LocalDate dueOn,
            String state,
            @Nullable Boolean onTime) {}

    public UUID report(Row row) {
        var id = Ids.at(ReportIds.start(row.period().atDay(1)).toInstant());
        jdbc.sql("select ensure_report_month(:period)::text")
                .param("period", row.period().atDay(1))
                .query(String.class)
                .optional();
        jdbc.sql("""
                        insert into report (id, period, month, round_id, plan_id, task_id, unit_id, county_id, due_on, state,
                                            progress, done, indicators, submitted_at, submitted_by, on_time, version)
                        values (:id, :period, :period, :round, :plan, :task, :unit, :county, :dueOn, :state, :progress, :done,
                                cast(:indicators as jsonb), :submittedAt, :by, :onTime, 0)
                        """)
                .param("id", id)
                .param("period", row.period().atDay(1))
                .param("round", row.round())
                .param("plan", row.plan())
                .param("task", row.task())
                .param("unit", row.unit())
                .param("county", row.county(), Types.OTHER)
                .param("dueOn", row.dueOn())
                .param("state", row.state())
                .param("progress", row.onTime() == null ? null : 50, Types.INTEGER)
                .param("done", row.onTime() == null ? null : "完成两次督导", Types.VARCHAR)
                .param("indicators", row.onTime() == null ? null : "[]", Types.VARCHAR)
                .param("submittedAt", row.onTime() == null ? null : NOW, Types.TIMESTAMP_WITH_TIMEZONE)
                .param("by", row.onTime() == null ? null : "张三", Types.VARCHAR)
                .param("onTime", row.onTime(), Types.BOOLEAN)
                .update();
        return id;
    }
}
