-- Rounds by the week, the month or the quarter (behaviours.md D2): how often, by which day, and what a day off does to it are the
-- plan's data; a task may have a cadence of its own.
alter table plan
    add column cadence             text   not null default 'MONTHLY' check (cadence in ('WEEKLY', 'MONTHLY', 'QUARTERLY')),
    -- the day from which on it is supervised in this cadence; null: since its adoption
    add column cadence_since       date,
    add column report_weekday      int    not null default 5 check (report_weekday between 1 and 7),
    add column report_quarter_day  int    not null default 25 check (report_quarter_day between 1 and 31),
    add column on_day_off          text   not null default 'NEXT' check (on_day_off in ('NEXT', 'PREVIOUS', 'NOT')),
    add column round_rules_version bigint not null default 0,
    drop constraint plan_report_day_check,
    -- a month that ends before this day is due on its last
    add constraint plan_report_day_check check (report_day between 1 and 31);

alter table task
    add column cadence       text check (cadence in ('WEEKLY', 'MONTHLY', 'QUARTERLY')),
    add column cadence_since date;
create index task_own_cadence on task (plan_id) where cadence is not null;

-- month: in whose numbers it counts.
alter table round
    drop constraint round_period_check,
    drop constraint round_plan_id_period_key,
    add column cadence text not null default 'MONTHLY' check (cadence in ('WEEKLY', 'MONTHLY', 'QUARTERLY')),
    add column month   date;
update round set month = period;
alter table round
    alter column month set not null,
    add constraint round_once unique (plan_id, cadence, period);
create index round_by_month on round (month);

alter table report
    add column cadence text not null default 'MONTHLY',
    add column month   date;
update report set month = period;
alter table report alter column month set not null;

-- The last day of a period.
create function period_end(first date, cadence text) returns date
    immutable strict parallel safe
    language sql
    return case cadence
               when 'WEEKLY' then first + 6
               when 'QUARTERLY' then (first + interval '3 months')::date - 1
               else (first + interval '1 month')::date - 1 end;
