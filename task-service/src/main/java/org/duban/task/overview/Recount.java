package org.duban.task.overview;

import java.time.Duration;
import java.time.Instant;
import org.duban.kit.time.Pace;
import org.duban.kit.time.Tick;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;
import org.springframework.transaction.support.TransactionSynchronizationManager;

/**
 * Writes down the counts of what changed, so that the views behind {@link Overviews} need not count it at each look. The views are
 * right without it as well, only slower.
 */
@Component
class Recount implements Tick {

    private static final String ANYTHING =
            "select exists (select from report_count_stale) or exists (select from led_count_stale)";

    /** One at a time: whoever finds it taken may leave it to the other. */
    private static final String MINE = "select pg_try_advisory_xact_lock(hashtext('overview recount'))";

    // One statement, one snapshot: a mark that is taken away was counted with the change that it stands for.
    private static final String REPORTS = """
            with marks as (delete from report_count_stale returning period, unit_id),
            touched as (select distinct period, unit_id from marks),
            outdated as (
                delete from report_count c using touched t where c.period = t.period and c.unit_id = t.unit_id)
            insert into report_count
            select c.* from touched t cross join lateral count_reports(t.period, t.unit_id) c
            """;

    private static final String LED = """
            with marks as (delete from led_count_stale returning unit_id),
            touched as (select distinct unit_id from marks),
            outdated as (delete from led_count c using touched t where c.unit_id = t.unit_id)
            insert into led_count
            select c.* from touched t cross join lateral count_led(t.unit_id) c
            """;

    private static final Duration UNASKED = Duration.ofSeconds(15);
    private static final Duration ASKED = Duration.ofSeconds(1);

    /** Where a whole city reports, counting it takes seconds; of a processor's time it gets no more than a twentieth. */
    private static final int REST = 20;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;
    private final Pace unasked = new Pace(UNASKED);
    private final Pace asked = new Pace(ASKED);

    Recount(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    /** Seldom: while reports come in by the hundred, counting them over and over is work that nobody reads. */
    @Override
    public void tick(Instant now) {
        if (unasked.isDue() && is(ANYTHING)) {
            long began = System.nanoTime();
            write();
            unasked.rest(Duration.ofNanos(REST * (System.nanoTime() - began)));
        }
    }

    /** Inside a transaction nothing is done: its snapshot would not see it, and it need not hold two connections. */
    void beforeReading() {
        if (!TransactionSynchronizationManager.isActualTransactionActive() && is(ANYTHING) && asked.isDue()) {
            write();
        }
    }

    void write() {
        transactions.executeWithoutResult(status -> {
            if (is(MINE)) {
                jdbc.sql(REPORTS).update();
                jdbc.sql(LED).update();
            }
        });
    }

    private boolean is(String question) {
        return jdbc.sql(question).query(Boolean.class).single();
    }
}
