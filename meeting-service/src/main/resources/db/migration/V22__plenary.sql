-- Who meets: 全体会议, 专题会议 or 联络员会议 (behaviours.md C2). What was called before went by what is usual for its kind.
alter table meeting add column form text;
update meeting set form = case kind when 'REGULAR' then 'PLENARY' else 'TOPICAL' end;
alter table meeting alter column form set not null,
    add constraint meeting_form_check check (form in ('PLENARY', 'TOPICAL', 'LIAISON'));

-- An office is told once in a month that the year's plenary is not planned yet (behaviours.md D4).
create table plenary_reminder (
    mechanism_id uuid not null references mechanism (id),
    month        date not null,
    primary key (mechanism_id, month)
);
