-- The append-only event log. A change of any module is a row here, written in the transaction of the change.
-- The feed is read in the order (tx, seq) below pg_snapshot_xmin: a plain "seq > last" would skip an event whose
-- transaction took its number first and committed last.
create table event (
    tx         xid8 not null default pg_current_xact_id(),
    seq        bigint generated always as identity,
    stream     text not null check (length(stream) between 1 and 40),
    stream_id  uuid not null,
    version    bigint not null check (version > 0),
    round_id   uuid,
    type       text not null check (length(type) between 1 and 60),
    body       jsonb not null,
    readers    uuid[] not null default '{}',
    actor_id   uuid not null,
    party_id   uuid not null,
    entry      text not null,
    at         timestamptz not null,
    primary key (tx, seq),
    constraint event_one_version_per_stream unique (stream_id, version)
);
create index event_of_round on event (round_id, tx, seq) where round_id is not null;

alter table event enable row level security;
alter table event force row level security;
create policy event_for_its_readers on event for select to jucai_app using (readers && (select current_parties()));
create policy event_by_its_party on event for insert to jucai_app with check (party_id = any((select current_parties())::uuid[]));
create policy worker_reads_all_events on event to jucai_worker using (true) with check (true);
revoke update on event from jucai_app, jucai_worker;

-- What was answered to which key, so that asking twice changes once.
create table idempotency_record (
    actor_id  uuid not null,
    key       text not null check (length(key) between 8 and 80),
    body_hash bytea not null,
    answer    text,
    at        timestamptz not null,
    primary key (actor_id, key)
);
create index idempotency_record_by_age on idempotency_record (at);
alter table idempotency_record enable row level security;
alter table idempotency_record force row level security;
create policy idempotency_is_the_actors on idempotency_record to jucai_app using (true) with check (true);
create policy worker_clears_idempotency on idempotency_record to jucai_worker using (true) with check (true);
grant delete on idempotency_record to jucai_worker;

-- How far each reader of the feed has come. The epoch changes when a database is restored, for transaction ids do not
-- survive that.
create table feed_cursor (
    reader text primary key check (length(reader) between 1 and 60),
    epoch  text not null,
    tx     xid8 not null,
    seq    bigint not null
);
alter table feed_cursor enable row level security;
alter table feed_cursor force row level security;
create policy app_reads_cursors on feed_cursor for select to jucai_app using (true);
create policy worker_moves_cursors on feed_cursor to jucai_worker using (true) with check (true);
