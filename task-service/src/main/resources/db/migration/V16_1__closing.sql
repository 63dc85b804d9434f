-- Closing a round freezes its numbers: what is counted is copied when it is closed, and nothing that happens later moves it.

-- True once its numbers are kept in round_result; rounds closed before this was so are counted from their reports for ever.
alter table round add column frozen boolean not null default false;

-- How each lead unit stood with each task of the plan when the round was closed, with what its lights were derived from.
create table round_fact (
    month               date    not null,
    round_id            uuid    not null,
    plan_id             uuid    not null,
    task_id             uuid    not null,
    unit_id             uuid    not null,
    county_id           uuid,
    frozen_on           date    not null,
    -- false: the unit leads the task no more, and only its report counts
    leads               boolean not null,
    task_state          text    not null,
    standing            boolean not null,
    task_progress       int     not null,
    progress            int     not null,
    assigned_on         date,
    task_due_on         date,
    task_closed_on      date,
    completion_returned boolean not null,
    -- earliest day of a report that was still owed on it, and whether one had been returned
    owed_due_on         date,
    owed_returned       boolean not null,
    task_light          text    not null,
    task_reason         text    not null,
    -- of the round's own report; null where none was asked for
    report_id           uuid,
    report_state        text,
    report_due_on       date,
    on_time             boolean,
    submitted_on        date,
    reported            int,
    report_light        text,
    report_reason       text,
    primary key (month, round_id, task_id, unit_id)
) partition by range (month);
create index round_fact_of_task on round_fact (task_id, month);

-- Attaching takes a lock that neither readers nor writers wait for (see ensure_report_month).
create function ensure_round_fact_month(month date) returns void
    language plpgsql as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'round_fact_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('round_fact months'));
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I (like round_fact including all)', name);
    execute format('alter table round_fact attach partition %I for values from (%L) to (%L)',
                   name, first, (first + interval '1 month')::date);
end
$$;

-- The counted facts, one row for each unit, which the dashboard adds up. Where several units lead a task, it counts as one for the
-- city with the first of them, and for a county with the first of that county.
create table round_result (
    month           date   not null,
    cadence         text   not null,
    period          date   not null,
    round_id        uuid   not null,
    plan_id         uuid   not null,
    unit_id         uuid   not null,
    county_id       uuid,
    tasks           int    not null,
    closed          int    not null,
    own_progress    bigint not null, -- of the unit's parts, closed tasks as 100
    progress        bigint not null, -- of the tasks
    city_tasks      int    not null,
    city_closed     int    not null,
    city_progress   bigint not null,
    county_tasks    int    not null,
    county_closed   int    not null,
    county_progress bigint not null,
    owed            int    not null,
    submitted       int    not null,
    accepted        int    not null,
    on_time         int    not null,
    unique nulls not distinct (round_id, unit_id, county_id)
);
create index round_result_by_month on round_result (month, unit_id);
create index round_result_of_unit on round_result (unit_id, month);

-- What is counted of reports: those of rounds whose numbers are kept are counted no more, they are added as they were.
drop view report_counted;
drop function count_reports;
truncate report_count;
alter table report_count
    add column cadence text not null,
    add column month   date not null;
create index report_count_by_month on report_count (plan_id, month, unit_id);

create function count_reports(of_period date, of_unit uuid) returns setof report_count
    stable rows 4
    language sql
as
$$
    select r.period, r.unit_id, r.county_id, r.plan_id, r.awaited, count(*)::int,
           (count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED')))::int,
           (count(*) filter (where r.state = 'ACCEPTED'))::int,
           (count(*) filter (where r.state in ('SUBMITTED', 'ACCEPTED') and r.on_time))::int,
           (count(*) filter (where r.state = 'LAPSED'))::int,
           (count(*) filter (where r.state = 'RETURNED'))::int,
           r.cadence, r.month
    from (select period, cadence, month, unit_id, county_id, plan_id, state, on_time,
                 case when state not in ('SUBMITTED', 'ACCEPTED', 'LAPSED') then due_on end as awaited
          from report
          where period = of_period and unit_id = of_unit and state <> 'WAIVED'
            and not exists (select from round f where f.id = report.round_id and f.frozen)) r
    group by grouping sets ((r.period, r.cadence, r.month, r.unit_id, r.county_id, r.awaited, r.plan_id),
                            (r.period, r.cadence, r.month, r.unit_id, r.county_id, r.awaited))
$$;

create view report_counted as
select c.*
from report_count c
where not exists (select from report_count_stale s where s.period = c.period and s.unit_id = c.unit_id)
union all
select s.period, s.unit_id, c.county_id, c.plan_id, c.due_on, c.owed, c.submitted, c.accepted, c.on_time, c.lapsed, c.returned,
       c.cadence, c.month
from (select distinct period, unit_id from report_count_stale) s
cross join lateral count_reports(s.period, s.unit_id) c
union all
select k.period, k.unit_id, k.county_id, p.plan_id, null, k.owed, k.submitted, k.accepted, k.on_time, k.owed - k.submitted, 0,
       k.cadence, k.month
from round_result k
cross join lateral (values (k.plan_id), (null)) p (plan_id)
where k.owed > 0;

insert into report_count_stale (period, unit_id) select distinct period, unit_id from report;

create or replace function forget_reports() returns trigger
    language plpgsql as
$$
begin
    truncate report_count, report_count_stale, report_unread, report_words;
    -- these may be emptied by the same statement
    delete from round_result;
    delete from round_fact;
    return null;
end
$$;
