-- How units are assessed each month (behaviours.md P16): the rules are data, a score is the sum of facts that can be opened.

-- What the city adopted from which month on. Rows are only added.
create table scoring_rules (
    id         uuid primary key,
    from_month date        not null check (extract(day from from_month) = 1),
    rules      jsonb       not null,
    reason     text        not null,
    adopted_at timestamptz not null,
    adopted_by text        not null,
    superseded boolean     not null default false
);
create index scoring_rules_by_month on scoring_rules (from_month desc, id desc);

-- A month that was settled, with the rules it was settled by. Months without a row are counted from the facts as they are.
create table assessment_month (
    month      date primary key check (extract(day from month) = 1),
    rules      jsonb       not null,
    settled_at timestamptz not null,
    settled_by text        not null,
    appeal_by  date        not null
);

-- Who was assessed, and what was announced. What became of it since follows from the lines.
create table assessment_score (
    id        uuid    not null unique,
    month     date    not null,
    unit_id   uuid    not null,
    county_id uuid,
    total     numeric not null,
    place     int     not null,
    primary key (month, unit_id)
);
create index assessment_score_of_unit on assessment_score (unit_id, month desc);

-- One fact that counts, or what takes part of it back. Lines are only ever added.
create table assessment_line (
    id        uuid primary key,
    month     date        not null,
    unit_id   uuid        not null,
    county_id uuid,
    measure   text        not null,
    opens     text        not null,
    fact_id   uuid        not null,
    task_id   uuid,
    day       date        not null,
    words     text        not null,
    points    numeric     not null,
    -- the line that this one takes back from; its points are negative
    corrects  uuid,
    added_at  timestamptz not null,
    check ((corrects is null) = (points > 0))
);
create index assessment_line_of_unit on assessment_line (month, unit_id);
create index assessment_line_corrected on assessment_line (corrects) where corrects is not null;
create function assessment_line_is_final() returns trigger language plpgsql as $$
begin
    raise exception 'lines of a score are final';
end $$;
create trigger assessment_line_is_final before update or delete on assessment_line
    for each statement execute function assessment_line_is_final();

-- What a unit is given points for by hand: something of its own that others can learn from.
create table assessment_award (
    id           uuid primary key,
    month        date        not null check (extract(day from month) = 1),
    unit_id      uuid        not null,
    county_id    uuid,
    points       numeric     not null check (points > 0),
    words        text        not null,
    task_id      uuid,
    given_on     date        not null,
    given_at     timestamptz not null,
    given_by     text        not null,
    withdrawn_at timestamptz,
    withdrawn_by text
);
create index assessment_award_of_month on assessment_award (month, unit_id);

create table assessment_appeal (
    id          uuid primary key,
    version     bigint      not null,
    line_id     uuid        not null,
    month       date        not null,
    unit_id     uuid        not null,
    county_id   uuid,
    state       text        not null check (state in ('OPEN', 'UPHELD', 'REJECTED', 'WITHDRAWN')),
    words       text        not null,
    appealed_at timestamptz not null,
    appealed_by text        not null,
    restored    numeric check (restored > 0),
    decision    text,
    decided_at  timestamptz,
    decided_by  text,
    check ((state = 'UPHELD') = (restored is not null))
);
create index assessment_appeal_by_state on assessment_appeal (state, id desc);
create index assessment_appeal_of_unit on assessment_appeal (unit_id, id desc);
create index assessment_appeal_of_county on assessment_appeal (county_id, id desc);
-- Who was answered is not answered again; who took an appeal back may think better of it.
create unique index assessment_appeal_once on assessment_appeal (line_id) where state <> 'WITHDRAWN';

-- Each return of a report is a fact that only the audit trail keeps for good.
create index audit_entry_reports_returned on audit_entry (at) where action = 'report-returned';
