package org.duban.task.once;

import java.time.Clock;
import java.time.OffsetDateTime;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.duban.task.ledger.LedgerProgress;
import org.duban.task.supervision.Content;
import org.duban.task.supervision.Content.IndicatorValue;
import org.duban.task.supervision.ReportComesIn;
import org.duban.task.supervision.ReportWasHandedIn;
import org.duban.task.supervision.Reporting;
import org.jspecify.annotations.Nullable;
import org.springframework.context.event.EventListener;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Propagation;
import org.springframework.transaction.annotation.Transactional;

/**
 * Hands in what a unit owes on tasks that are the same, with the report that it has just handed in (behaviours.md X8): in the same
 * transaction, through the same door, so that each plan's reviewers find a report of their own.
 */
@Component
class AnswersOnce {
    private final JdbcClient jdbc;
    private final SameTasks sameTasks;
    private final Reporting reporting;
    private final LedgerProgress ledger;
    private final Clock clock;

    AnswersOnce(JdbcClient jdbc, SameTasks sameTasks, Reporting reporting, LedgerProgress ledger, Clock clock) {
        this.jdbc = jdbc;
        this.sameTasks = sameTasks;
        this.reporting = reporting;
        this.ledger = ledger;
        this.clock = clock;
    }

    /** @param lastProgress what was last reported on it for an earlier period; null where nothing was */
    private record Twin(UUID id, UUID taskId, @Nullable Integer lastProgress) {}

    /**
     * Two units that report on two of them at once do not wait for each other: all are held in one order. Whoever writes a report by
     * itself answers for it from now on.
     */
    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportComesIn report) {
        if (!sameTasks.wasCompared(report.task())) {
            return;
        }
        List<UUID> alike = sameTasks.alike(report.task());
        if (alike.size() > 1) {
            alike.forEach(ledger::hold);
        }
        if (report.written()) {
            jdbc.sql("delete from report_once where report_id = :report")
                    .param("report", report.report())
                    .update();
        }
    }

    @EventListener
    @Transactional(propagation = Propagation.MANDATORY)
    public void on(ReportWasHandedIn report) {
        if (!sameTasks.wasCompared(report.task())) {
            return;
        }
        // What went along and waited for the head has been signed.
        jdbc.sql("update report_once set waiting = false where report_id = :report and waiting")
                .param("report", report.report())
                .update();
        for (Twin twin : twins(report)) {
            Content content = report.content();
            boolean wouldFall = twin.lastProgress != null
                    && content.progress() < twin.lastProgress
                    && (content.problems() == null || content.problems().isBlank());
            if (!wouldFall) {
                handIn(twin, report);
            }
        }
    }

    // where the plan wants it signed, it waits for the head, and is not handed in yet
    private void handIn(Twin twin, ReportWasHandedIn report) {
        Content said = report.content();
        reporting.submitAlong(
                twin.id,
                new Content(
                        said.progress(),
                        said.done(),
                        said.problems(),
                        said.next(),
                        inItsWords(twin.taskId, report.task(), said.indicators())),
                report.report(),
                report.by());
        jdbc.sql("""
                        insert into report_once (report_id, period, unit_id, county_id, answered_by, at, waiting)
                        select r.id, r.period, r.unit_id, r.county_id, :by, :at, r.state <> 'SUBMITTED' from report r
                        where r.period = :period and r.id = :id
                        on conflict (report_id) do update
                        set answered_by = excluded.answered_by, at = excluded.at, waiting = excluded.waiting
                        """)
                .param("by", report.report())
                .param("at", OffsetDateTime.now(clock))
                .param("period", report.period())
                .param("id", twin.id)
                .update();
    }

    /**
     * What is still owed and not written yet, or was answered by this very report and is corrected with it. What the unit wrote by
     * itself stays as it is, also where it waits for the head or was returned; what the head has signed, nobody else corrects.
     */
    private List<Twin> twins(ReportWasHandedIn report) {
        return jdbc.sql(SameTasks.ALIKE + """
                        select r.id, r.task_id, last.progress as last_progress
                        from alike
                        join report own on own.period = :period and own.id = :report
                        join report r on r.task_id = alike.id and r.unit_id = :unit and r.period = own.period
                          and r.cadence = own.cadence
                        join round o on o.id = r.round_id and o.state = 'OPEN'
                        join task t on t.id = r.task_id and t.running
                        join plan s on s.id = t.plan_id
                        left join report_once a on a.report_id = r.id
                        left join lateral (
                            select p.progress from report p
                            where p.task_id = r.task_id and p.unit_id = r.unit_id and p.period < r.period + 92
                              and period_end(p.period, p.cadence) < period_end(r.period, r.cadence)
                              and period_end(p.period, p.cadence) >= coalesce(t.cycle_from, '-infinity'::date)
                              and p.state in ('SUBMITTED', 'ACCEPTED')
                            order by p.period desc
                            limit 1) last on true
                        where r.id <> :report
                          and (%s
                            or r.state = 'SUBMITTED' and a.answered_by = :report and (:head or not s.sign_off))
                        order by r.task_id
                        """.formatted(SameTasks.GOES_ALONG))
                .param("task", report.task())
                .param("unit", report.unit())
                .param("period", report.period())
                .param("report", report.report())
                .param("head", report.by().has("UNIT_HEAD"))
                .query(Twin.class)
                .list();
    }

    /** The same indicators in the words of the other task; what it does not ask for is left out. */
    private List<IndicatorValue> inItsWords(UUID task, UUID said, List<IndicatorValue> values) {
        record Word(String said, String asked) {}
        Map<String, String> asked = new HashMap<>();
        jdbc.sql("""
                        select a.text as said, b.text as asked
                        from indicator_source a join indicator_source b on b.indicator_id = a.indicator_id
                        where a.task_id = :said and b.task_id = :task
                        union
                        select i.text, i.text from task_indicator i where i.task_id = :task
                        """)
                .param("said", said)
                .param("task", task)
                .query(Word.class)
                .list()
                .forEach(word -> asked.putIfAbsent(word.said, word.asked));
        return values.stream()
                .filter(value -> asked.containsKey(value.text()))
                .map(value -> new IndicatorValue(asked.getOrDefault(value.text(), value.text()), value.value()))
                .toList();
    }
}
