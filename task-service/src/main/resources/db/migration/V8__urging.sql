-- How often a unit may be urged about one task within seven days (behaviours.md P9).
alter table plan add column urgings_a_week int not null default 3 check (urgings_a_week between 1 and 7);

-- How a plan presses units that owe something, step by step; a plan without rules presses nobody by itself.
create table escalation_rule (
    plan_id             uuid not null,
    step                text not null
        check (step in ('REMINDER', 'NOTICE_BLUE', 'NOTICE_YELLOW', 'NOTICE_RED', 'BULLETIN', 'TALK')),
    after_working_days  int  not null check (after_working_days between 1 and 250),
    grace_working_days  int  not null check (grace_working_days between 0 and 60),
    primary key (plan_id, step)
);
-- When the rules of a plan were last changed.
create table escalation_version (
    plan_id uuid primary key,
    version bigint not null
);

-- Numbers of official documents: a series of the city (county null) or of a county begins anew each year.
create table issued_number (
    county_id uuid,
    series    text not null,
    year      int  not null,
    last      int  not null,
    unique nulls not distinct (county_id, series, year)
);

-- One step against one unit in one case. A case is what the unit owes: a report, or its task by the task's own day.
create table notice (
    id               uuid primary key,
    plan_id          uuid        not null,
    plan_title       text        not null,
    task_id          uuid        not null,
    task_title       text        not null,
    unit_id          uuid        not null,
    unit_name        text        not null,
    county_id        uuid,
    issuer_county_id uuid,
    step             text        not null
        check (step in ('REMINDER', 'NOTICE_BLUE', 'NOTICE_YELLOW', 'NOTICE_RED', 'BULLETIN', 'TALK')),
    cause            text        not null check (cause in ('REPORT', 'TASK', 'MANUAL')),
    subject          uuid        not null,
    owed_on          date        not null,
    state            text        not null
        check (state in ('REMINDED', 'PROPOSED', 'DISMISSED', 'LAPSED', 'ISSUED', 'RECEIVED', 'REPLIED', 'APPEALED',
                         'WITHDRAWN', 'SETTLED')),
    taken_on         date        not null,
    proposed_by      text        not null,
    reason           text        not null,
    demand           text        not null,
    reply_by         date        not null,
    number           text,
    issued_on        date,
    issued_by        text,
    dismissal        text,
    received_at      timestamptz,
    received_by      text,
    replied_at       timestamptz,
    replied_by       text,
    reply            text,
    appealed_at      timestamptz,
    appealed_by      text,
    appeal           text,
    decided_at       timestamptz,
    decided_by       text,
    decision         text,
    ended_on         date,
    version          bigint      not null,
    unique (unit_id, subject, owed_on, step)
);
create index notice_of_unit on notice (unit_id, id);
create index notice_of_county on notice (county_id, id);
create index notice_of_task on notice (task_id, id);
create index notice_by_state on notice (state, id);
create unique index notice_number on notice (issuer_county_id, number) nulls not distinct where number is not null;
