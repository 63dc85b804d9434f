-- What was last told of each year's working days, so that a restart tells nothing twice.
create table calendar_published (
    year         int primary key,
    fingerprint  text not null,
    published_at timestamptz not null
);

create table round (
    id         uuid primary key,
    plan_id    uuid not null,
    county_id  uuid,
    period     date not null check (extract(day from period) = 1),
    opens_on   date not null,
    due_on     date not null,
    closes_on  date not null,
    state      text not null check (state in ('OPEN', 'CLOSED')),
    opened_at  timestamptz not null,
    closed_at  timestamptz,
    reports    int not null,
    version    bigint not null,
    unique (plan_id, period)
);
create index round_by_period on round (period, id);
create index round_open on round (closes_on) where state = 'OPEN';

-- One row is one obligation of one unit on one task in one round. It grows by the month, so it has a partition per month,
-- a natural key and no foreign keys. The time in the id is its period's first moment: the id alone finds the partition.
create table report (
    id            uuid not null,
    period        date not null,
    round_id      uuid not null,
    plan_id       uuid not null,
    task_id       uuid not null,
    unit_id       uuid not null,
    county_id     uuid,
    due_on        date not null,
    state         text not null check (state in ('DUE', 'SUBMITTED', 'RETURNED', 'ACCEPTED', 'WAIVED', 'LAPSED')),
    progress      int check (progress between 0 and 100),
    done          text,
    problems      text,
    next          text,
    indicators    jsonb,
    submitted_at  timestamptz,
    submitted_by  text,
    on_time       boolean,
    return_reason text,
    decided_at    timestamptz,
    decided_by    text,
    version       bigint not null,
    primary key (period, round_id, task_id, unit_id),
    unique (period, id)
) partition by range (period);
create index report_by_unit on report (unit_id, period, id);
create index report_by_county on report (county_id, period, id);
create index report_by_task on report (task_id, unit_id, period);
create index report_owed on report (task_id) where state in ('DUE', 'RETURNED');

-- Attaching takes a lock that neither readers nor writers wait for; "create table … partition of" would stop them all.
create function ensure_report_month(month date) returns void
    language plpgsql as
$$
declare
    first date := date_trunc('month', month)::date;
    name  text := 'report_' || to_char(first, 'YYYY_MM');
begin
    if to_regclass(name) is not null then
        return;
    end if;
    perform pg_advisory_xact_lock(hashtext('report months'));
    if to_regclass(name) is not null then
        return;
    end if;
    execute format('create table %I (like report including all)', name);
    execute format('alter table report attach partition %I for values from (%L) to (%L)',
                   name, first, (first + interval '1 month')::date);
end
$$;

-- What is still owed on a task, for its light.
create view task_owed as
select task_id, min(due_on) as report_due_on, bool_or(state = 'RETURNED') as report_returned
from report
where state in ('DUE', 'RETURNED')
group by task_id;
