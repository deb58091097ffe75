#!/usr/bin/env bash
# Makes the database and its three roles; run once by a superuser. In the container of compose.yaml this happens by itself.
# Elsewhere: PGHOST=... PGUSER=postgres JUCAI_OWNER_PASSWORD=... JUCAI_APP_PASSWORD=... JUCAI_WORKER_PASSWORD=... ./10-roles.sh
set -euo pipefail
: "${JUCAI_OWNER_PASSWORD:?}" "${JUCAI_APP_PASSWORD:?}" "${JUCAI_WORKER_PASSWORD:?}"
export PGUSER="${PGUSER:-${POSTGRES_USER:-postgres}}"
export PGDATABASE=postgres
# psql reads the passwords from the environment, so that no process list shows them.
psql --no-psqlrc --set ON_ERROR_STOP=1 <<'SQL'
\getenv owner_password JUCAI_OWNER_PASSWORD
\getenv app_password JUCAI_APP_PASSWORD
\getenv worker_password JUCAI_WORKER_PASSWORD
create role jucai_owner login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password :'owner_password';
create role jucai_app login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password :'app_password';
create role jucai_worker login nosuperuser nocreatedb nocreaterole noreplication nobypassrls noinherit password :'worker_password';
create database jucai owner jucai_owner encoding 'UTF8' template template0;
revoke all on database jucai from public;
grant connect on database jucai to jucai_app, jucai_worker;
SQL
