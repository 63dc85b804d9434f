#!/bin/bash
# A database and a role of its own for each service, made once, when the data folder is new.
set -eu
for name in task meeting notification gateway; do
  psql --username "$POSTGRES_USER" --dbname postgres --set ON_ERROR_STOP=1 --set name="$name" --set password="$DUBAN_DATABASE_PASSWORD" <<'SQL'
create role :"name" login password :'password';
create database :"name" owner :"name" template template0 encoding 'UTF8' locale 'C' locale_provider builtin builtin_locale 'C.UTF-8';
SQL
done
