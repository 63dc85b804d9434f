-- What closed rounds counted, added up over plans, so that a year of many plans is a few rows for each unit (behaviours.md P14).
-- Results are written once, when a round is closed.
create table round_result_sum (
    month           date   not null,
    cadence         text   not null,
    period          date   not null,
    unit_id         uuid   not null,
    county_id       uuid,
    tasks           int    not null,
    closed          int    not null,
    own_progress    bigint not null,
    progress        bigint not null,
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
    unique nulls not distinct (month, cadence, period, unit_id, county_id)
);
create index round_result_sum_of_unit on round_result_sum (unit_id, month);
create index round_result_of_plan on round_result (plan_id, month, unit_id);

-- By unit, so that rounds which are closed at the same time wait for each other in one order.
create function sum_round_results() returns trigger
    language plpgsql as
$$
begin
    insert into round_result_sum as s
    select month, cadence, period, unit_id, county_id, sum(tasks), sum(closed), sum(own_progress), sum(progress),
           sum(city_tasks), sum(city_closed), sum(city_progress), sum(county_tasks), sum(county_closed), sum(county_progress),
           sum(owed), sum(submitted), sum(accepted), sum(on_time)
    from added
    group by month, cadence, period, unit_id, county_id
    order by month, cadence, period, unit_id, county_id
    on conflict (month, cadence, period, unit_id, county_id) do update
    set tasks           = s.tasks + excluded.tasks,
        closed          = s.closed + excluded.closed,
        own_progress    = s.own_progress + excluded.own_progress,
        progress        = s.progress + excluded.progress,
        city_tasks      = s.city_tasks + excluded.city_tasks,
        city_closed     = s.city_closed + excluded.city_closed,
        city_progress   = s.city_progress + excluded.city_progress,
        county_tasks    = s.county_tasks + excluded.county_tasks,
        county_closed   = s.county_closed + excluded.county_closed,
        county_progress = s.county_progress + excluded.county_progress,
        owed            = s.owed + excluded.owed,
        submitted       = s.submitted + excluded.submitted,
        accepted        = s.accepted + excluded.accepted,
        on_time         = s.on_time + excluded.on_time;
    return null;
end
$$;
create trigger results_added after insert on round_result
    referencing new table as added for each statement execute function sum_round_results();

insert into round_result_sum
select month, cadence, period, unit_id, county_id, sum(tasks), sum(closed), sum(own_progress), sum(progress),
       sum(city_tasks), sum(city_closed), sum(city_progress), sum(county_tasks), sum(county_closed), sum(county_progress),
       sum(owed), sum(submitted), sum(accepted), sum(on_time)
from round_result
group by month, cadence, period, unit_id, county_id;

create or replace view report_counted as
select c.*
from report_count c
where not exists (select from report_count_stale s where s.period = c.period and s.unit_id = c.unit_id)
union all
select s.period, s.unit_id, c.county_id, c.plan_id, c.due_on, c.owed, c.submitted, c.accepted, c.on_time, c.lapsed, c.returned,
       c.cadence, c.month
from (select distinct period, unit_id from report_count_stale) s
cross join lateral count_reports(s.period, s.unit_id) c
union all
select k.period, k.unit_id, k.county_id, k.plan_id, null, k.owed, k.submitted, k.accepted, k.on_time, k.owed - k.submitted, 0,
       k.cadence, k.month
from round_result k
where k.owed > 0
union all
select k.period, k.unit_id, k.county_id, null, null, k.owed, k.submitted, k.accepted, k.on_time, k.owed - k.submitted, 0,
       k.cadence, k.month
from round_result_sum k
where k.owed > 0;

create or replace function forget_reports() returns trigger
    language plpgsql as
$$
begin
    truncate report_count, report_count_stale, report_unread, report_words;
    -- these may be emptied by the same statement
    delete from round_result;
    delete from round_result_sum;
    delete from round_fact;
    return null;
end
$$;
