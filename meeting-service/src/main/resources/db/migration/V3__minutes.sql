-- One per meeting; frozen once issued.
create table minutes (
    meeting_id uuid primary key references meeting (id),
    state text not null,
    text text not null,
    document_number text,
    issued_on date,
    version bigint not null
);

create table minutes_resolution (
    meeting_id uuid not null references minutes (meeting_id),
    ordinal int not null,
    id uuid not null unique,
    agenda_item_id uuid,
    text text not null,
    lead_unit_ids uuid[] not null,
    cooperating_unit_ids uuid[] not null,
    due_on date,
    due_by_default boolean not null,
    primary key (meeting_id, ordinal)
);

create table minutes_recipient (
    meeting_id uuid not null references minutes (meeting_id),
    ordinal int not null,
    unit_id uuid not null references unit (id),
    received_at timestamptz,
    primary key (meeting_id, ordinal),
    unique (meeting_id, unit_id)
);
create index minutes_recipient_unit on minutes_recipient (unit_id);
