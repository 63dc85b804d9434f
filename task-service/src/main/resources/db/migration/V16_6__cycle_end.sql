-- A task whose rhythm changes within a cycle settles another that begins on the same day.
alter table task_cycle drop constraint task_cycle_pkey, add primary key (task_id, cycle_from, cycle_to);
