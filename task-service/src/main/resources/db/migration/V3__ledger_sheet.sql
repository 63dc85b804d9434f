-- What a ledger kept as a sheet says beside what a plan says.
alter table task
    add column number text,
    add column remark text;
create index task_number on task (plan_id, number) where number is not null;

alter table plan drop constraint plan_source_check;
alter table plan add constraint plan_source_check check (source in ('DOCUMENT', 'MINUTES', 'LEDGER'));

-- A sheet as it was sent, under review; its rows are compared with the ledger anew at each look.
create table ledger_import (
    id          uuid primary key,
    file_name   text        not null,
    state       text        not null check (state in ('OPEN', 'ADOPTED', 'DISCARDED')),
    county_id   uuid,
    sheets      jsonb       not null,
    choice      jsonb       not null,
    outcome     jsonb,
    created_at  timestamptz not null,
    created_by  text        not null,
    version     bigint      not null
);
create index ledger_import_of_county on ledger_import (county_id, id desc);
