-- 投诉建议 of the public (behaviours.md B7). Who filed it is kept apart, the query code as its hash only.
create table complaint (
    id              uuid primary key,
    version         bigint not null,
    kind            text   not null check (kind in ('COMPLAINT', 'SUGGESTION')),
    year            int    not null,
    number          int    not null,
    county_id       uuid,
    subject_unit_id uuid,
    content         text   not null,
    code_hash       bytea  not null unique,
    challenge_hash  bytea  not null unique,
    state           text   not null check (state in
        ('RECEIVED', 'VERIFIED', 'REJECTED', 'GIVEN', 'ANSWER_SUBMITTED', 'ANSWERED', 'RATED')),
    received_at     timestamptz not null,
    handler         text,
    handler_name    text,
    unit_id         uuid,
    unit_county_id  uuid,
    given_on        date,
    due_on          date,
    answer          text,
    submitted_on    date,
    answered_on     date,
    -- why it was not taken up, or why an answer came back
    reason          text,
    rating          int check (rating between 1 and 5),
    rating_words    text,
    rated_on        date,
    updated_at      timestamptz not null,
    search          text   not null generated always as (search_form(content)) stored,
    unique (year, number)
);
create index complaint_of_county on complaint (county_id, id desc);
create index complaint_of_unit on complaint (unit_id, id desc);
create index complaint_rated on complaint (rated_on) where rating is not null;
create index complaint_words on complaint using gin (bigrams(search));

create table complaint_contact (
    complaint_id uuid primary key,
    name         text,
    phone        text
);

create table complaint_history (
    id           uuid primary key,
    complaint_id uuid        not null,
    at           timestamptz not null,
    by_name      text        not null,
    by_unit      text,
    action       text        not null,
    words        text
);
create index complaint_history_of_complaint on complaint_history (complaint_id, at desc, id desc);

create table complaint_number (
    year int primary key,
    last int not null
);

-- Query codes and the form's challenges are made with it; all instances share it.
create table feedback_secret (
    secret bytea not null
);
insert into feedback_secret (secret)
select decode(replace(gen_random_uuid()::text || gen_random_uuid()::text || gen_random_uuid()::text, '-', ''), 'hex');
