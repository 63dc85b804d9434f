create table county (
    id uuid primary key,
    name text not null unique
);

create table unit (
    id uuid primary key,
    name text not null,
    short_name text not null,
    aliases text[] not null default '{}',
    level text not null,
    county_id uuid references county (id),
    retired_on date,
    version bigint not null
);

-- A short name stands for one unit within its county, or within the city; a retired unit gives its name free.
create unique index unit_short_name on unit (county_id, short_name) nulls not distinct where retired_on is null;
create index unit_aliases on unit using gin (aliases);

create table person (
    id uuid primary key,
    name text not null,
    email text,
    phone text,
    version bigint not null
);
create index person_name on person (name);

create table post (
    id uuid primary key,
    unit_id uuid not null references unit (id),
    title text not null,
    role text not null,
    version bigint not null,
    unique (unit_id, title)
);

-- Who held a post from which day (inclusive) until which day (exclusive); nothing is ever overwritten by a succession.
create table post_tenure (
    post_id uuid not null references post (id),
    ordinal int not null,
    person_id uuid not null references person (id),
    since date not null,
    until date,
    primary key (post_id, ordinal)
);
create unique index post_holder on post_tenure (post_id) where until is null;
create index post_tenure_person on post_tenure (person_id);

create table mechanism (
    id uuid primary key,
    name text not null unique,
    convener_post_id uuid not null references post (id),
    delegate_post_ids uuid[] not null default '{}',
    office_unit_id uuid not null references unit (id),
    cadence text not null,
    default_due_days int not null,
    request_notice_days int not null,
    dissolved_on date,
    version bigint not null
);

create table mechanism_member (
    mechanism_id uuid not null references mechanism (id),
    ordinal int not null,
    unit_id uuid not null references unit (id),
    duty text,
    primary key (mechanism_id, ordinal),
    unique (mechanism_id, unit_id)
);
