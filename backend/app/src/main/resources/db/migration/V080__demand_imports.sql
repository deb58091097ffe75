-- A workbook of demand as one party uploaded it into one round. Nothing enters the round before it is confirmed.
create table demand_import (
    id             uuid primary key,
    round_id       uuid not null,
    party_id       uuid not null,
    association_id uuid not null,
    owner_id       uuid,
    person_id      uuid not null,
    file_name      text not null check (length(file_name) between 1 and 200),
    sha256         text not null check (length(sha256) = 64),
    status         text not null check (status in ('READING', 'READY', 'REFUSED', 'CONFIRMED', 'DISCARDED')),
    refusal        text check (length(refusal) <= 60),
    refusal_facts  jsonb not null default '{}',
    rows_read      integer not null default 0,
    rows_total     integer not null default 0,
    version        bigint not null default 1,
    period_is_past boolean not null default false,
    created        integer not null default 0,
    refused        integer not null default 0,
    already_there  integer not null default 0,
    uploaded_at    timestamptz not null,
    reading_until  timestamptz,
    attempts       integer not null default 0
);
-- The same file twice is the same import.
create unique index demand_import_of_a_file_is_one on demand_import (round_id, party_id, sha256)
    where status in ('READING', 'READY', 'CONFIRMED');
create index demand_import_being_read on demand_import (reading_until) where status = 'READING';
create index demand_import_left_lying on demand_import (uploaded_at) where status = 'READY';

alter table demand_import enable row level security;
alter table demand_import force row level security;
create policy demand_import_of_my_party on demand_import to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_reads_workbooks on demand_import to jucai_worker using (true) with check (true);

-- The bytes, until the import is decided: reading that was cut short is begun again from them.
create table demand_import_file (
    import_id uuid primary key references demand_import,
    party_id  uuid not null,
    content   bytea not null,
    constraint demand_import_file_is_at_most_20_megabytes check (octet_length(content) <= 20971520)
);
alter table demand_import_file enable row level security;
alter table demand_import_file force row level security;
create policy demand_import_file_of_my_party on demand_import_file to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_reads_demand_import_files on demand_import_file to jucai_worker using (true) with check (true);
grant delete on demand_import_file to jucai_app, jucai_worker;

-- A row of the workbook, or a cell of a matrix, as it was judged. The columns are what is searched and counted.
create table demand_import_row (
    import_id  uuid not null references demand_import,
    ordinal    integer not null,
    party_id   uuid not null,
    sheet      text not null,
    row_number integer not null,
    letters    text not null default '',
    counted    boolean not null,
    status     text not null check (status in ('ACCEPTED', 'NEEDS_CONFIRMATION', 'REJECTED', 'NOT_DATA')),
    decision   text not null default 'NONE' check (decision in ('NONE', 'TAKE', 'LEAVE')),
    line_key   text,
    enterprise text,
    grade      text,
    target_kg  bigint,
    body       jsonb not null,
    outcome    text check (outcome in ('CREATED', 'ALREADY_THERE', 'REFUSED')),
    line_id    uuid,
    refusal    text,
    refusal_facts jsonb not null default '{}',
    primary key (import_id, ordinal)
);
create index demand_import_row_by_place on demand_import_row (import_id, row_number);
create index demand_import_row_by_line_key on demand_import_row (import_id, line_key) where line_key is not null;

alter table demand_import_row enable row level security;
alter table demand_import_row force row level security;
create policy demand_import_row_of_my_party on demand_import_row to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_writes_demand_import_rows on demand_import_row to jucai_worker using (true) with check (true);
grant delete on demand_import_row to jucai_app, jucai_worker;

-- What rows became lines, by what the row says: the same row never becomes two lines of a round.
create table demand_import_line (
    round_id       uuid not null,
    content_key    text not null,
    association_id uuid not null,
    enterprise_id  uuid not null,
    import_id      uuid not null,
    line_id        uuid,
    constraint demand_import_line_is_made_once primary key (round_id, content_key)
);
alter table demand_import_line enable row level security;
alter table demand_import_line force row level security;
create policy demand_import_line_of_my_party on demand_import_line to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]))
    with check (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]));
create policy worker_sees_demand_import_lines on demand_import_line to jucai_worker using (true) with check (true);
grant delete on demand_import_line to jucai_app;
