-- City tasks reach every county (behaviours.md D3), and each county names reform items of its own (D6).
alter table task
    -- Whose share of the parent, or whose own reform item, it is.
    add column for_county uuid,
    add column feature    boolean not null default false,
    add constraint task_feature_check check (not feature or for_county is not null and parent_id is null);
create index task_of_county on task (plan_id, for_county) where for_county is not null;

-- Which unit answers for a county: learned from the posts of its office.
create table directory_county_office (
    post_id uuid primary key,
    unit_id uuid    not null,
    office  boolean not null,
    version bigint  not null
);

-- A plan that asks each county for reform items of its own.
create table feature_call (
    plan_id   uuid primary key,
    due_on    date        not null,
    least     int         not null check (least between 1 and 20),
    called_at timestamptz not null,
    called_by text        not null,
    version   bigint      not null
);

-- What a unit wants to reach in a year (D5), and what became of it.
create table yearly_goal (
    id            uuid primary key,
    year          int         not null check (year between 2000 and 2999),
    unit_id       uuid        not null,
    county_id     uuid,
    plan_id       uuid,
    text          text        not null,
    measure       text,
    state         text        not null check (state in ('SET', 'ASSESSED', 'REVIEWED')),
    done          int check (done between 0 and 100),
    statement     text,
    assessed_on   date,
    assessed_by   text,
    return_reason text,
    verdict       text check (verdict in ('MET', 'PARTLY_MET', 'NOT_MET')),
    opinion       text,
    reviewed_on   date,
    reviewed_by   text,
    created_at    timestamptz not null,
    created_by    text        not null,
    updated_at    timestamptz not null,
    version       bigint      not null
);
create index yearly_goal_list on yearly_goal (year desc, id desc);
create index yearly_goal_of_unit on yearly_goal (unit_id, year desc);
create index yearly_goal_of_county on yearly_goal (county_id, year desc);

-- A county's share of a city's task counts among the county's tasks; the city counts the task itself.
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
                 (t.parent_id is null or t.for_county is not null)
                     and not exists (select from task_unit o
                             where o.task_id = u.task_id and o.part = 'LEAD' and o.county_id is not distinct from u.county_id
                               and (o.place, o.unit_id) < (u.place, u.unit_id)) as first_of_county
          from task_unit u
          join task t on t.id = u.task_id and t.state <> 'DRAFTED'
          where u.unit_id = of_unit and u.part = 'LEAD') l
    group by grouping sets ((l.unit_id, l.county_id, l.plan_id), (l.unit_id, l.county_id))
$$;
