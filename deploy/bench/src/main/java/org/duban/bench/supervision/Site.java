package org.duban.bench.supervision;

import org.duban.bench.Issuer;
import org.duban.bench.Packaged;

/**
 * What is measured: a service at work on a town, and where the figures go.
 *
 * @param cpu of the service and PostgreSQL
 * @param postgres of PostgreSQL alone
 */
record Site(
        SupervisionBench.Plan plan,
        Figure.Table table,
        Database database,
        Issuer issuer,
        Town town,
        Packaged service,
        Cpu cpu,
        Cpu postgres) {

    /** What the town's making left behind is counted, read, lit and written before anything is measured. */
    void settle() throws Exception {
        for (int i = 0; !isSettled(); i++) {
            if (i == 600) {
                throw new IllegalStateException("after five minutes not all is counted, read and lit");
            }
            Thread.sleep(500);
        }
        database.run(
                "vacuum analyze report_count, led_count, report_count_stale, led_count_stale, report_unread, task");
    }

    private boolean isSettled() throws Exception {
        return database.number("select count(*) from report_count_stale") == 0
                && database.number("select count(*) from led_count_stale") == 0
                && database.number("select count(*) from report_unread") == 0
                && database.number("select count(*) from task where lit_on is null") == 0;
    }
}
