-- Public keys of trustees. Pending until the trustee has shown that it holds the key; ended keys stay, for what was sealed to them.
create table trustee_key (
    id               uuid primary key,
    party_id         uuid not null,
    party_kind       text not null,
    card             text not null check (length(card) <= 4096),
    seal_to          text not null,
    signs_with       text not null,
    fingerprint      text not null,
    status           text not null,
    answer_sha256    text not null,
    registered_at    timestamptz not null,
    valid_from       timestamptz,
    valid_until      timestamptz,
    ended_because    text check (length(ended_because) <= 500),
    version          bigint not null,
    constraint trustee_key_is_registered_once unique (seal_to),
    constraint trustee_key_signs_once unique (signs_with)
);
create unique index trustee_has_one_key_in_force on trustee_key (party_id) where status = 'IN_FORCE';
alter table trustee_key enable row level security;
alter table trustee_key force row level security;
create policy trustee_key_is_public_once_shown on trustee_key for select to jucai_app
    using (valid_from is not null or party_id = any((select current_parties())::uuid[]));
create policy trustee_key_registered_by_its_trustee on trustee_key for insert to jucai_app
    with check (party_id = any((select current_parties())::uuid[]));
create policy trustee_key_moved_by_its_trustee on trustee_key for update to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_sees_trustee_keys on trustee_key to jucai_worker using (true) with check (true);

-- The server's keys that sign receipts; the private half is sealed with the installation's key and read by background work alone.
create table receipt_key (
    public_key  text primary key,
    sealed_seed text not null,
    valid_from  timestamptz not null,
    valid_until timestamptz
);
create unique index receipts_are_signed_with_one_key on receipt_key ((true)) where valid_until is null;
alter table receipt_key enable row level security;
alter table receipt_key force row level security;
create policy receipt_keys_are_public on receipt_key for select to jucai_app using (true);
create policy worker_keeps_receipt_keys on receipt_key to jucai_worker using (true) with check (true);
revoke select, insert, update on receipt_key from jucai_app;
grant select (public_key, valid_from, valid_until) on receipt_key to jucai_app;

-- Whom the association named as trustees of a round; without a row the usual three.
create table round_trustees (
    round_id       uuid primary key,
    association_id uuid not null,
    trustees       uuid[] not null,
    named_at       timestamptz not null,
    version        bigint not null,
    constraint a_round_has_three_trustees check (cardinality(trustees) = 3)
);
alter table round_trustees enable row level security;
alter table round_trustees force row level security;
create policy round_trustees_are_public on round_trustees for select to jucai_app using (true);
create policy round_trustees_named_by_its_association on round_trustees for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy round_trustees_renamed_by_its_association on round_trustees for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_round_trustees on round_trustees to jucai_worker using (true) with check (true);

-- What the offers of one call are sealed to, fixed when the round is tendered. A round may call again; an envelope belongs to one call.
create table round_seal (
    round_id       uuid not null,
    call           integer not null,
    association_id uuid not null,
    terms          text not null,
    key_ids        uuid[] not null,
    parties        uuid[] not null,
    sealed_at      timestamptz not null,
    opened_at      timestamptz,
    primary key (round_id, call)
);
create index round_seal_unopened on round_seal using gin (key_ids) where opened_at is null;
alter table round_seal enable row level security;
alter table round_seal force row level security;
create policy round_seals_are_public on round_seal for select to jucai_app using (true);
create policy round_seal_fixed_by_its_association on round_seal for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_round_seals on round_seal to jucai_worker using (true) with check (true);
