-- Copies of what duban.directory tells; rights are worked out from them at each request.
create table directory_unit (
    id          uuid primary key,
    name        text    not null,
    short_name  text    not null,
    level       text    not null,
    county_id   uuid,
    county_name text,
    retired     boolean not null default false,
    version     bigint  not null
);

create table directory_person (
    id   uuid primary key,
    name text not null
);

create table directory_post (
    id        uuid primary key,
    unit_id   uuid   not null,
    title     text   not null,
    role      text   not null,
    holder_id uuid,
    since     date   not null,
    version   bigint not null
);
create index directory_post_holder on directory_post (holder_id) where holder_id is not null;

create table account (
    id                   uuid primary key,
    username             text        not null,
    person_id            uuid unique,
    password             text        not null,
    must_change_password boolean     not null,
    administrator        boolean     not null default false,
    enabled              boolean     not null default true,
    -- Raised with each new password; a session opened under an older number is over.
    credentials          bigint      not null default 1,
    created_at           timestamptz not null,
    last_sign_in_at      timestamptz
);
create unique index account_username on account (lower(username));

create table api_client (
    id           uuid primary key,
    client_id    text        not null unique,
    name         text        not null,
    unit_id      uuid,
    role         text        not null,
    scopes       text[]      not null,
    enabled      boolean     not null default true,
    created_at   timestamptz not null,
    last_used_at timestamptz
);

create table api_client_secret (
    id         uuid primary key,
    client     uuid        not null references api_client (id) on delete cascade,
    digest     text        not null,
    created_at timestamptz not null
);
create index api_client_secret_client on api_client_secret (client);

create table signing_key (
    id         text primary key,
    jwk        text        not null,
    encrypted  boolean     not null,
    created_at timestamptz not null
);

-- As spring-session-jdbc 4 expects them.
create table spring_session (
    primary_id            char(36) not null constraint spring_session_pk primary key,
    session_id            char(36) not null,
    creation_time         bigint   not null,
    last_access_time      bigint   not null,
    max_inactive_interval int      not null,
    expiry_time           bigint   not null,
    principal_name        varchar(100)
);
create unique index spring_session_ix1 on spring_session (session_id);
create index spring_session_ix2 on spring_session (expiry_time);
create index spring_session_ix3 on spring_session (principal_name);

create table spring_session_attributes (
    session_primary_id char(36)     not null references spring_session (primary_id) on delete cascade,
    attribute_name     varchar(200) not null,
    attribute_bytes    bytea        not null,
    constraint spring_session_attributes_pk primary key (session_primary_id, attribute_name)
);
