-- A lead unit gives pieces of its part to other units (behaviours.md P6). Pieces are tasks of the same plan.
alter table task
    add column parent_id uuid,
    -- The lead unit of the parent whose part it is a piece of; it decides on the piece.
    add column given_by  uuid,
    add column weight    int not null default 1 check (weight between 1 and 100),
    add column depth     int not null default 0 check (depth between 0 and 2),
    add constraint task_piece_check check ((parent_id is null) = (given_by is null) and (parent_id is null) = (depth = 0));
create index task_pieces on task (parent_id, given_by) where parent_id is not null;
create index task_given on task (given_by) where given_by is not null;

-- Each piece counts for the units that lead it; the city and the counties count the tasks that pieces are of.
create or replace function count_led(of_unit uuid) returns setof led_count
    stable rows 4
    language sql
as
$$
    select l.unit_id, l.county_id, l.plan_id, count(*)::int,
           (count(*) filter (where l.closed))::int,
           sum(case when l.closed then 100 else l.own_progress end),
           sum(l.progress),
           (count(*) filter (where l.first))::int,
           (count(*) filter (where l.first and l.closed))::int,
           coalesce(sum(l.progress) filter (where l.first), 0),
           (count(*) filter (where l.first_of_county))::int,
           (count(*) filter (where l.first_of_county and l.closed))::int,
           coalesce(sum(l.progress) filter (where l.first_of_county), 0)
    from (select u.unit_id, u.county_id, t.plan_id, t.state = 'CLOSED' as closed, u.progress as own_progress, t.progress,
                 t.parent_id is null
                     and not exists (select from task_unit o
                             where o.task_id = u.task_id and o.part = 'LEAD'
                               and (o.place, o.unit_id) < (u.place, u.unit_id)) as first,
                 t.parent_id is null
                     and not exists (select from task_unit o
                             where o.task_id = u.task_id and o.part = 'LEAD' and o.county_id is not distinct from u.county_id
                               and (o.place, o.unit_id) < (u.place, u.unit_id)) as first_of_county
          from task_unit u
          join task t on t.id = u.task_id and t.state <> 'DRAFTED'
          where u.unit_id = of_unit and u.part = 'LEAD') l
    group by grouping sets ((l.unit_id, l.county_id, l.plan_id), (l.unit_id, l.county_id))
$$;
