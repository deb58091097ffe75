#!/usr/bin/env bash
# Copies every row into another database with psql alone, for machines whose pg_dump is older than the server, and compares all of them.
# The target is a fresh database on which the same build of the application was started once, which made its tables, and stopped.
# PGHOST=... PGPORT=... PGUSER=postgres PGPASSWORD=... infra/backup/copy.sh TARGET
# PGDATABASE names the source, jucai by default. The user must see all rows and may switch triggers off: a superuser. The rows come
# from one snapshot, so the application may run on the source.
set -euo pipefail
target=${1:?usage: copy.sh TARGET}
source="${PGDATABASE:-jucai}"
umask 077
work=$(mktemp -d)
trap 'rm -rf "$work"' EXIT
ask() { PGDATABASE="$1" psql -XAtq --set ON_ERROR_STOP=1 "${@:2}"; }
tables() {
  ask "$1" -c "select quote_ident(c.relname) from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition and c.relname <> 'flyway_schema_history' order by 1"
}
migrations() { ask "$1" -c "select version, checksum from flyway_schema_history where success order by 1"; }
digests() {
  while read -r table; do echo "select '$table', count(*), coalesce(sum(hashtextextended(t::text, 0)::numeric), 0) from $table t;"; done < "$work/tables"
}

tables "$source" > "$work/tables"
[ -s "$work/tables" ] || { echo "There is not a single table in $source." >&2; exit 1; }
if [ "$(migrations "$source")" != "$(migrations "$target")" ]; then
  echo "$source and $target were migrated by different builds." >&2
  exit 1
fi
if [ "$(ask "$target" -c "select count(*) from party")" != 0 ]; then
  echo "$target has parties already; copy into a fresh database." >&2
  exit 1
fi
{
  echo "begin isolation level repeatable read read only;"
  while read -r table; do echo "\\copy $table to '$work/$table.rows'"; done < "$work/tables"
  digests
  echo "commit;"
} > "$work/out.sql"
ask "$source" -f "$work/out.sql" > "$work/before"
{
  echo "begin; set local session_replication_role = replica;"
  echo "truncate $(paste -sd, "$work/tables");"
  while read -r table; do echo "\\copy $table from '$work/$table.rows'"; done < "$work/tables"
  digests
  echo "commit;"
} > "$work/in.sql"
ask "$target" -f "$work/in.sql" > "$work/after"
if ! diff "$work/before" "$work/after" > "$work/difference"; then
  echo "The copy differs (< source, > copy: table, rows, digest):" >&2
  cat "$work/difference" >&2
  exit 1
fi
# Numbers go on where they were. Transaction ids, the feed's cursors and what is summed from the feed begin anew, as in restore.sh.
ask "$target" -c "select format('select setval(%L, (select coalesce(max(%I), 1) from %I));', pg_get_serial_sequence(quote_ident(table_name), column_name),
    column_name, table_name) from information_schema.columns where table_schema = 'public' and is_identity = 'YES'" | ask "$target" > /dev/null
ask "$target" --single-transaction -c "set local session_replication_role = replica" -c "update event set tx = '3'" -c "update ledger_entry set tx = '3'" -c "update ledger_posting set tx = '3'" -c "set local session_replication_role = origin" -c "truncate pool_cell, pool_member, pool_head" -c "update installation set value = gen_random_uuid()::text where key = 'epoch'"
echo "Copied and equal: $(wc -l < "$work/after") tables, $(awk -F'|' '{n += $2} END {print n}' "$work/after") rows."
