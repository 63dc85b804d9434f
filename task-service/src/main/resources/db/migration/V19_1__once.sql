-- Tasks of two plans that a person found to be one obligation, or told apart (behaviours.md X8).
create table task_same (
    one     uuid        not null,
    other   uuid        not null,
    same    boolean     not null,
    at      timestamptz not null,
    by_name text        not null,
    primary key (one, other),
    check (one < other)
);
create index task_same_of_other on task_same (other);

-- Reports that were handed in by another one, on a task that is the same.
create table report_once (
    report_id   uuid primary key,
    period      date        not null,
    unit_id     uuid        not null,
    county_id   uuid,
    answered_by uuid        not null,
    at          timestamptz not null
);
create index report_once_answered_by on report_once (answered_by);

create index indicator_value_of_report on indicator_value (report_id) where report_id is not null;
