-- A copy of the units of duban.directory, newest state each.
create table directory_unit (
    id          uuid primary key,
    name        text    not null,
    short_name  text    not null,
    aliases     text[]  not null default '{}',
    level       text    not null,
    county_id   uuid,
    county_name text,
    retired     boolean not null default false,
    version     bigint  not null
);
create index directory_unit_county on directory_unit (county_id);

-- Names that a person has matched to a unit, remembered for the county (null: the city's own plans).
create table unit_alias (
    county_id  uuid,
    name       text        not null,
    unit_id    uuid        not null,
    learned_at timestamptz not null,
    learned_by text        not null,
    unique nulls not distinct (county_id, name)
);

-- A document as the machine read it, and the draft that people make of it.
create table plan_reading (
    id         uuid primary key,
    file_name  text        not null,
    state      text        not null check (state in ('OPEN', 'ADOPTED', 'DISCARDED')),
    county_id  uuid,
    text       text        not null,
    reading    jsonb       not null,
    draft      jsonb       not null,
    plan_id    uuid,
    created_at timestamptz not null,
    created_by text        not null,
    version    bigint      not null
);

create table plan (
    id                 uuid primary key,
    title              text        not null,
    document_number    text,
    issuer             text,
    issued_on          date,
    kind               text        not null,
    source             text        not null check (source in ('DOCUMENT', 'MINUTES')),
    meeting_id         uuid unique,
    county_id          uuid,
    report_day         int         not null check (report_day between 1 and 28),
    grace_working_days int         not null check (grace_working_days >= 0),
    adopted_at         timestamptz not null,
    adopted_on         date        not null,
    version            bigint      not null
);
create index plan_county on plan (county_id);

create table plan_phase (
    plan_id   uuid not null references plan,
    ordinal   int  not null,
    name      text not null,
    starts_on date not null,
    ends_on   date not null,
    primary key (plan_id, ordinal)
);

-- What a search compares: width, case and blanks make no difference.
create function search_form(words text) returns text
    immutable strict parallel safe
    language sql
    return regexp_replace(lower(normalize(words, nfkc)), '\s+', '', 'g');

-- Every two neighbouring characters: most Chinese words have two, and trigrams would miss them.
create function bigrams(words text) returns text[]
    immutable strict parallel safe
    language sql
    return array(
        select distinct pair.one || pair.two
        from (select c as one, lead(c) over (order by i) as two
              from unnest(string_to_array(words, null)) with ordinality as letters (c, i)) as pair
        where pair.two is not null);

create table task (
    id              uuid primary key,
    plan_id         uuid        not null,
    ordinal         int         not null,
    title           text        not null,
    body            text        not null,
    due_on          date,
    original_due_on date,
    standing        boolean     not null,
    state           text        not null
        check (state in ('ASSIGNED', 'ACKNOWLEDGED', 'IN_PROGRESS', 'COMPLETION_SUBMITTED', 'CLOSED')),
    returned_on     date,
    closed_on       date,
    progress        int         not null default 0 check (progress between 0 and 100),
    county_id       uuid,
    resolution_id   uuid,
    version         bigint      not null,
    created_at      timestamptz not null,
    updated_at      timestamptz not null,
    search          text        not null generated always as (search_form(title || ' ' || body)) stored,
    unique (plan_id, ordinal)
);
-- The ledger's order: newest plan first (plan ids grow with time), then the plan's own order.
create index task_ledger on task (plan_id desc, ordinal);
create index task_due on task (due_on) where state <> 'CLOSED';
create index task_county on task (county_id, plan_id desc, ordinal);
create index task_words on task using gin (bigrams(search));

create table task_unit (
    task_id         uuid not null,
    unit_id         uuid not null,
    part            text not null check (part in ('LEAD', 'COOPERATING')),
    place           int  not null default 0,
    county_id       uuid,
    acknowledge_by  date not null,
    acknowledged_at timestamptz,
    acknowledged_by text,
    progress        int  not null default 0 check (progress between 0 and 100),
    primary key (task_id, unit_id)
);
create index task_unit_of_unit on task_unit (unit_id, task_id);
create index task_unit_of_county on task_unit (county_id, task_id);

create table task_indicator (
    task_id  uuid    not null,
    ordinal  int     not null,
    text     text    not null,
    operator text    not null,
    value    numeric not null,
    upper    numeric,
    measure  text    not null,
    primary key (task_id, ordinal)
);

-- What happened to a task: who, when, in which words.
create table task_history (
    id      uuid primary key,
    task_id uuid        not null,
    at      timestamptz not null,
    by_name text        not null,
    by_unit text,
    action  text        not null,
    words   text,
    details jsonb       not null default '{}'
);
create index task_history_of_task on task_history (task_id, at desc, id desc);

create table urging (
    id       uuid primary key,
    task_id  uuid not null,
    unit_id  uuid not null,
    urged_on date not null,
    words    text not null,
    urged_by text not null,
    unique (task_id, unit_id, urged_on)
);
