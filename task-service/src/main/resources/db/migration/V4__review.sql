-- Drafts of before: each task learns where it was read.
update plan_reading p
set draft = jsonb_set(p.draft, '{tasks}', (
        select coalesce(jsonb_agg(
                   jsonb_build_object(
                       'readAs', jsonb_build_array(t.task -> 'ordinal'),
                       'source', p.reading -> 'tasks' -> ((t.task ->> 'ordinal')::int - 1) -> 'source',
                       'spans', coalesce(p.reading -> 'tasks' -> ((t.task ->> 'ordinal')::int - 1) -> 'spans', '{}'),
                       'confidence',
                       coalesce(p.reading -> 'tasks' -> ((t.task ->> 'ordinal')::int - 1) -> 'confidence', '1'),
                       'resolved', '[]'::jsonb,
                       'carried', '[]'::jsonb,
                       'taskId', (select l.id from task l
                                  where l.plan_id = p.plan_id and l.ordinal = (t.task ->> 'ordinal')::int))
                   || t.task order by t.place), '[]')
        from jsonb_array_elements(p.draft -> 'tasks') with ordinality as t (task, place)));

-- Of which plan it is a newer version: as a person decided, perhaps that it is of none.
alter table plan_reading
    add previous_decided boolean not null default false,
    add previous_plan_id uuid;
create index plan_reading_of_plan on plan_reading (plan_id, id desc) where plan_id is not null;

-- How a draft stood before each step of its review, so that the step can be taken back. Adoption forgets them.
create table plan_reading_step (
    reading_id       uuid    not null,
    version          bigint  not null,
    words            text    not null,
    draft            jsonb   not null,
    county_id        uuid,
    previous_decided boolean not null,
    previous_plan_id uuid,
    primary key (reading_id, version)
);

-- Which units a person put in the place of a phrase that stands for many, remembered for the county.
create table wildcard_resolution (
    county_id   uuid,
    phrase      text        not null,
    leads       uuid[]      not null,
    cooperators uuid[]      not null,
    document    text        not null,
    learned_at  timestamptz not null,
    learned_by  text        not null,
    unique nulls not distinct (county_id, phrase)
);

-- What units are there for, in the words of adopted documents.
create table unit_duty (
    reading_id uuid not null,
    place      int  not null,
    county_id  uuid,
    unit_name  text not null,
    text       text not null,
    document   text not null,
    learned_on date not null,
    primary key (reading_id, place)
);
create index unit_duty_county on unit_duty (county_id, learned_on desc);
