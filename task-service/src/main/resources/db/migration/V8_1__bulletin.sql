-- A month's bulletin (behaviours.md X4): what people wrote; its numbers are counted anew until it is issued, and kept then.
create table bulletin (
    round_id   uuid primary key,
    plan_id    uuid        not null,
    county_id  uuid,
    period     date        not null,
    state      text        not null check (state in ('DRAFT', 'ISSUED')),
    title      text        not null,
    addressee  text        not null,
    copied_to  text[]      not null,
    opening    text        not null,
    remarks    text        not null,
    demands    text        not null,
    sections   text[]      not null,
    facts      jsonb,
    number     text,
    issued_on  date,
    issued_by  text,
    updated_at timestamptz not null,
    updated_by text        not null,
    version    bigint      not null
);
create unique index bulletin_number on bulletin (county_id, number) nulls not distinct where number is not null;
