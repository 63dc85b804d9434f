-- What a plan wants of units that cooperate in a task (behaviours.md B2): nothing, a word to the lead unit before it reports, or
-- reports of their own.
alter table plan
    add column cooperators text not null default 'NOT' check (cooperators in ('NOT', 'TO_LEAD', 'THEMSELVES'));
