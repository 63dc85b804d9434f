create table note (id uuid primary key, words text not null unique, version bigint not null default 0);
