-- A round of many units asks them portion by portion, each in a transaction of its own; true until it has asked all of them.
alter table round add column asking boolean not null default false;
create index round_asking on round (id) where asking;
