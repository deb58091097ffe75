-- Batches 检验批: goods of several trucks that one result judges. Seller, buyer, receiver and the members whose goods are in it know of it.
-- A laboratory is none of them: what ties a code to goods lies here, and no policy lets a laboratory read it.
create table batch (
    id            uuid primary key,
    code          text not null,
    contract_id   uuid not null,
    round_id      uuid not null,
    seller_id     uuid not null,
    buyer_id      uuid not null,
    receiver_id   uuid not null,
    material      text not null check (length(material) <= 40),
    grade         text not null check (length(grade) <= 40),
    size          text not null check (length(size) <= 20),
    packing       text not null check (length(packing) <= 20),
    dispute_days  integer not null check (dispute_days between 0 and 365),
    status        text not null,
    quality       text not null,
    inspection    jsonb not null,
    decision      jsonb,
    contest_until timestamptz,
    formed_at     timestamptz not null,
    version       bigint not null,
    constraint batch_code_names_one unique (code),
    constraint batch_stands_somewhere_known check (status in ('REQUESTED', 'SAMPLED', 'IN_TEST', 'VERIFIED', 'ISSUED', 'CONTESTED', 'UMPIRE', 'FINAL')),
    constraint batch_quality_is_known check (quality in ('UNDER_TEST', 'SAMPLED', 'TESTED', 'ACCEPTED', 'ADJUSTED', 'REJECTED')),
    constraint batch_is_judged_by_a_final_result check (quality not in ('ACCEPTED', 'ADJUSTED', 'REJECTED') or status = 'FINAL' and decision is not null)
);
create index batch_by_seller on batch (seller_id, id);
create index batch_by_buyer on batch (buyer_id, id);
create index batch_by_receiver on batch (receiver_id, id);
create index batch_that_is_not_decided on batch (id) where quality not in ('ACCEPTED', 'ADJUSTED', 'REJECTED');

-- The trucks of a batch. A truck's goods are in one batch, once ever. A member reads its own: other members' masses are theirs.
create table batch_load (
    delivery_id uuid not null,
    batch_id    uuid not null references batch,
    seller_id   uuid not null,
    buyer_id    uuid not null,
    receiver_id uuid not null,
    member_id   uuid not null,
    item_id     uuid not null,
    code        text not null check (length(code) <= 20),
    mass_kg     bigint not null check (mass_kg between 1 and 100000),
    came_on     date not null,
    constraint batch_load_is_in_one_batch_once primary key (delivery_id)
);
create index batch_load_of_batch on batch_load (batch_id);
create index batch_load_of_member on batch_load (member_id, batch_id);
alter table batch_load enable row level security;
alter table batch_load force row level security;
create policy batch_load_for_whom_it_concerns on batch_load for select to jucai_app
    using (array[seller_id, buyer_id, receiver_id, member_id] && (select current_parties())::uuid[]);
create policy batch_load_formed_by_its_receiver on batch_load for insert to jucai_app
    with check (receiver_id = any((select current_parties())::uuid[]) and exists (select 1 from delivery d where d.id = delivery_id));
create policy batch_loads_for_auditors on batch_load for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_batch_loads on batch_load to jucai_worker using (true) with check (true);
revoke update on batch_load from jucai_app;

alter table batch enable row level security;
alter table batch force row level security;
create policy batch_for_whom_it_concerns on batch for select to jucai_app
    using (array[seller_id, buyer_id, receiver_id] && (select current_parties())::uuid[] or exists (select 1 from batch_load l where l.batch_id = batch.id));
create policy batch_formed_by_its_receiver on batch for insert to jucai_app with check (receiver_id = any((select current_parties())::uuid[]));
create policy batch_moved_by_whom_it_concerns on batch for update to jucai_app
    using (array[seller_id, buyer_id, receiver_id] && (select current_parties())::uuid[] or exists (select 1 from batch_load l where l.batch_id = batch.id))
    with check (array[seller_id, buyer_id, receiver_id] && (select current_parties())::uuid[] or exists (select 1 from batch_load l where l.batch_id = batch.id));
create policy worker_sees_batches on batch to jucai_worker using (true) with check (true);
revoke update on batch from jucai_app;
grant update (status, quality, inspection, decision, contest_until, version) on batch to jucai_app;

-- What ties a code to a batch: the other side of the blind. A seal is used once ever, whoever breaks it.
create table sample_seal (
    code          text primary key check (code ~ '^[2-9A-HJ-NP-TV-Z]{13}$'),
    batch_id      uuid not null references batch,
    kind          text not null check (kind in ('MAIN', 'DUPLICATE', 'UMPIRE')),
    laboratory_id uuid not null,
    seal          text not null check (length(seal) between 1 and 40),
    seal_key      text not null,
    drawn_at      timestamptz not null,
    drawn_by      uuid not null,
    constraint sample_seal_is_used_once_ever unique (seal_key)
);
create index sample_seal_of_batch on sample_seal (batch_id);
alter table sample_seal enable row level security;
alter table sample_seal force row level security;
create policy sample_seal_of_a_batch_that_one_sees on sample_seal for select to jucai_app using (exists (select 1 from batch b where b.id = batch_id));
create policy sample_sealed_by_the_receiver on sample_seal for insert to jucai_app
    with check (exists (select 1 from batch b where b.id = batch_id and b.receiver_id = any((select current_parties())::uuid[])));
create policy worker_sees_sample_seals on sample_seal to jucai_worker using (true) with check (true);
revoke update on sample_seal from jucai_app;

-- What quality makes of an item's price: between its seller and its buyer.
create table batch_adjustment (
    batch_id    uuid not null references batch,
    item_id     uuid not null,
    seller_id   uuid not null,
    buyer_id    uuid not null,
    mass_kg     bigint not null check (mass_kg > 0),
    verdict     text not null,
    base_fen    bigint not null check (base_fen >= 0),
    payable_fen bigint not null check (payable_fen >= 0),
    formula_id  uuid not null,
    formula_version integer not null,
    by_month    boolean not null,
    steps       jsonb not null,
    decided_at  timestamptz not null,
    constraint batch_adjusts_an_item_once primary key (batch_id, item_id)
);
alter table batch_adjustment enable row level security;
alter table batch_adjustment force row level security;
create policy batch_adjustment_between_the_two on batch_adjustment for select to jucai_app using (array[seller_id, buyer_id] && (select current_parties())::uuid[]);
create policy batch_adjustments_for_auditors on batch_adjustment for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_writes_batch_adjustments on batch_adjustment to jucai_worker using (true) with check (true);
create policy batch_adjustment_conceded_by_its_buyer on batch_adjustment for insert to jucai_app
    with check (buyer_id = any((select current_parties())::uuid[]) and exists (select 1 from batch b where b.id = batch_id and b.buyer_id = batch_adjustment.buyer_id));
revoke update on batch_adjustment from jucai_app, jucai_worker;
create policy batches_for_auditors on batch for select to jucai_app using ((select acts_as('AUDITOR')));
