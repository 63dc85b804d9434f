-- The dashboard's numbers, counted per unit and month (behaviours.md P14). A change marks what it touched as stale in its own
-- transaction; the views count anew what is stale, so that at every moment the numbers are those of the rows.
create table report_count (
    period    date not null,
    unit_id   uuid not null,
    county_id uuid,
    plan_id   uuid, -- null: all plans together
    due_on    date, -- of what is still awaited; null: of what is handed in or has lapsed
    owed      int  not null,
    submitted int  not null,
    accepted  int  not null,
    on_time   int  not null,
    lapsed    int  not null,
    returned  int  not null
);
create index report_count_of_month on report_count (plan_id, period, unit_id);
create index report_count_of_unit on report_count (unit_id, period);

create table report_count_stale (
    period  date not null,
    unit_id uuid not null
);

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
           (count(*) filter (where r.state = 'RETURNED'))::int
    from (select period, unit_id, county_id, plan_id, state, on_time,
                 case when state not in ('SUBMITTED', 'ACCEPTED', 'LAPSED') then due_on end as awaited
          from report
          where period = of_period and unit_id = of_unit and state <> 'WAIVED') r
    group by grouping sets ((r.period, r.unit_id, r.county_id, r.awaited, r.plan_id),
                            (r.period, r.unit_id, r.county_id, r.awaited))
$$;

create view report_counted as
select c.*
from report_count c
where not exists (select from report_count_stale s where s.period = c.period and s.unit_id = c.unit_id)
union all
select s.period, s.unit_id, c.county_id, c.plan_id, c.due_on, c.owed, c.submitted, c.accepted, c.on_time, c.lapsed, c.returned
from (select distinct period, unit_id from report_count_stale) s
cross join lateral count_reports(s.period, s.unit_id) c;

create function mark_report_count() returns trigger
    language plpgsql as
$$
begin
    insert into report_count_stale (period, unit_id) select distinct period, unit_id from touched;
    return null;
end
$$;
create trigger report_added after insert on report
    referencing new table as touched for each statement execute function mark_report_count();
create trigger report_changed after update on report
    referencing new table as touched for each statement execute function mark_report_count();
create trigger report_removed after delete on report
    referencing old table as touched for each statement execute function mark_report_count();

-- Tasks that a unit leads. Where several units lead one, it counts as one for the city with the first of them, and for a county
-- with the first of that county, so that sums over units are numbers of tasks.
create table led_count (
    unit_id        uuid   not null,
    county_id      uuid,
    plan_id        uuid, -- null: all plans together
    tasks          int    not null,
    closed         int    not null,
    own_progress   bigint not null, -- of the unit's parts, closed tasks as 100
    progress       bigint not null, -- of the tasks
    city_tasks     int    not null,
    city_closed    int    not null,
    city_progress  bigint not null,
    county_tasks   int    not null,
    county_closed  int    not null,
    county_progress bigint not null
);
create index led_count_of_plan on led_count (plan_id, unit_id);
create index led_count_of_unit on led_count (unit_id);

create table led_count_stale (
    unit_id uuid not null
);

create function count_led(of_unit uuid) returns setof led_count
    stable rows 4
    language sql
as
$$
    select l.unit_id, l.county_id, l.plan_id, count(*)::int,
           (count(*) filter (where l.closed))::int,
           sum(case when l.closed then 100 else l.own_progress end),
           sum(l.progress),
           (count(*) filter (where l.first))::int,
           (count(*) filter (where l.first and l.closed))::int,
           coalesce(sum(l.progress) filter (where l.first), 0),
           (count(*) filter (where l.first_of_county))::int,
           (count(*) filter (where l.first_of_county and l.closed))::int,
           coalesce(sum(l.progress) filter (where l.first_of_county), 0)
    from (select u.unit_id, u.county_id, t.plan_id, t.state = 'CLOSED' as closed, u.progress as own_progress, t.progress,
                 not exists (select from task_unit o
                             where o.task_id = u.task_id and o.part = 'LEAD'
                               and (o.place, o.unit_id) < (u.place, u.unit_id)) as first,
                 not exists (select from task_unit o
                             where o.task_id = u.task_id and o.part = 'LEAD' and o.county_id is not distinct from u.county_id
                               and (o.place, o.unit_id) < (u.place, u.unit_id)) as first_of_county
          from task_unit u
          join task t on t.id = u.task_id and t.state <> 'DRAFTED'
          where u.unit_id = of_unit and u.part = 'LEAD') l
    group by grouping sets ((l.unit_id, l.county_id, l.plan_id), (l.unit_id, l.county_id))
$$;

create view led_counted as
select c.*
from led_count c
where not exists (select from led_count_stale s where s.unit_id = c.unit_id)
union all
select s.unit_id, c.county_id, c.plan_id, c.tasks, c.closed, c.own_progress, c.progress, c.city_tasks, c.city_closed,
       c.city_progress, c.county_tasks, c.county_closed, c.county_progress
from (select distinct unit_id from led_count_stale) s
cross join lateral count_led(s.unit_id) c;

create function mark_led_count() returns trigger
    language plpgsql as
$$
begin
    insert into led_count_stale (unit_id) select unit_id from task_unit where task_id = new.id and part = 'LEAD';
    return null;
end
$$;
create trigger task_moved after update of state, progress, plan_id on task
    for each row
    when (old.state <> new.state or old.progress <> new.progress or old.plan_id <> new.plan_id)
execute function mark_led_count();

-- Who is the first of several leads may change with each of them.
create function mark_led_counts() returns trigger
    language plpgsql as
$$
begin
    insert into led_count_stale (unit_id)
    select unit_id from task_unit where task_id = coalesce(new.task_id, old.task_id) and part = 'LEAD'
    union
    select old.unit_id where old.unit_id is not null;
    return null;
end
$$;
create trigger lead_added after insert on task_unit
    for each row when (new.part = 'LEAD') execute function mark_led_counts();
create trigger lead_removed after delete on task_unit
    for each row when (old.part = 'LEAD') execute function mark_led_counts();
create trigger lead_changed after update of part, place, county_id, progress on task_unit
    for each row
    when (old.part <> new.part or old.place <> new.place or old.progress <> new.progress
        or old.county_id is distinct from new.county_id)
execute function mark_led_counts();

insert into report_count_stale (period, unit_id) select distinct period, unit_id from report;
insert into led_count_stale (unit_id) select distinct unit_id from task_unit where part = 'LEAD';

-- The words of reports, for the search (P3). A report is not held up by the index: what was handed in waits here to be read.
create table report_unread (
    number    bigint primary key generated always as identity,
    period    date not null,
    report_id uuid not null
);
create function mark_report_unread() returns trigger
    language plpgsql as
$$
begin
    insert into report_unread (period, report_id) values (new.period, new.id);
    return null;
end
$$;
create trigger report_written after insert on report
    for each row when (new.done is not null) execute function mark_report_unread();
create trigger report_rewritten after update of done, problems, next on report
    for each row
    when (old.done is distinct from new.done or old.problems is distinct from new.problems or old.next is distinct from new.next)
execute function mark_report_unread();
insert into report_unread (period, report_id) select period, id from report where done is not null;

create table report_words (
    period    date not null,
    report_id uuid not null,
    unit_id   uuid not null,
    county_id uuid,
    words     text not null,
    primary key (period, report_id)
) partition by range (period);
create index report_words_of_unit on report_words (unit_id, period, report_id);
create index report_words_of_county on report_words (county_id, period, report_id);
create index report_words_pairs on report_words using gin (bigrams(words));

create function ensure_report_words_month(month date) returns void
    language plpgsql as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'report_words_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I (like report_words including all)', name);
    execute format('alter table report_words attach partition %I for values from (%L) to (%L)',
                   name, first, (first + interval '1 month')::date);
end
$$;

-- What is emptied is counted and found no more.
create function forget_reports() returns trigger
    language plpgsql as
$$
begin
    truncate report_count, report_count_stale, report_unread, report_words;
    return null;
end
$$;
create trigger reports_emptied after truncate on report for each statement execute function forget_reports();
create function forget_leads() returns trigger
    language plpgsql as
$$
begin
    truncate led_count, led_count_stale;
    return null;
end
$$;
create trigger leads_emptied after truncate on task_unit for each statement execute function forget_leads();

create index task_resolutions on task (plan_id desc, ordinal) where resolution_id is not null;

-- A filter of the ledger under a name, with its columns and grouping (P2).
create table saved_view (
    id         uuid primary key,
    owner      text        not null,
    owner_name text        not null,
    county_id  uuid,
    unit_id    uuid, -- null: of staff
    audience   text        not null check (audience in ('OWNER', 'COLLEAGUES', 'EVERYONE')),
    name       text        not null,
    filter     jsonb       not null,
    columns    text[]      not null,
    grouping   text,
    updated_at timestamptz not null,
    version    bigint      not null,
    unique (owner, name)
);
create index saved_view_shared on saved_view (county_id, unit_id) where audience <> 'OWNER';
