package org.duban.task.search;

import java.time.Instant;
import java.time.LocalDate;
import org.duban.kit.time.Tick;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.support.TransactionOperations;

/** Reads into the index what units have handed in, a second or two after they did: handing in does not wait for it. */
@Component
class ReportReader implements Tick {

    private static final int AT_ONCE = 500;

    /** One reader at a time, so that of two versions of a report the later one stays. */
    private static final String MINE = "select pg_try_advisory_xact_lock(hashtext('report words'))";

    private static final String READ = """
            with next as (
                delete from report_unread
                where number in (select number from report_unread order by number limit :most)
                returning period, report_id),
            handed_in as (select distinct period, report_id from next)
            insert into report_words (period, report_id, unit_id, county_id, words)
            select r.period, r.id, r.unit_id, r.county_id, search_form(concat_ws(' ', r.done, r.problems, r.next))
            from handed_in h
            join report r on r.period = h.period and r.id = h.report_id
            where r.done is not null
            on conflict (period, report_id) do update set words = excluded.words
            """;

    private final JdbcClient jdbc;
    private final TransactionOperations transactions;

    ReportReader(JdbcClient jdbc, TransactionOperations transactions) {
        this.jdbc = jdbc;
        this.transactions = transactions;
    }

    @Override
    public void tick(Instant now) {
        while (anything()) {
            if (!Boolean.TRUE.equals(transactions.execute(status -> read()))) {
                return;
            }
        }
    }

    private boolean anything() {
        return jdbc.sql("select exists (select from report_unread)")
                .query(Boolean.class)
                .single();
    }

    /** @return false where another instance reads */
    private boolean read() {
        if (!jdbc.sql(MINE).query(Boolean.class).single()) {
            return false;
        }
        jdbc.sql("""
                        select distinct period
                        from (select period from report_unread order by number limit :most) next
                        """)
                .param("most", AT_ONCE)
                .query(LocalDate.class)
                .list()
                .forEach(month -> jdbc.sql("select ensure_report_words_month(:month)::text")
                        .param("month", month)
                        .query(String.class)
                        .optional());
        jdbc.sql(READ).param("most", AT_ONCE).update();
        return true;
    }
}
