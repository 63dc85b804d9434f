-- A task's row is written at every report and judged every day. Where no indexed value changes and the page has room, PostgreSQL
-- leaves all indexes as they are, that of the pairs of characters before all; otherwise each write costs twenty times as much.
alter table task set (fillfactor = 75);
alter table task_unit set (fillfactor = 85);

drop index task_still;
-- as of the day on which the task was last judged
alter table task
    add column still boolean not null generated always as (coalesce(still_from <= lit_on, false)) stored;
create index task_still on task (plan_id desc, ordinal) where still;
