#!/usr/bin/env bash
# Restores a backup into a fresh, empty database whose roles exist (infra/postgres/10-roles.sh). Stop the application first.
# PGHOST=... PGPORT=... PGUSER=postgres PGPASSWORD=... infra/backup/restore.sh FILE
set -euo pipefail
file=${1:?usage: restore.sh FILE}
export PGDATABASE="${PGDATABASE:-jucai}"
if [ "$(psql -XAtc "select count(*) from pg_class c join pg_namespace n on n.oid = c.relnamespace where n.nspname = 'public'")" != 0 ]; then
  echo "The database $PGDATABASE is not empty; restore into a fresh one." >&2
  exit 1
fi
pg_restore --exit-on-error --single-transaction --dbname="$PGDATABASE" "$file"
# Transaction ids do not survive a dump, and the event feed is ordered by them: on a younger server old events would stand in its
# future, unseen. So they all get the first id there is, and their order is that of their numbers. Entries of the books alike, though
# nothing else ever changes them (their triggers sleep meanwhile). Every cursor given out before is void:
# a new epoch tells the readers to start from the beginning. Their reactions are idempotent but for the pool's sums, which would count
# each line twice: they are emptied and counted anew.
psql -X --single-transaction --set ON_ERROR_STOP=1 -c "set local session_replication_role = replica" -c "update event set tx = '3'" -c "update ledger_entry set tx = '3'" -c "update ledger_posting set tx = '3'" -c "set local session_replication_role = origin" -c "truncate pool_cell, pool_member, pool_head" \
  -c "update installation set value = gen_random_uuid()::text where key = 'epoch'"
echo "Restored. Redis holds only sessions and caches: empty it (FLUSHDB) before the application starts."
