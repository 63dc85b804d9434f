package org.duban.task.sheet;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.io.OutputStream;
import java.lang.management.ManagementFactory;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.dhatim.fastexcel.Workbook;
import org.duban.kit.security.Caller;
import org.duban.kit.test.ServiceTest;
import org.duban.task.Api;
import org.duban.task.directory.Directory;
import org.duban.task.ledger.LedgerLine;
import org.duban.task.ledger.LedgerLines;
import org.duban.task.ledger.TaskFilter;
import org.duban.task.sheet.xlsx.Filling;
import org.duban.task.sheet.xlsx.Sheets;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.condition.EnabledIfSystemProperty;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.test.web.servlet.MockMvc;

/**
 * 100,000 tasks written out, beside the same cells written from memory: at most twice the time, and memory that does not grow with
 * the ledger. Takes a while and a quiet machine: {@code -Dmeasure=true}.
 */
@ServiceTest
@EnabledIfSystemProperty(named = "measure", matches = "true")
class LargeLedgerSheetTest {
    private static final int TASKS = 100_000;
    private static final int MOST_HEAP = 64 << 20;

    @Autowired
    MockMvc mvc;

    @Autowired
    Directory directory;

    @Autowired
    JdbcClient jdbc;

    @Autowired
    LedgerSheet sheet;

    @Autowired
    LedgerLines ledger;

    private final Caller supervisor =
            new Caller("measure", "督导", null, null, null, Set.of("SUPERVISOR"), Set.of("ledger:read"), Set.of(), false);

    /** Throws away what is written; where asked, notes how much lives on the heap now and then. */
    private static final class Sink extends OutputStream {
        private final boolean watches;
        private long bytes;
        private long noted;
        private long most;

        Sink(boolean watches) {
            this.watches = watches;
        }

        @Override
        public void write(int b) {
            bytes++;
        }

        @Override
        public void write(byte[] buffer, int from, int length) {
            bytes += length;
            if (watches && bytes - noted > 2_000_000) {
                noted = bytes;
                most = Math.max(most, live());
            }
        }
    }

    private static long live() {
        System.gc();
        return ManagementFactory.getMemoryMXBean().getHeapMemoryUsage().getUsed();
    }

    @Test
    void aLargeLedgerTakesAtMostTwiceTheTimeOfItsCellsAndNoMoreMemoryThanASmallOne() throws IOException {
        List<UUID> units = new Api(mvc, directory).register(null, "市卫生健康委", "市财政局", "市民政局", "市教育局", "市人力资源社会保障局");
        fill(units);
        List<LedgerLine> lines = new ArrayList<>();
        LedgerLines.Reading reading = ledger.of(TaskFilter.ALL, supervisor);
        for (List<LedgerLine> piece = ledger.next(reading, 5_000);
                !piece.isEmpty();
                piece = ledger.next(reading, 5_000)) {
            lines.addAll(piece);
        }
        assertThat(lines).hasSize(TASKS);
        double fromMemory = Double.MAX_VALUE;
        double fromDatabase = Double.MAX_VALUE;
        for (int run = 0; run < 3; run++) {
            long start = System.nanoTime();
            writeFromMemory(lines);
            fromMemory = Math.min(fromMemory, (System.nanoTime() - start) / 1e9);
            start = System.nanoTime();
            sheet.write(TaskFilter.ALL, SheetColumn.ALL, supervisor, new Sink(false));
            fromDatabase = Math.min(fromDatabase, (System.nanoTime() - start) / 1e9);
        }
        lines.clear();
        long before = live();
        Sink watching = new Sink(true);
        sheet.write(TaskFilter.ALL, SheetColumn.ALL, supervisor, watching);
        System.out.printf(
                "%d tasks: %.1f s from the database, %.1f s from memory, ratio %.2f, %.1f MB file, %.1f MB of heap%n",
                TASKS,
                fromDatabase,
                fromMemory,
                fromDatabase / fromMemory,
                watching.bytes / 1e6,
                (watching.most - before) / 1e6);
        assertThat(fromDatabase).isLessThan(2 * fromMemory);
        assertThat(watching.most - before).isLessThan(MOST_HEAP);
    }

    private static void writeFromMemory(List<LedgerLine> lines) throws IOException {
        try (Workbook workbook = Sheets.workbook(new Sink(false))) {
            Filling written = new Filling(workbook.newWorksheet("任务台账"));
            int row = 1;
            for (LedgerLine line : lines) {
                written.words(row, 0, line.id().toString());
                for (int i = 0; i < SheetColumn.ALL.size(); i++) {
                    SheetColumn.ALL.get(i).put(written, row, i + 1, line);
                }
                if (row++ % 1_000 == 0) {
                    written.flush();
                }
            }
        }
    }

    private void fill(List<UUID> units) {
        jdbc.sql("truncate plan, plan_phase, task, task_unit, task_indicator").update();
        jdbc.sql("""
                        insert into plan (id, title, kind, source, report_day, grace_working_days, adopted_at, adopted_on, version)
                        select uuidv7(), '年度重点工作台账' || n, 'LEDGER', 'LEDGER', 25, 10, now(), current_date, 0
                        from generate_series(1, 100) n
                        """).update();
        for (UUID plan : jdbc.sql("select id from plan").query(UUID.class).list()) {
            fill(plan, units);
        }
        jdbc.sql("analyze").update();
    }

    private void fill(UUID plan, List<UUID> units) {
        jdbc.sql("""
                        insert into task (id, plan_id, ordinal, title, body, due_on, original_due_on, state, progress,
                                          version, created_at, updated_at, remark)
                        select uuidv7(), :plan, n, '健全基层中医药服务体系第' || n || '项',
                               '建立联席会议制度，每季度召开一次会议，研究解决基层中医药服务能力提升中的重点难点问题，第' || n || '项。',
                               current_date + n % 300, current_date + n % 300, 'IN_PROGRESS', n % 101, 1, now(), now(),
                               case when n % 5 = 0 then '已会签' end
                        from generate_series(1, 1000) n
                        """).param("plan", plan).update();
        jdbc.sql("""
                        insert into task_unit (task_id, unit_id, part, place, acknowledge_by)
                        select t.id, u.id, case when u.place = 1 then 'LEAD' else 'COOPERATING' end, u.place, current_date
                        from task t
                        join unnest(:units) with ordinality u (id, place) on u.place <= 1 + t.ordinal % 4
                        where t.plan_id = :plan
                        """)
                .param("units", units.toArray(UUID[]::new))
                .param("plan", plan)
                .update();
        jdbc.sql("""
                        insert into task_indicator (task_id, ordinal, text, operator, value, measure)
                        select id, 1, '覆盖率达到90%以上', '>=', 90, '%' from task where ordinal % 2 = 0 and plan_id = :plan
                        """).param("plan", plan).update();
    }
}
