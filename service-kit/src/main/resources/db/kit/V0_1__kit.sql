create table outbox (
    id           bigint generated always as identity primary key,
    partition    smallint    not null,
    topic        text        not null,
    key          text        not null,
    type         text        not null,
    ce_id        uuid        not null,
    ce_time      timestamptz not null,
    payload      bytea       not null,
    traceparent  text,
    written_at   timestamptz not null default clock_timestamp(),
    attempts     int         not null default 0,
    parked_until timestamptz,
    last_error   text
);
create index outbox_by_partition on outbox (partition, id);
create index outbox_parked on outbox (topic, key, parked_until) where parked_until is not null;

-- Rows live for milliseconds: without eager vacuuming the relay would wade through dead ones.
alter table outbox set (autovacuum_vacuum_scale_factor = 0, autovacuum_vacuum_threshold = 2000, autovacuum_vacuum_cost_delay = 0);

create table inbox (
    consumer text        not null,
    ce_id    uuid        not null,
    taken_at timestamptz not null default now(),
    primary key (consumer, ce_id)
);
create index inbox_by_age on inbox using brin (taken_at);

create table idempotency (
    caller   text        not null,
    key      text        not null,
    method   text        not null,
    path     text        not null,
    request  bytea       not null,
    status   int         not null,
    headers  jsonb       not null,
    body     bytea       not null,
    at       timestamptz not null default now(),
    primary key (caller, key)
);
create index idempotency_by_age on idempotency (at);

create table audit_entry (
    number       bigint      primary key,
    at           timestamptz not null,
    actor        text        not null,
    actor_name   text        not null,
    actor_unit   uuid,
    action       text        not null,
    subject_type text        not null,
    subject      uuid        not null,
    details      jsonb       not null,
    previous     bytea       not null,
    hash         bytea       not null
);
create index audit_entry_by_subject on audit_entry (subject_type, subject, number);

-- The end of the chain, so that cutting off the newest entries is noticed too; its row lock puts writers in line.
create table audit_head (
    one    boolean primary key default true check (one),
    number bigint not null,
    hash   bytea  not null
);
insert into audit_head (number, hash) values (0, ''::bytea);

create function audit_entry_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'audit entries are final';
end $$;
create trigger audit_entry_is_final before update or delete or truncate on audit_entry
    for each statement execute function audit_entry_is_final();
