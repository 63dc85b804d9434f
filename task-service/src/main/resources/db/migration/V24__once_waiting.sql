-- What was written along with another report and waits for the signature of the unit's head: it is known whose words they are, so that
-- nothing that the unit wrote by itself is overwritten.
alter table report_once add column waiting boolean not null default false;
