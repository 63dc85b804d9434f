-- What every unit has to hand in by a day (behaviours.md B9), and what a task owes every year (B6).
create table hand_in (
    id           uuid primary key,
    plan_id      uuid        not null,
    -- the county whose plan it is; null: the city's
    county_id    uuid,
    title        text        not null,
    words        text,
    due_on       date        not null,
    asked_at     timestamptz not null,
    asked_by     text        not null,
    withdrawn_on date,
    -- of a yearly artefact (with artefact and year), or of what the lead unit of a task is told in a round
    task_id      uuid,
    artefact     text check (artefact in ('PLAN', 'DEPLOYMENT', 'INSPECTION', 'ASSESSMENT', 'SUMMARY')),
    year         int,
    round_id     uuid,
    check ((artefact is null) = (year is null)
        and num_nonnulls(artefact, round_id) = case when task_id is null then 0 else 1 end),
    unique (task_id, artefact, year),
    unique (round_id, task_id)
);
create index hand_in_of_plan on hand_in (plan_id, id desc);

create table hand_in_owed (
    id            uuid primary key,
    hand_in_id    uuid   not null,
    plan_id       uuid   not null,
    unit_id       uuid   not null,
    county_id     uuid,
    due_on        date   not null,
    state         text   not null check (state in ('OWED', 'HANDED_IN', 'RETURNED', 'WITHDRAWN')),
    answer        text,
    answered_at   timestamptz,
    answered_by   text,
    on_time       boolean,
    return_reason text,
    version       bigint not null,
    unique (hand_in_id, unit_id)
);
create index hand_in_owed_by_unit on hand_in_owed (unit_id, due_on desc, id desc);
create index hand_in_owed_by_county on hand_in_owed (county_id, due_on desc, id desc);
create index hand_in_owed_by_day on hand_in_owed (due_on desc, id desc);

-- Tasks that owe the yearly artefacts, and since when; the plan's days where they are not the usual ones.
alter table task add column artefacts_since date;
create index task_artefacts on task (plan_id) where artefacts_since is not null;
create table artefact_day (
    plan_id  uuid not null,
    artefact text not null check (artefact in ('PLAN', 'DEPLOYMENT', 'INSPECTION', 'ASSESSMENT', 'SUMMARY')),
    month    int  not null check (month between 1 and 12),
    day      int  not null check (day between 1 and 31),
    primary key (plan_id, artefact)
);
