-- Since when a unit leads a task, where that is later than the task was assigned: what was due before is not held against it. Null: as
-- long as the task has been assigned, also for parts that were given before this was kept.
alter table task_unit
    add column leads_since date,
    -- of one that led it and cooperates now
    add column led_until   date;
alter table task_unit_released add column leads_since date;
