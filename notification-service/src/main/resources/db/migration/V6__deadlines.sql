-- A day that somebody waits for besides the reports of rounds: of a rectification or a complaint. The newest version stays.
create table deadline (
    subject_id uuid   primary key,
    version    bigint not null,
    kind       text   not null check (kind in ('RECTIFICATION_PLAN', 'RECTIFICATION', 'FOLLOW_UP', 'COMPLAINT')),
    unit_id    uuid   not null,
    -- whose supervisors are told of a follow-up; null: the city's
    county_id  uuid,
    title      text   not null,
    -- null: nothing is waited for any more
    due_on     date
);
create index deadline_waited_for on deadline (due_on) where due_on is not null;

-- A complaint that has just come in is about no unit yet.
alter table alert alter column unit_id drop not null;
alter table alert drop constraint alert_audience_unit_id_kind_subject_id_occasion_key;
alter table alert add constraint alert_said_once
    unique nulls not distinct (audience, unit_id, kind, subject_id, occasion);
