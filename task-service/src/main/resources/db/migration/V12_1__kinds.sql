-- What kind of work a task is: done once, going on for ever (behaviours.md B11), coming again each cycle, or done with its targets.
alter table task
    add column kind text not null default 'ONE_OFF' check (kind in ('ONE_OFF', 'STANDING', 'PERIODIC', 'INDICATOR'));
update task set kind = 'STANDING' where standing;
alter table task drop column standing;
alter table task
    add column standing   boolean not null generated always as (kind = 'STANDING') stored,
    -- The cycle that runs; all three for a periodic task only.
    add column repeats    text check (repeats in ('QUARTER', 'HALF_YEAR', 'YEAR')),
    add column cycle_from date,
    add column cycle_to   date,
    add constraint task_cycle_check check (num_nonnulls(repeats, cycle_from, cycle_to)
                                           = case when kind = 'PERIODIC' then 3 else 0 end);
create index task_cycle_ends on task (cycle_to) where kind = 'PERIODIC';

-- How each cycle ended.
create table task_cycle (
    task_id    uuid not null,
    cycle_from date not null,
    cycle_to   date not null,
    due_on     date,
    closed_on  date,
    progress   int  not null check (progress between 0 and 100),
    county_id  uuid,
    primary key (task_id, cycle_from)
);
