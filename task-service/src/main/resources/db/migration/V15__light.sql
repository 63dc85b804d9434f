-- Rules of lights as data (behaviours.md P8): a plan's own, or the city's default where plan_id is null. Rows are only added, so
-- that it can be said which rules were in force on any day.
create table light_rule_set (
    id         uuid primary key,
    plan_id    uuid,
    county_id  uuid,
    from_day   date        not null,
    -- null: from that day on the plan follows the city's default
    rules      jsonb,
    still_days int check (still_days between 1 and 365),
    reason     text        not null,
    adopted_at timestamptz not null,
    adopted_by text        not null,
    superseded boolean     not null default false
);
create index light_rule_set_of_plan on light_rule_set (plan_id, from_day desc, id desc);

-- Each task's light as it was last judged, so that lists and counts read it instead of judging.
alter table task
    add column light        text not null default 'GREEN'
        check (light in ('GREEN', 'DONE_LATE', 'BLUE', 'YELLOW', 'RED')),
    add column light_reason text not null default '',
    -- null: never judged yet
    add column light_since  date,
    add column lit_on       date,
    -- The day on which its progress last moved, and the one from which it is named for standing still (X5).
    add column moved_on     date,
    add column still_from   date;
update task
set moved_on = coalesce((select max((r.submitted_at at time zone 'Asia/Shanghai')::date) from report r
                         where r.task_id = task.id and r.progress > 0), assigned_on);
create index task_light on task (light, plan_id desc, ordinal);
create index task_still on task (still_from) where still_from is not null;

-- How a task stood after each step, so that rules can be tried on days gone by (X6). Lines from before know it only where they are
-- the last.
alter table task_history
    add column progress int,
    add column due_on   date,
    add column returned boolean;
update task_history h
set progress = t.progress,
    due_on   = t.due_on,
    returned = t.returned_on is not null,
    state    = t.state
from task t
where t.id = h.task_id
  and h.id = (select last.id from task_history last where last.task_id = t.id
              order by last.at desc, last.version desc nulls last, last.id desc limit 1);

-- On which days a report was owed: when it was handed in, each time by which day, when it was returned, and since when nobody
-- asks for it any more.
alter table report
    add column handed_in     timestamptz[],
    add column handed_in_due date[],
    add column returned      timestamptz[],
    add column ended_on      date;
update report set handed_in = array [submitted_at], handed_in_due = array [due_on] where submitted_at is not null;
update report set returned = array [decided_at] where state = 'RETURNED';
update report r
set ended_on = (o.closed_at at time zone 'Asia/Shanghai')::date
from round o
where o.id = r.round_id and r.state = 'LAPSED' and o.closed_at is not null;
