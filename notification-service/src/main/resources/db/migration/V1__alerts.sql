-- Copies, from duban.directory and duban.calendar
create table unit (
    id          uuid    primary key,
    name        text    not null,
    short_name  text    not null,
    county_id   uuid,
    county_name text,
    retired     boolean not null,
    version     bigint  not null
);

create table post (
    id      uuid   primary key,
    unit_id uuid   not null,
    title   text   not null,
    role    text   not null,
    holder  text,
    email   text,
    version bigint not null
);
create index post_by_unit on post (unit_id);

create table working_year (
    year         int     primary key,
    provisional  boolean not null,
    holidays     date[]  not null,
    make_up_days date[]  not null
);

-- A report that is owed. Each event brings a part of it; the newest version of each part stays, so that any order of delivery
-- ends alike.
create table obligation (
    report_id    uuid   primary key,
    version      bigint not null,
    state        text   not null check (state in ('OWED', 'SUBMITTED', 'ACCEPTED', 'WAIVED')),
    round_id     uuid   not null,
    task_id      uuid   not null,
    unit_id      uuid   not null,
    county_id    uuid,
    period       text   not null,
    task_title   text,
    plan_title   text,
    -- as it was first asked for; a return moves due_on
    asked_due_on date,
    due_on       date,
    due_version  bigint not null default -1,
    submitted_on date,
    submit_version bigint not null default -1
);
create index obligation_owed on obligation (due_on) where state = 'OWED';
create index obligation_by_round on obligation (round_id, unit_id);

create table closed_round (
    round_id uuid primary key
);

-- Who has a part in a task
create table assignment (
    task_id    uuid not null,
    unit_id    uuid not null,
    part       text not null,
    county_id  uuid,
    task_title text not null,
    plan_title text not null,
    primary key (task_id, unit_id)
);

create table alert (
    id           uuid        primary key,
    audience     text        not null check (audience in ('UNIT', 'STAFF')),
    -- the unit told; for staff, the unit it is about
    unit_id      uuid        not null,
    county_id    uuid,
    kind         text        not null,
    subject_id   uuid        not null,
    -- tells occasions of one kind and subject apart: the day of a reminder, the version of a return
    occasion     text        not null,
    day          date        not null,
    title        text        not null,
    body         text        not null,
    link_kind    text        not null,
    link_id      uuid        not null,
    created_at   timestamptz not null,
    written_at   timestamptz not null default clock_timestamp(),
    withdrawn_at timestamptz,
    mailed_on    date,
    -- nothing is said twice
    unique (audience, unit_id, kind, subject_id, occasion)
);
create index alert_of_unit on alert (unit_id, created_at desc, id desc) where audience = 'UNIT';
create index alert_of_staff on alert (created_at desc, id desc) where audience = 'STAFF';
create index alert_by_link on alert (link_id) where withdrawn_at is null;
create index alert_unmailed on alert (unit_id, written_at) where audience = 'UNIT' and mailed_on is null and withdrawn_at is null;

create table alert_read (
    alert_id uuid        not null references alert,
    reader   text        not null,
    read_at  timestamptz not null,
    primary key (alert_id, reader)
);

create table digest (
    unit_id  uuid        not null,
    day      date        not null,
    state    text        not null check (state in ('SENDING', 'SENT', 'EMPTY')),
    attempts int         not null default 0,
    -- until then one instance has it; after that it is taken again
    leased_until timestamptz not null,
    sent_at  timestamptz,
    last_error text,
    primary key (unit_id, day)
);
create index digest_open on digest (leased_until) where state = 'SENDING';
