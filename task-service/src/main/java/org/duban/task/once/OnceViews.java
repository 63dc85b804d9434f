package org.duban.task.once;

import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.LocalDate;
import java.time.OffsetDateTime;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.duban.kit.security.Caller;
import org.duban.task.calendar.Period;
import org.duban.task.directory.UnitRef;
import org.duban.task.directory.Units;
import org.duban.task.indicator.AskedIndicator;
import org.duban.task.indicator.IndicatorViews;
import org.duban.task.ledger.BusinessTime;
import org.duban.task.ledger.TaskState;
import org.duban.task.once.ReportAnswers.Kind;
import org.duban.task.once.ReportAnswers.LeftReport;
import org.duban.task.once.ReportAnswers.ReportAnswer;
import org.duban.task.once.Spared.SparedCount;
import org.duban.task.once.Spared.SparedMonth;
import org.duban.task.once.Spared.SparedUnit;
import org.duban.task.query.Conditions;
import org.duban.task.supervision.ReportView;
import org.duban.task.supervision.ReportViews;
import org.jspecify.annotations.Nullable;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.stereotype.Component;
import org.springframework.transaction.annotation.Transactional;

/** What a report answers beside its round, and how much that spared each unit; each caller their own (behaviours.md P21). */
@Component
@Transactional(readOnly = true)
public class OnceViews {
    private static final Set<String> GIVEN = Set.of("SUBMITTED", "ACCEPTED");

    private final JdbcClient jdbc;
    private final ReportViews reports;
    private final IndicatorViews indicators;
    private final Units units;

    OnceViews(JdbcClient jdbc, ReportViews reports, IndicatorViews indicators, Units units) {
        this.jdbc = jdbc;
        this.reports = reports;
        this.indicators = indicators;
        this.units = units;
    }

    /** A task that a report speaks of: its own, or one that is the same; {@code reportId} is the report asked on it. */
    private record Spoken(
            UUID taskId,
            String taskTitle,
            int ordinal,
            String planTitle,
            boolean resolution,
            @Nullable UUID reportId) {}

    /** Until it is handed in, what it is going to answer. */
    public ReportAnswers answers(UUID report, Caller caller) {
        ReportView view = reports.one(report, caller);
        boolean given = GIVEN.contains(view.state());
        List<ReportAnswer> answers = new ArrayList<>();
        answers.add(new ReportAnswer(Kind.ROUND, "《%s》督导调度".formatted(view.planTitle()), view.taskId(), null, null));
        spoken(view, given).forEach(task -> {
            if (task.reportId != null) {
                answers.add(new ReportAnswer(
                        Kind.SAME_TASK,
                        "《%s》第%d项“%s”的本期报送".formatted(task.planTitle, task.ordinal, task.taskTitle),
                        task.taskId,
                        task.reportId,
                        null));
            }
            if (task.resolution) {
                answers.add(new ReportAnswer(
                        Kind.MEETING,
                        "《%s》议定事项第%d项的落实情况".formatted(task.planTitle, task.ordinal),
                        task.taskId,
                        null,
                        null));
            }
        });
        asked(view, given, caller)
                .forEach(indicator -> answers.add(new ReportAnswer(
                        Kind.INDICATOR,
                        "指标“%s”%s的数值".formatted(indicator.name, indicator.periodWords),
                        view.taskId(),
                        null,
                        indicator.id)));
        AnsweredBy by = answeredBy(report);
        return new ReportAnswers(
                given,
                by == null ? null : by.report,
                by == null ? null : by.title,
                answers.size() - 1,
                List.copyOf(answers),
                left(view, given, caller));
    }

    private List<Spoken> spoken(ReportView report, boolean given) {
        return jdbc.sql(SameTasks.ALIKE + """
                        select t.id as task_id, t.title as task_title, t.ordinal, p.title as plan_title,
                               t.resolution_id is not null as resolution, r.id as report_id
                        from alike
                        join task t on t.id = alike.id
                        join plan p on p.id = t.plan_id
                        join report own on own.period = :period and own.id = :report
                        left join report r on r.task_id = t.id and t.id <> own.task_id and r.unit_id = own.unit_id
                          and r.period = own.period and r.cadence = own.cadence and r.id <> own.id
                        left join report_once a on a.report_id = r.id
                        where t.id = own.task_id
                           or (case when :given then a.answered_by = own.id and r.state in ('SUBMITTED', 'ACCEPTED')
                               else %s
                                 and t.running and exists (select from round o where o.id = r.round_id and o.state = 'OPEN') end)
                        order by t.id = own.task_id desc, t.plan_id, t.ordinal
                        """.formatted(SameTasks.GOES_ALONG))
                .param("task", report.taskId())
                .param("period", first(report))
                .param("report", report.id())
                .param("given", given)
                .query(Spoken.class)
                .list();
    }

    /** A report on a task that is the same, which this one does not answer: how it stands. */
    private record Apart(
            UUID taskId,
            String taskTitle,
            int ordinal,
            String planTitle,
            UUID reportId,
            String state,
            boolean waiting,
            boolean refused,
            boolean along) {

        /** @param inside whether the unit itself asks: that its head refused is nobody else's business */
        String words(boolean inside) {
            return "《%s》第%d项“%s”的本期报送%s"
                    .formatted(planTitle, ordinal, taskTitle, refused && !inside ? "尚未完成。" : standing());
        }

        private String standing() {
            if (along) {
                return refused ? "已随本次报送填写，被单位负责人退回。" : "已随本次报送填写，待单位负责人签发。";
            }
            if (waiting) {
                return refused ? "已另行填写，被单位负责人退回，请单独修改。" : "已另行填写，待单位负责人签发，不随本次报送改写。";
            }
            return switch (state) {
                case "DUE" -> "未随本次报送完成，请单独报送。";
                case "RETURNED" -> "已另行报送并被退回，请单独修改后重新报送。";
                default -> "已另行报送，不随本次报送改写。";
            };
        }
    }

    /** What looks as if it went along and does not, so that nobody relies on it. */
    private List<LeftReport> left(ReportView report, boolean given, Caller caller) {
        boolean inside = report.unit().id().equals(caller.unit());
        return jdbc
                .sql(SameTasks.ALIKE + """
                        select t.id as task_id, t.title as task_title, t.ordinal, p.title as plan_title, r.id as report_id, r.state,
                               r.pending is not null as waiting, r.sign_off_reason is not null as refused,
                               coalesce(a.waiting and a.answered_by = own.id, false) as along
                        from alike
                        join task t on t.id = alike.id and t.running
                        join plan p on p.id = t.plan_id
                        join report own on own.period = :period and own.id = :report
                        join report r on r.task_id = t.id and r.unit_id = own.unit_id and r.period = own.period
                          and r.cadence = own.cadence and r.id <> own.id
                        join round o on o.id = r.round_id and o.state = 'OPEN'
                        left join report_once a on a.report_id = r.id
                        left join report_once mine on mine.report_id = own.id
                        where t.id <> own.task_id and r.state in ('DUE', 'RETURNED', 'SUBMITTED', 'ACCEPTED')
                          and mine.answered_by is distinct from r.id
                          and (r.state in ('DUE', 'RETURNED') or a.answered_by is distinct from own.id)
                          and (:given or not (%s))
                        order by t.plan_id, t.ordinal
                        """.formatted(SameTasks.GOES_ALONG))
                .param("task", report.taskId())
                .param("period", first(report))
                .param("report", report.id())
                .param("given", given)
                .query(Apart.class)
                .list()
                .stream()
                .map(one -> new LeftReport(one.words(inside), one.taskId, one.reportId))
                .toList();
    }

    private record Valued(UUID id, String name, String periodWords) {}

    private List<Valued> asked(ReportView report, boolean given, Caller caller) {
        Set<UUID> brought = given
                ? Set.copyOf(jdbc.sql("select indicator_id from indicator_value where report_id = :report")
                        .param("report", report.id())
                        .query(UUID.class)
                        .list())
                : Set.of();
        Map<UUID, Valued> valued = new LinkedHashMap<>();
        for (AskedIndicator one : indicators.asked(report.id(), caller)) {
            boolean counts = given ? brought.contains(one.indicatorId()) : !one.counted() && one.value() == null;
            if (counts) {
                valued.putIfAbsent(one.indicatorId(), new Valued(one.indicatorId(), one.name(), one.periodWords()));
            }
        }
        return List.copyOf(valued.values());
    }

    private record AnsweredBy(UUID report, String title) {}

    private @Nullable AnsweredBy answeredBy(UUID report) {
        return jdbc.sql("""
                        select a.answered_by as report, t.title
                        from report_once a
                        join report r on r.period = a.period and r.id = a.answered_by
                        join task t on t.id = r.task_id
                        where a.report_id = :report
                        """)
                .param("report", report)
                .query(AnsweredBy.class)
                .optional()
                .orElse(null);
    }

    private static LocalDate first(ReportView report) {
        return Period.parse(report.period()).first();
    }

    /** What units have told of a meeting's resolutions, in the order of the minutes; those that the caller sees. */
    public List<FollowUp> followUps(UUID meeting, Caller caller) {
        Conditions asked = new Conditions()
                .and("p.meeting_id = :meeting", "meeting", meeting)
                .and("t.state <> 'DRAFTED' and t.parent_id is null")
                // who cooperates is asked where the plan wants it to report for itself
                .and("(u.part = 'LEAD' or p.cooperators = 'THEMSELVES' or told.id is not null)")
                .seenBy(caller.sight(), "u");
        return jdbc.sql("""
                        select t.id as task_id, t.ordinal, t.title, t.state, u.unit_id, u.county_id,
                               coalesce(d.name, '未登记单位') as unit_name, coalesce(d.short_name, '未登记单位') as unit_short_name,
                               d.county_name, told.id as report_id, told.submitted_at, told.progress, told.done, a.answered_by
                        from plan p
                        join task t on t.plan_id = p.id
                        join task_unit u on u.task_id = t.id
                        left join directory_unit d on d.id = u.unit_id
                        left join lateral (
                            select r.id, r.submitted_at, r.progress, r.done from report r
                            where r.task_id = t.id and r.unit_id = u.unit_id and r.state in ('SUBMITTED', 'ACCEPTED')
                            order by r.period desc
                            limit 1) told on true
                        left join report_once a on a.report_id = told.id
                        where %s
                        order by t.ordinal, u.part desc, u.place, u.unit_id
                        """.formatted(asked.where()))
                .params(asked.params())
                .query((row, n) -> followUp(row))
                .list();
    }

    private static FollowUp followUp(ResultSet row) throws SQLException {
        return new FollowUp(
                row.getInt("ordinal"),
                row.getObject("task_id", UUID.class),
                row.getString("title"),
                TaskState.valueOf(row.getString("state")),
                new UnitRef(
                        row.getObject("unit_id", UUID.class),
                        row.getString("unit_name"),
                        row.getString("unit_short_name"),
                        row.getObject("county_id", UUID.class),
                        row.getString("county_name")),
                row.getObject("report_id", UUID.class),
                BusinessTime.atOrNull(row.getObject("submitted_at", OffsetDateTime.class)),
                row.getObject("progress", Integer.class),
                row.getString("done"),
                row.getObject("answered_by", UUID.class));
    }

    /** @param unit null for every unit that the caller sees */
    public Spared spared(YearMonth from, YearMonth to, @Nullable UUID unit, Caller caller) {
        Conditions asked = new Conditions()
                .and("r.month between :from and :to", "from", from.atDay(1))
                .and("r.state in ('SUBMITTED', 'ACCEPTED')")
                .given("r.unit_id = :unit", "unit", unit)
                .seenBy(caller.sight(), "r");
        // what counts in a month began at most two months before: few partitions are read
        asked.and("r.period >= :began", "began", from.minusMonths(2).atDay(1))
                .and("r.period <= :ended", "ended", to.atEndOfMonth());
        asked.params().put("to", to.atDay(1));
        List<Row> rows = jdbc.sql("""
                        select r.unit_id, r.county_id, r.month,
                               count(*) filter (where a.report_id is null) as filled,
                               count(*) filter (where t.resolution_id is not null) as meetings,
                               coalesce(sum((select count(*) from indicator_value v where v.report_id = r.id)), 0) as indicators,
                               count(a.report_id) as same_tasks
                        from report r
                        join task t on t.id = r.task_id
                        left join report_once a on a.report_id = r.id
                        where %s
                        group by r.unit_id, r.county_id, r.month
                        order by r.month desc, r.unit_id
                        """.formatted(asked.where()))
                .params(asked.params())
                .query((row, n) -> row(row))
                .list();
        Map<YearMonth, SparedCount> months = new LinkedHashMap<>();
        Map<UUID, SparedCount> ofUnits = new LinkedHashMap<>();
        Map<UUID, Row> known = new LinkedHashMap<>();
        SparedCount total = SparedCount.NONE;
        for (Row row : rows) {
            months.merge(YearMonth.from(row.month), row.count, SparedCount::and);
            ofUnits.merge(row.unitId, row.count, SparedCount::and);
            known.putIfAbsent(row.unitId, row);
            total = total.and(row.count);
        }
        Map<UUID, UnitRef> refs = units.refs(ofUnits.keySet());
        return new Spared(
                total,
                months.entrySet().stream()
                        .map(month -> new SparedMonth(month.getKey().toString(), month.getValue()))
                        .toList(),
                known.values().stream()
                        .map(row -> new SparedUnit(
                                refs.getOrDefault(
                                        row.unitId, new UnitRef(row.unitId, "未登记单位", "未登记单位", row.countyId, null)),
                                ofUnits.getOrDefault(row.unitId, SparedCount.NONE)))
                        .sorted(Comparator.comparingInt(
                                        (SparedUnit one) -> one.count().spared())
                                .reversed()
                                .thenComparing(one -> one.unit().id()))
                        .toList());
    }

    private record Row(UUID unitId, @Nullable UUID countyId, LocalDate month, SparedCount count) {}

    private static Row row(ResultSet row) throws SQLException {
        return new Row(
                row.getObject("unit_id", UUID.class),
                row.getObject("county_id", UUID.class),
                row.getObject("month", LocalDate.class),
                SparedCount.of(
                        row.getInt("filled"),
                        row.getInt("meetings"),
                        row.getInt("indicators"),
                        row.getInt("same_tasks")));
    }
}
