-- An opening begins at the published time and not before; its row is what lets background work read envelopes.
create table opening (
    round_id       uuid not null,
    call           integer not null,
    association_id uuid not null,
    phase          text not null,
    version        bigint not null,
    began_at       timestamptz not null,
    ended_at       timestamptz,
    primary key (round_id, call)
);
alter table opening enable row level security;
alter table opening force row level security;
create policy openings_are_known on opening for select to jucai_app using (true);
create policy worker_keeps_openings on opening to jucai_worker using (true) with check (true);
revoke insert, update on opening from jucai_app;

-- Sealed offers. Until the opening begins, only the supplier sees its own: neither the application for anybody else nor background work.
create table bid_envelope (
    round_id     uuid not null,
    call         integer not null,
    supplier_id  uuid not null,
    version      integer not null check (version > 0),
    status       text not null,
    sha256       text not null check (length(sha256) = 64),
    envelope     bytea not null,
    received_at  timestamptz not null,
    receipt      text not null check (length(receipt) <= 4096),
    withdrawal   text check (length(withdrawal) <= 4096),
    primary key (round_id, call, supplier_id, version)
);
create unique index bid_one_live_envelope_per_supplier on bid_envelope (round_id, call, supplier_id) where status = 'SEALED';
alter table bid_envelope enable row level security;
alter table bid_envelope force row level security;
create policy bid_envelope_of_my_party on bid_envelope to jucai_app
    using (supplier_id = any((select current_parties())::uuid[])) with check (supplier_id = any((select current_parties())::uuid[]));
create policy worker_sees_envelopes_once_the_opening_began on bid_envelope for select to jucai_worker
    using (exists (select 1 from opening where opening.round_id = bid_envelope.round_id and opening.call = bid_envelope.call));
revoke insert, update on bid_envelope from jucai_worker;
