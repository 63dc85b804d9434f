-- The full life of a task (behaviours.md P5): drafts, suspension, and each unit's part with a state of its own.
alter table task drop constraint task_state_check;
alter table task
    add constraint task_state_check check (state in ('DRAFTED', 'ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS',
                                                     'COMPLETION_SUBMITTED', 'SUSPENDED', 'CLOSED')),
    add column suspended_on      date,
    add column resumes_on        date,
    add column suspension_reason text,
    -- Set where it began, or began again, to owe reports after its plan did: no round that was due before asks for it.
    add column owes_from         date,
    -- Somebody owes something on it: it is given to units, not suspended, not closed.
    add column running boolean not null generated always as
        (state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPLETION_SUBMITTED')) stored;
drop index task_due;
create index task_due on task (due_on) where running;
create index task_resumes on task (resumes_on) where state = 'SUSPENDED';

alter table task_unit
    add column state text not null default 'ASSIGNED'
        check (state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPLETED')),
    add column completed_on date,
    add column returned_on  date;
update task_unit u
set state        = case
                       when t.state in ('COMPLETION_SUBMITTED', 'CLOSED') and u.part = 'LEAD' then 'COMPLETED'
                       when exists (select from report r
                                    where r.task_id = u.task_id and r.unit_id = u.unit_id and r.submitted_at is not null)
                           or t.state = 'IN_PROGRESS' and u.part = 'LEAD' and t.returned_on is not null
                           then 'IN_PROGRESS'
                       when u.acknowledged_at is not null then 'ACKNOWLEDGED'
                       else 'ASSIGNED' end,
    completed_on = case when u.part = 'LEAD' then t.closed_on end,
    returned_on  = case when u.part = 'LEAD' then t.returned_on end
from task t
where t.id = u.task_id;
-- Work that was begun by a unit which has left since is its lead units' to go on with.
update task_unit u
set state = 'IN_PROGRESS'
from task t
where t.id = u.task_id and t.state = 'IN_PROGRESS' and u.part = 'LEAD'
  and not exists (select from task_unit b where b.task_id = t.id and b.state in ('IN_PROGRESS', 'COMPLETED'));

-- Units that were relieved of their part, with what they had done until then.
create table task_unit_released (
    task_id     uuid not null,
    unit_id     uuid not null,
    part        text not null check (part in ('LEAD', 'COOPERATING')),
    county_id   uuid,
    released_on date not null,
    progress    int  not null,
    primary key (task_id, unit_id, released_on)
);

-- Every step of a task counts one version; lines from before know neither it nor where the task stood after them.
alter table task_history
    add column version bigint,
    add column state   text;

-- A lead unit asks for a later day (behaviours.md P7).
create table task_extension (
    id           uuid primary key,
    task_id      uuid        not null,
    unit_id      uuid        not null,
    county_id    uuid,
    due_on       date        not null,
    wanted_on    date        not null,
    reason       text        not null,
    state        text        not null check (state in ('OPEN', 'GRANTED', 'REFUSED', 'WITHDRAWN', 'LAPSED')),
    granted_on   date,
    opinion      text,
    requested_at timestamptz not null,
    requested_by text        not null,
    decided_at   timestamptz,
    decided_by   text
);
create index task_extension_of_task on task_extension (task_id, id desc);
create unique index task_extension_open on task_extension (task_id) where state = 'OPEN';

-- Work given by hand has no document; each county, and the city, keeps one plan for it a year.
alter table plan drop constraint plan_source_check;
alter table plan add constraint plan_source_check check (source in ('DOCUMENT', 'MINUTES', 'LEDGER', 'AD_HOC'));
create index plan_ad_hoc on plan (county_id, adopted_on) where source = 'AD_HOC';

-- What should be reached by when (P6): set by the supervisor, or proposed by a lead unit and not binding yet.
create table task_milestone (
    task_id    uuid    not null,
    proposed   boolean not null,
    ordinal    int     not null,
    name       text    not null,
    due_on     date    not null,
    percent    int     not null check (percent between 1 and 100),
    reached_on date,
    primary key (task_id, proposed, ordinal)
);
-- From this day on progress is expected.
alter table task add column assigned_on date;
update task set assigned_on = (created_at at time zone 'Asia/Shanghai')::date;
