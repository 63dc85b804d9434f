package org.duban.task.ledger;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import java.util.stream.IntStream;
import org.duban.kit.id.Ids;
import org.duban.kit.test.ServiceTest;
import org.duban.kit.test.TestClock;
import org.duban.meeting.contract.DirectoryEvent.County;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/** The ledger shows of each task the report of the newest period, however long ago or far ahead that is. */
@ServiceTest
class LastReportTest {
    private static final LocalDate TODAY = LocalDate.parse("2026-03-13");

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    TestClock clock;

    @Autowired
    Ledger ledger;

    @Autowired
    JdbcClient jdbc;

    private final County county = Api.county("末次报送县");

    @Test
    void newestPeriodIsShown() {
        var api = new Api(mvc, directory);
        clock.set(TODAY + "T09:00");
        var units = api.register(county, "县卫生健康局", "县财政局");
        var plan = ledger.adopt(
                new NewPlan(
                        "末次报送县实施方案",
                        null,
                        null,
                        null,
                        "IMPLEMENTATION_PLAN",
                        Plan.Source.DOCUMENT,
                        null,
                        county.id(),
                        25,
                        List.of()),
                IntStream.rangeClosed(1, 9).mapToObj(n -> task(n, units)).toList());
        // Each task was last reported on one month earlier than the one before it, the first in a month to come, the
        // last never.
        for (int ordinal = 1; ordinal <= 8; ordinal++) {
            for (int before = 0; before < 3; before++) {
                var period = TODAY.withDayOfMonth(1).plusMonths(2 - ordinal - before);
                report(plan.id(), ordinal, units.get(before % 2), period);
            }
        }

        var shown = api.supervisor().get("/api/tasks?plan=" + plan.id()).items().stream()
                .map(task -> task.path("lastReport").path("period").asString(""))
                .toList();

        assertThat(shown)
                .containsExactly(
                        "2026-04", "2026-03", "2026-02", "2026-01", "2025-12", "2025-11", "2025-10", "2025-09", "");
    }

    private static NewTask task(int ordinal, List<UUID> leads) {
        return new NewTask(
                ordinal, "任务" + ordinal, "内容", LocalDate.parse("2026-12-31"), false, List.of(), leads, List.of(), null);
    }

    private void report(UUID plan, int ordinal, UUID unit, LocalDate period) {
        jdbc.sql("select ensure_report_month(?)::text")
                .param(period)
                .query(String.class)
                .optional();
        jdbc.sql("""
                        insert into report (id, period, month, round_id, plan_id, task_id, unit_id, county_id, due_on, state,
                                            progress, done, submitted_at, submitted_by, on_time, version)
                        select ?, ?, ?, ?, t.plan_id, t.id, ?, ?, ?, 'ACCEPTED', 10, '已部署', ?::date + time '09:00', '报送人', true, 1
                        from task t where t.plan_id = ? and t.ordinal = ?
                        """)
                .params(List.of(
                        Ids.next(), period, period, Ids.next(), unit, county.id(), period, period, plan, ordinal))
                .update();
    }
}
