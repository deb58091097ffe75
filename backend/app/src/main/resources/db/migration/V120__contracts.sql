-- Who an association's rounds are bought through (财源方): stamped on contracts when they are drawn.
create table purchasing_party (
    association_id uuid primary key,
    group_id       uuid not null,
    named_by       uuid not null,
    named_at       timestamptz not null,
    version        bigint not null
);
alter table purchasing_party enable row level security;
alter table purchasing_party force row level security;
create policy purchasing_party_is_known on purchasing_party for select to jucai_app using (cardinality((select current_parties())) > 0);
create policy purchasing_party_named_by_its_association on purchasing_party for insert to jucai_app with check (association_id = any((select current_parties())::uuid[]));
create policy purchasing_party_renamed_by_its_association on purchasing_party for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_purchasing_parties on purchasing_party to jucai_worker using (true) with check (true);

-- Contracts of an award. The association's policies are for ending them with a revoked award; it reads none by HTTP.
create table contract (
    id                uuid primary key,
    round_id          uuid not null,
    round_code        text not null,
    association_id    uuid not null,
    award_number      integer not null check (award_number > 0),
    code              text not null check (length(code) <= 40),
    kind              text not null check (kind in ('SUPPLY', 'RESALE', 'SERVICE')),
    group_id          uuid not null,
    seller_id         uuid not null,
    buyer_id          uuid not null check (buyer_id <> seller_id),
    status            text not null,
    status_since      timestamptz not null,
    version           bigint not null,
    mass_kg           bigint not null check (mass_kg > 0),
    total_fen         bigint not null,
    item_count        integer not null check (item_count between 1 and 20000),
    text              jsonb not null,
    amendment         jsonb,
    intent            jsonb,
    deposit           jsonb,
    deposit_reference text check (length(deposit_reference) <= 64),
    reason            text check (length(reason) <= 2000),
    constraint contract_code_is_used_once unique (code),
    constraint contract_one_for_each_pair_of_an_award unique (round_id, award_number, kind, seller_id, buyer_id),
    constraint contract_stands_somewhere_known check (status in ('DRAFTED', 'SIGNING', 'EFFECTIVE', 'COMPLETED', 'TERMINATED', 'DISPUTED')),
    constraint contract_that_binds_is_signed_by_two
        check (status not in ('EFFECTIVE', 'COMPLETED', 'DISPUTED') or jsonb_array_length(text -> 'signatures') = 2),
    constraint contract_that_ended_says_why check (status not in ('TERMINATED', 'DISPUTED') or reason is not null)
);
create unique index contract_deposit_reference_counts_once on contract (group_id, deposit_reference) where deposit_reference is not null;
create index contract_of_a_round on contract (round_id, id);
create index contract_that_waits_for_its_gate on contract (id) where kind = 'SUPPLY' and status = 'SIGNING';
alter table contract enable row level security;
alter table contract force row level security;
create policy contract_of_my_party on contract to jucai_app
    using (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[])
    with check (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]);
create policy contract_of_my_round on contract for select to jucai_app using (association_id = any((select current_parties())::uuid[]));
create policy contract_ended_with_its_award on contract for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]) and status = 'TERMINATED');
create policy contracts_for_auditors on contract for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_contracts on contract to jucai_worker using (true) with check (true);
revoke update on contract from jucai_app;
grant update (status, status_since, version, text, amendment, intent, deposit, deposit_reference, reason) on contract to jucai_app;

-- Each version of a contract's text as it was hashed and signed: canonical JSON, never changed.
create table contract_document (
    contract_id uuid not null references contract,
    number      integer not null check (number > 0),
    seller_id   uuid not null,
    buyer_id    uuid not null,
    group_id    uuid not null,
    sha256      text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    document    text not null check (length(document) <= 20000000),
    written_at  timestamptz not null,
    primary key (contract_id, number)
);
alter table contract_document enable row level security;
alter table contract_document force row level security;
create policy contract_document_of_my_party on contract_document to jucai_app
    using (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[])
    with check (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]);
create policy contract_documents_for_auditors on contract_document for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_contract_documents on contract_document to jucai_worker using (true) with check (true);
revoke update on contract_document from jucai_app;

-- The goods of a contract: what one supplier sends for one demand line. The member reads what is bought for it upstream, too.
create table contract_item (
    id               uuid primary key,
    contract_id      uuid not null references contract,
    position         integer not null check (position >= 0),
    upstream_item_id uuid references contract_item,
    seller_id        uuid not null,
    buyer_id         uuid not null,
    group_id         uuid not null,
    enterprise_id    uuid not null,
    mass_kg          bigint not null check (mass_kg > 0),
    body             jsonb not null,
    constraint contract_item_has_its_place unique (contract_id, position)
);
create unique index contract_item_is_covered_once on contract_item (upstream_item_id) where upstream_item_id is not null;
alter table contract_item enable row level security;
alter table contract_item force row level security;
create policy contract_item_of_my_party on contract_item to jucai_app
    using (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[] or upstream_item_id is null and enterprise_id = any((select current_parties())::uuid[]))
    with check (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]);
create policy contract_items_for_auditors on contract_item for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_contract_items on contract_item to jucai_worker using (true) with check (true);
revoke update on contract_item from jucai_app;

-- How much of a supply contract's item was called off. One row is moved by whoever calls off first: it never exceeds the contract, also when two race.
create table call_off (
    item_id        uuid primary key references contract_item,
    contract_id    uuid not null references contract,
    round_id       uuid not null,
    seller_id      uuid not null,
    buyer_id       uuid not null,
    group_id       uuid not null,
    enterprise_id  uuid not null,
    contracted_kg  bigint not null check (contracted_kg > 0),
    most_kg        bigint not null,
    called_kg      bigint not null default 0,
    supply_stands  boolean not null default false,
    cover_stands   boolean not null default false,
    delivery_terms jsonb not null,
    constraint call_off_never_exceeds_the_contract check (called_kg between 0 and most_kg),
    constraint call_off_allows_what_was_contracted check (most_kg >= contracted_kg)
);
create index call_off_of_a_contract on call_off (contract_id, item_id);
create index call_off_of_a_receiver on call_off (enterprise_id, item_id);
alter table call_off enable row level security;
alter table call_off force row level security;
create policy call_off_of_my_party on call_off to jucai_app
    using (array[seller_id, buyer_id, group_id, enterprise_id] && (select current_parties())::uuid[])
    with check (array[seller_id, buyer_id, group_id, enterprise_id] && (select current_parties())::uuid[]);
create policy call_offs_for_auditors on call_off for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_call_offs on call_off to jucai_worker using (true) with check (true);
revoke update on call_off from jucai_app;
grant update (most_kg, called_kg, supply_stands, cover_stands, delivery_terms) on call_off to jucai_app;
