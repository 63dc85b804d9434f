-- Some alerts are for one person, who watches a task, some for the office of a joint conference. Whoever is the cause of an alert is not told of it.
alter table alert drop constraint alert_audience_check,
    add constraint alert_audience_check check (audience in ('UNIT', 'STAFF', 'OFFICE', 'PERSON'));
alter table alert add column reader text,
    add column cause  text,
    add constraint alert_reader_check check ((audience = 'PERSON') = (reader is not null)),
    drop constraint alert_said_once,
    add constraint alert_said_once unique nulls not distinct (audience, unit_id, kind, subject_id, occasion, reader);
create index alert_of_reader on alert (reader, created_at desc, id desc) where audience = 'PERSON';
create index alert_of_office on alert (unit_id, created_at desc, id desc) where audience = 'OFFICE';
