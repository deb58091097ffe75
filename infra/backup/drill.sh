#!/usr/bin/env bash
# Backs up, restores into a database of its own, compares the number of rows of every table, and drops that database again.
# PGHOST=... PGPORT=... PGUSER=postgres PGPASSWORD=... infra/backup/drill.sh
# KEEP=1 keeps the restored database (named by DRILL, jucai_drill by default), to start an application on it.
# While the application runs, tables may grow between the copy and the count: run it in a quiet hour, or take a difference for that.
set -euo pipefail
here=$(cd "$(dirname "$0")" && pwd)
source="${PGDATABASE:-jucai}"
drill="${DRILL:-jucai_drill}"
work=$(mktemp -d)
trap 'rm -rf "$work"; [ -n "${KEEP:-}" ] || PGDATABASE=postgres psql -Xqc "drop database if exists \"$drill\"" > /dev/null' EXIT
rows() {
  PGDATABASE="$1" psql -XAtq --set ON_ERROR_STOP=1 -c "
    select format('select %L, count(*) from %I.%I;', c.relname, n.nspname, c.relname)
    from pg_class c join pg_namespace n on n.oid = c.relnamespace
    where n.nspname = 'public' and c.relkind in ('r', 'p') and not c.relispartition order by c.relname" \
    | PGDATABASE="$1" psql -XAtq --set ON_ERROR_STOP=1
}
if [ "$(PGDATABASE=postgres psql -XAtqc "select count(*) from pg_database where datname = '$drill'")" != 0 ]; then
  echo "A database $drill is there already: name another one with DRILL, or drop it." >&2
  trap 'rm -rf "$work"' EXIT
  exit 1
fi
rows "$source" > "$work/before"
dump=$("$here/backup.sh" "$work")
PGDATABASE=postgres psql -Xqc "create database \"$drill\" owner jucai_owner encoding 'UTF8' template template0"
PGDATABASE="$drill" "$here/restore.sh" "$dump" > /dev/null
rows "$drill" > "$work/after"
if ! diff "$work/before" "$work/after" > "$work/difference"; then
  echo "The restored database differs (< before, > restored):" >&2
  cat "$work/difference" >&2
  exit 1
fi
[ -s "$work/after" ] || { echo "There is not a single table in $source." >&2; exit 1; }
echo "Restored and equal: $(wc -l < "$work/after") tables, $(awk -F'|' '{n += $2} END {print n}' "$work/after") rows."
