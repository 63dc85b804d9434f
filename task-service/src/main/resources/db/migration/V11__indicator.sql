-- What plans want to reach, measured by period and unit (behaviours.md B5, D7, X5, X8).
create table indicator (
    id         uuid primary key,
    version    bigint  not null,
    name       text    not null,
    measure    text    not null,
    operator   text    not null check (operator in ('>=', '<=', '=', 'between')),
    value      numeric not null,
    upper      numeric,
    soft       boolean not null,
    due_on     date,
    cycle      text    not null check (cycle in ('MONTH', 'QUARTER', 'YEAR')),
    roll_up    text    not null check (roll_up in ('SUM', 'WEIGHTED_MEAN', 'LATEST')),
    origin     text    not null check (origin in ('REPORTED', 'SATISFACTION')),
    -- whose indicator it is; null: the city's
    county_id  uuid,
    -- the one it was found to be the same as
    joined_to  uuid,
    created_at timestamptz not null,
    updated_at timestamptz not null,
    search     text    not null generated always as (search_form(name)) stored,
    check ((operator = 'between') = (upper is not null))
);
create index indicator_of_county on indicator (county_id, id desc) where joined_to is null;
create index indicator_words on indicator using gin (bigrams(search));

-- What is to be reached by the end of a year on the way.
create table indicator_target (
    indicator_id uuid    not null,
    year         int     not null check (year between 2000 and 2100),
    value        numeric not null,
    upper        numeric,
    primary key (indicator_id, year)
);

-- Where it is stated: a task's words, or a plan's goals where there is no task.
create table indicator_source (
    id           uuid primary key,
    indicator_id uuid not null,
    plan_id      uuid not null,
    task_id      uuid,
    text         text not null,
    unique nulls not distinct (plan_id, task_id, text)
);
create index indicator_source_of_indicator on indicator_source (indicator_id);
create index indicator_source_of_task on indicator_source (task_id);

-- Who measures it.
create table indicator_unit (
    indicator_id uuid    not null,
    unit_id      uuid    not null,
    county_id    uuid,
    by_hand      boolean not null,
    primary key (indicator_id, unit_id)
);
create index indicator_unit_of_unit on indicator_unit (unit_id, indicator_id);
create index indicator_unit_of_county on indicator_unit (county_id, indicator_id);

-- Two that look the same and are not.
create table indicator_apart (
    one   uuid        not null,
    other uuid        not null,
    at    timestamptz not null,
    by_name text      not null,
    primary key (one, other)
);

-- Kept by indicator and not by month: it is always read whole, for its trend.
create table indicator_value (
    indicator_id uuid    not null,
    unit_id      uuid    not null,
    county_id    uuid,
    -- first day
    period       date    not null,
    value        numeric not null,
    -- what a mean is weighted with, as the number of those asked
    weight       numeric check (weight > 0),
    entered_by   text    not null check (entered_by in ('ENTRY', 'REPORT')),
    report_id    uuid,
    note         text,
    at           timestamptz not null,
    by_name      text    not null,
    by_unit      text,
    version      bigint  not null,
    primary key (indicator_id, unit_id, period)
);

-- Each value there ever was.
create table indicator_value_history (
    id           uuid primary key,
    indicator_id uuid    not null,
    unit_id      uuid    not null,
    county_id    uuid,
    period       date    not null,
    before       numeric,
    after        numeric not null,
    entered_by   text    not null,
    note         text,
    at           timestamptz not null,
    by_name      text    not null,
    by_unit      text
);
create index indicator_value_history_of on indicator_value_history (indicator_id, id desc);

-- The one that nobody has to report: how content those are who rated the answer to a complaint (behaviours.md B7).
insert into indicator (id, version, name, measure, operator, value, upper, soft, due_on, cycle, roll_up, origin,
                       county_id, created_at, updated_at)
values ('01900000-0000-7000-8000-0000000000b7', 1, '投诉建议办理满意率', '%', '>=', 90, null, false, null, 'MONTH',
        'WEIGHTED_MEAN', 'SATISFACTION', null, now(), now());
