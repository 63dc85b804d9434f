-- What is said about a task beside its reports, and who watches it (behaviours.md P12).
create table task_comment (
    id               uuid primary key,
    task_id          uuid        not null,
    -- the county whose plan the task is in; null: the city's
    county_id        uuid,
    -- the report it is about; all null where it is about the task
    report_id        uuid,
    report_unit_id   uuid,
    report_county_id uuid,
    report_period    text,
    author           text        not null,
    author_name      text        not null,
    author_unit_id   uuid,
    author_unit_name text,
    words            text        not null check (char_length(words) between 1 and 1000),
    -- mentioned
    units            uuid[]      not null,
    supervisors      boolean     not null,
    written_at       timestamptz not null,
    withdrawn_at     timestamptz,
    check ((report_id is null) = (report_unit_id is null) and (report_id is null) = (report_period is null))
);
create index task_comment_of_task on task_comment (task_id, written_at desc, id desc);

-- A person watches a task with the sight they had when they began: unit_id for a unit's own rows, county_id alone for a county's,
-- neither for the city's staff.
create table task_watch (
    person    text        not null,
    task_id   uuid        not null,
    sight     text        not null check (sight in ('EVERYTHING', 'COUNTY', 'UNIT')),
    unit_id   uuid,
    county_id uuid,
    since     timestamptz not null,
    primary key (person, task_id),
    check (sight = 'EVERYTHING' or sight = 'COUNTY' and county_id is not null or sight = 'UNIT' and unit_id is not null)
);
create index task_watch_of_task on task_watch (task_id);
