-- One chain puts all writers of a service in line, each waiting for the other's commit to reach the disk. A subject's entries stand
-- in one of 64 chains: only who writes about the same, or by chance in the same chain, waits.
alter table audit_entry add column strand smallint not null default 0 check (strand between 0 and 63);
alter table audit_entry alter column strand drop default;
alter table audit_entry drop constraint audit_entry_pkey;
alter table audit_entry add primary key (strand, number);

-- What was written before stays where it is: strand 0 goes on from its end.
alter table audit_head add column strand smallint not null default 0 check (strand between 0 and 63);
alter table audit_head drop column one;
alter table audit_head alter column strand drop default;
alter table audit_head add primary key (strand);
insert into audit_head (strand, number, hash) select strand, 0, ''::bytea from generate_series(1, 63) as strand;
