-- A problem that was found, and what becomes of it (behaviours.md B10, E3, E4).
create table rectification (
    id               uuid primary key,
    version          bigint not null,
    source           text   not null check (source in ('INSPECTION', 'EXPERT', 'COMPLAINT', 'SELF_CHECK')),
    found_on         date   not null,
    place            text,
    problem          text   not null,
    plan_id          uuid,
    task_id          uuid,
    complaint_id     uuid,
    unit_id          uuid   not null,
    county_id        uuid,
    -- whose supervisors decide on it; null: the city's
    issuer_county_id uuid,
    state            text   not null check (state in
        ('OPEN', 'PLAN_SUBMITTED', 'PLANNED', 'RECTIFIED', 'CLOSED', 'HELD', 'RECURRED', 'WITHDRAWN')),
    plan_by          date   not null,
    cause            text,
    measure          text,
    proposed_on      date,
    due_on           date,
    evidence         text,
    rectified_on     date,
    closed_on        date,
    on_time          boolean,
    follow_up_months int    not null check (follow_up_months between 0 and 60),
    follow_up_on     date,
    followed_up_on   date,
    return_reason    text,
    recurred_from    uuid,
    recurred_as      uuid,
    opened_by        text   not null,
    created_at       timestamptz not null,
    updated_at       timestamptz not null,
    search           text   not null generated always as
        (search_form(problem || ' ' || coalesce(place, '') || ' ' || coalesce(measure, ''))) stored
);
create index rectification_of_unit on rectification (unit_id, id desc);
create index rectification_of_county on rectification (county_id, id desc);
create index rectification_owed on rectification (due_on) where state in ('OPEN', 'PLAN_SUBMITTED', 'PLANNED');
create index rectification_to_follow_up on rectification (follow_up_on) where state = 'CLOSED';
create index rectification_of_complaint on rectification (complaint_id) where complaint_id is not null;
create index rectification_words on rectification using gin (bigrams(search));

-- Units that help the responsible one.
create table rectification_unit (
    rectification_id uuid not null,
    unit_id          uuid not null,
    county_id        uuid,
    place            int  not null,
    primary key (rectification_id, unit_id)
);
create index rectification_unit_of_unit on rectification_unit (unit_id, rectification_id);
create index rectification_unit_of_county on rectification_unit (county_id, rectification_id);

create table rectification_history (
    id               uuid primary key,
    rectification_id uuid        not null,
    at               timestamptz not null,
    by_name          text        not null,
    by_unit          text,
    action           text        not null,
    words            text
);
create index rectification_history_of_item on rectification_history (rectification_id, at desc, id desc);
