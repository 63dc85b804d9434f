package org.duban.bench.supervision;

import java.sql.SQLException;
import java.time.YearMonth;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * A city with a year behind it, written straight into the service's tables: plans of a thousand tasks each, a report a month on
 * each task, and one plan for opening large rounds, whose units have nothing else to do.
 */
final class Town {
    private static final int TASKS_OF_PLAN = 1_000;
    private static final int LEADS_OF_LARGE_PLAN = 50;
    private static final String LARGE = "大规模调度方案";
    private static final int MONTHS = 12;
    private static final int ENOUGH = 40_000;

    private final Database database;
    private final YearMonth month = YearMonth.now(ZoneId.of("Asia/Shanghai"));

    Town(Database database) {
        this.database = database;
    }

    /** Fills the tables that a first start of the service has made, unless an earlier run did. */
    void build(int tasks, int reportsOfLargeRound) throws SQLException {
        if (database.number("select count(*) from plan") > 0) {
            forget();
            return;
        }
        var sql = new ArrayList<String>(List.of(
                "alter table report disable trigger user",
                "alter table task disable trigger user",
                "alter table task_unit disable trigger user",
                "set maintenance_work_mem = '512MB'",
                "create temp table county as select c, gen_random_uuid() as id, '第' || c || '县' as name from generate_series(1, 12) c",
                """
                create temp table unit as
                select n, gen_random_uuid() as id, c.id as county, c.name as county_name
                from generate_series(1, 350) n left join county c on n between 61 and 300 and c.c = (n - 61) / 20 + 1
                """,
                """
                insert into directory_unit (id, name, short_name, level, county_id, county_name, version)
                select id, coalesce(county_name, '市') || '第' || n || '局', '第' || n || '局',
                       case when county is null then 'CITY' else 'COUNTY' end, county, county_name, 1
                from unit
                """,
                // the oldest, so that the ledger does not begin with tasks of fifty lead units
                plans("'" + LARGE + "'", 1),
                plans("'基层中医药服务能力提升实施方案（第' || n || '号）'", tasks / TASKS_OF_PLAN),
                """
                insert into task (id, plan_id, ordinal, title, body, due_on, original_due_on, assigned_on, state, closed_on, progress,
                                  version, created_at, updated_at)
                select uuidv7(), p.id, n,
                       (array['健全基层中医药服务体系', '推进医养结合服务', '落实传染病监测预警', '建设紧密型县域医共体', '加强妇幼健康服务', '规范医疗废物处置',
                              '提升院前急救能力', '开展健康促进行动'])[n %% 8 + 1] || '第' || n || '项',
                       '建立联席会议制度，每季度研究' ||
                       (array['人才培养', '经费保障', '设备配置', '药品供应', '信息互通', '绩效考核', '宣传引导', '督导检查'])[(n / 8) %% 8 + 1]
                       || '中的重点难点问题，明确责任单位和完成时限' || case when n %% 997 = 0 then '，并做好鼠疫防控准备' else '' end || '。',
                       current_date + n %% 300 - 40, current_date + n %% 300 - 40, p.adopted_on,
                       case when n %% 10 = 0 then 'CLOSED' else 'IN_PROGRESS' end,
                       case when n %% 10 = 0 then current_date - n %% 100 end,
                       case when n %% 10 = 0 then 100 else n %% 90 end, 1, now(), now()
                from plan p cross join generate_series(1, %d) n
                where p.title <> '%s'
                """.formatted(TASKS_OF_PLAN, LARGE),
                """
                insert into task (id, plan_id, ordinal, title, body, due_on, assigned_on, state, progress, version, created_at, updated_at)
                select uuidv7(), p.id, n, '统一部署事项第' || n || '项', '各单位按月报送。', current_date + 300, p.adopted_on, 'ASSIGNED', 0, 1,
                       now(), now()
                from plan p cross join generate_series(1, %d) n
                where p.title = '%s'
                """.formatted(reportsOfLargeRound / LEADS_OF_LARGE_PLAN, LARGE),
                """
                insert into task_unit (task_id, unit_id, part, place, county_id, acknowledge_by, acknowledged_at, acknowledged_by, state,
                                       progress)
                select t.id, u.id, case u.part when 0 then 'LEAD' else 'COOPERATING' end, u.part, u.county, current_date, now(), '联络员',
                       case when u.part = 0 and t.state = 'CLOSED' then 'COMPLETED' else 'IN_PROGRESS' end,
                       case u.part when 0 then t.progress else 0 end
                from task t
                join plan p on p.id = t.plan_id and p.title <> '%s'
                join lateral (
                    select u.id, u.county, c.part from generate_series(0, t.ordinal %% 3) c (part)
                    join unit u on u.n = (t.ordinal * 7 + c.part * 13 + get_byte(uuid_send(p.id), 15)) %% 300 + 1) u on true
                """.formatted(LARGE),
                """
                insert into task_unit (task_id, unit_id, part, place, acknowledge_by)
                select t.id, u.id, 'LEAD', u.n, current_date
                from task t join plan p on p.id = t.plan_id and p.title = '%s'
                join unit u on u.n > 300
                """.formatted(LARGE)));
        for (int back = MONTHS - 1; back >= 0; back--) {
            sql.addAll(month(month.minusMonths(back), back > 0));
        }
        sql.addAll(List.of(
                "drop index report_words_pairs",
                """
                insert into report_words (period, report_id, unit_id, county_id, words)
                select period, id, unit_id, county_id, search_form(concat_ws(' ', done, problems, next)) from report
                where done is not null
                """,
                "create index report_words_pairs on report_words using gin (bigrams(words))",
                """
                insert into round_result (month, cadence, period, round_id, plan_id, unit_id, county_id, tasks, closed, own_progress, progress,
                                          city_tasks, city_closed, city_progress, county_tasks, county_closed, county_progress, owed,
                                          submitted, accepted, on_time)
                select r.month, r.cadence, r.period, r.round_id, r.plan_id, r.unit_id, r.county_id, r.tasks, 0, r.progress, r.progress,
                       r.tasks, 0, r.progress, r.tasks, 0, r.progress, r.tasks, r.written, r.written, r.on_time
                from (select month, cadence, period, round_id, plan_id, unit_id, county_id, count(*) as tasks,
                             coalesce(sum(progress), 0) as progress, count(submitted_at) as written,
                             count(*) filter (where on_time) as on_time
                      from report
                      where period < '%s'
                      group by month, cadence, period, round_id, plan_id, unit_id, county_id) r
                """.formatted(month.atDay(1)),
                "insert into report_count_stale (period, unit_id) select distinct period, unit_id from report where period >= '"
                        + month.atDay(1) + "'",
                "insert into led_count_stale (unit_id) select distinct unit_id from task_unit where part = 'LEAD'",
                "alter table report enable trigger user",
                "alter table task enable trigger user",
                "alter table task_unit enable trigger user",
                "analyze"));
        database.run(sql.toArray(String[]::new));
    }

    private String plans(String title, int count) {
        return """
                insert into plan (id, title, kind, source, report_day, grace_working_days, adopted_at, adopted_on, version)
                select uuidv7(), %s, 'IMPLEMENTATION_PLAN', 'DOCUMENT', 25, 10, now(), '%s', 0 from generate_series(1, %d) n
                """.formatted(title, month.minusMonths(MONTHS - 1).atDay(1), count);
    }

    private List<String> month(YearMonth period, boolean past) {
        var first = period.atDay(1);
        return List.of(
                "select ensure_report_month('%s'), ensure_report_words_month('%s')".formatted(first, first),
                """
                insert into round (id, plan_id, period, month, opens_on, due_on, closes_on, state, opened_at, closed_at, frozen, reports,
                                   version)
                select uuidv7(), id, '%1$s', '%1$s', '%1$s', '%2$s', '%3$s', case when %4$s or title = '%5$s' then 'CLOSED' else 'OPEN' end, now(),
                       case when %4$s then now() end, %4$s, 0, 0
                from plan
                """.formatted(first, period.atDay(25), period.plusMonths(1).atDay(20), past, LARGE),
                """
                insert into report (id, period, month, round_id, plan_id, task_id, unit_id, county_id, due_on, state, progress, done,
                                    problems, next, indicators, submitted_at, submitted_by, on_time, version)
                select uuidv7(make_interval(secs => extract(epoch from '%s 00:00+08'::timestamptz - now())::double precision + 1)),
                       r.period, r.month, r.id, t.plan_id, t.id, u.unit_id, u.county_id, r.due_on,
                       case when not %s then 'DUE' when t.ordinal %% 25 = 0 then 'LAPSED' else 'ACCEPTED' end,
                       case when w.wrote then t.ordinal %% 90 end,
                       case when w.wrote then '已召开' || (array['调度会', '现场会', '推进会', '座谈会'])[(t.ordinal + %d) %% 4 + 1]
                           || '，完成' || (array['人员培训', '设备采购', '制度修订', '抽查核验', '宣传活动'])[(t.ordinal + %d) %% 5 + 1]
                           || t.ordinal %% 37 || '次，覆盖乡镇卫生院' || t.ordinal %% 53 || '家' end,
                       case when w.wrote and t.ordinal %% 3 = 0 then '县级配套资金尚未到位，专业人员不足' end,
                       case when w.wrote then '下月开展中期评估' || case when t.ordinal %% 991 = 0 then '并组织鼠疫应急演练' else '' end end,
                       case when w.wrote then '[]'::jsonb end, case when w.wrote then now() end,
                       case when w.wrote then '联络员' end, case when w.wrote then t.ordinal %% 11 <> 0 end, 0
                from task t
                join task_unit u on u.task_id = t.id and u.part = 'LEAD'
                join round r on r.plan_id = t.plan_id and r.period = '%s'
                join plan p on p.id = t.plan_id and p.title <> '%s'
                cross join lateral (select %s and t.ordinal %% 25 <> 0) w (wrote)
                where %s or t.state <> 'CLOSED'
                """.formatted(first, past, period.getMonthValue(), period.getMonthValue(), first, LARGE, past, past));
    }

    /** What earlier runs have handed in is owed again, so that there is something to hand in. */
    private void forget() throws SQLException {
        long owed = database.number(
                "select count(*) from report where period = '%s' and state = 'DUE'".formatted(month.atDay(1)));
        if (owed < ENOUGH) {
            database.run("""
                    update report
                    set state = 'DUE', version = 0, progress = null, done = null, problems = null, next = null, submitted_at = null,
                        submitted_by = null, on_time = null
                    where period = '%s' and state = 'SUBMITTED'
                    """.formatted(month.atDay(1)));
        }
    }

    record Owed(UUID id, UUID unit, long version) {}

    /** Reports that can be handed in now, of all units in turn. */
    List<Owed> owed(int most) throws SQLException {
        return database.texts("""
                        select id || ' ' || unit_id || ' ' || version from report
                        where period = '%s' and state = 'DUE' order by md5(id::text) limit %d
                        """.formatted(month.atDay(1), most)).stream()
                .map(line -> line.split(" "))
                .map(words -> new Owed(UUID.fromString(words[0]), UUID.fromString(words[1]), Long.parseLong(words[2])))
                .toList();
    }

    YearMonth month() {
        return month;
    }

    String largePlan() throws SQLException {
        return database.texts("select id::text from plan where title = '" + LARGE + "'")
                .getFirst();
    }

    /** Takes a month of the large plan away again, rounds and all. */
    void drop(YearMonth period) throws SQLException {
        database.run(
                "delete from round where period = '%s'".formatted(period.atDay(1)),
                "drop table if exists report_%04d_%02d".formatted(period.getYear(), period.getMonthValue()),
                "delete from report_count where period = '%s'".formatted(period.atDay(1)),
                "truncate outbox");
    }
}
