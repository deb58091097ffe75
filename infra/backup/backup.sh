#!/usr/bin/env bash
# A consistent copy of the whole database, taken while it runs.
# PGHOST=... PGPORT=... PGUSER=postgres PGPASSWORD=... infra/backup/backup.sh /path/to/backups
# The user must see all rows: a superuser or a role with BYPASSRLS. As jucai_owner pg_dump fails by itself, for row-level
# security is forced on every table and a copy without some rows would be worse than none.
set -euo pipefail
target=${1:?usage: backup.sh DIRECTORY}
mkdir -p "$target"
umask 077
name="$target/jucai-$(date -u +%Y%m%dT%H%M%SZ).dump"
pg_dump --format=custom --dbname="${PGDATABASE:-jucai}" --file="$name.part"
# Readable to the end, or it does not get the name of a backup.
pg_restore --list "$name.part" > /dev/null
mv "$name.part" "$name"
echo "$name"
