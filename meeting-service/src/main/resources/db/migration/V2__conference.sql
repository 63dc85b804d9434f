-- The city's arrangement of one year, learned from the topic duban.calendar.
create table working_year (
    year int primary key,
    provisional boolean not null,
    holidays date[] not null,
    make_up_days date[] not null
);

create table meeting (
    id uuid primary key,
    mechanism_id uuid not null references mechanism (id),
    county_id uuid references county (id),
    title text not null,
    kind text not null,
    cause text,
    starts_at timestamptz not null,
    place text not null,
    guests text[] not null default '{}',
    state text not null,
    created_at timestamptz not null,
    requested_by uuid references unit (id),
    short_notice boolean not null,
    cancel_reason text,
    consent_post_id uuid,
    consent_title text,
    consent_name text,
    consent_at timestamptz,
    version bigint not null
);
create index meeting_recent on meeting (starts_at desc, id desc);
create index meeting_of_mechanism on meeting (mechanism_id, starts_at desc, id desc);

create table meeting_agenda_item (
    meeting_id uuid not null references meeting (id),
    ordinal int not null,
    id uuid not null unique,
    topic text not null,
    proposed_by uuid not null references unit (id),
    proposed_at timestamptz not null,
    consent_post_id uuid,
    consent_title text,
    consent_name text,
    consent_at timestamptz,
    primary key (meeting_id, ordinal)
);

create table meeting_attendance (
    meeting_id uuid not null references meeting (id),
    ordinal int not null,
    unit_id uuid not null references unit (id),
    reply text,
    deputy_name text,
    reason text,
    replied_at timestamptz,
    attended boolean,
    primary key (meeting_id, ordinal),
    unique (meeting_id, unit_id)
);
create index meeting_attendance_unit on meeting_attendance (unit_id);
