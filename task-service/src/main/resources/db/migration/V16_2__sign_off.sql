-- The head of a unit signs a report off before it leaves the unit (behaviours.md P10), where the plan asks for it. Until then it is
-- owed as before; what waits stands beside it.
alter table plan add column sign_off boolean not null default false;
alter table report
    add column pending         jsonb,
    -- why the head gave it back inside the unit; null once it is written again
    add column sign_off_reason text,
    add column signed_by       text;
create index report_to_sign_off on report (unit_id) where pending is not null;
