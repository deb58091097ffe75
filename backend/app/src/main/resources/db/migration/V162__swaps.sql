-- Swaps 调剂: a member passes tonnes of its share on that did not arrive yet. While a swap is offered whoever shares the lot reads that so much is offered,
-- and not by whom: who offers lies in a table of its own.
create table swap (
    id             uuid primary key,
    code           text not null,
    round_id       uuid not null,
    association_id uuid not null,
    group_id       uuid not null,
    seller_id      uuid not null,
    lot_id         uuid not null,
    lot_code       text not null,
    grade          text not null check (length(grade) <= 40),
    seller_agrees  boolean not null,
    mass_kg        bigint not null check (mass_kg > 0),
    to_id          uuid,
    status         text not null check (status in ('OFFERED', 'ACCEPTED', 'DONE', 'ENDED')),
    offered_at     timestamptz not null,
    taker_id       uuid,
    confirmed      boolean not null,
    agreed         boolean not null,
    ended_party    uuid,
    ended_at       timestamptz,
    ended_words    text check (length(ended_words) <= 1000),
    version        bigint not null,
    constraint swap_code_names_one unique (code),
    constraint swap_accepted_says_by_whom check (status not in ('ACCEPTED', 'DONE') or taker_id is not null),
    constraint swap_done_was_agreed_by_all check (status <> 'DONE' or confirmed and (agreed or not seller_agrees)),
    constraint swap_that_ended_says_when check ((status in ('DONE', 'ENDED')) = (ended_at is not null))
);
create index swap_of_a_lot on swap (lot_id, seller_id) where status = 'OFFERED';

-- A party's own mark: it tells whoever offered or accepted a swap, and nobody else, that it did.
create table swap_own (
    swap_id  uuid not null references swap,
    party_id uuid not null,
    primary key (swap_id, party_id)
);
alter table swap_own enable row level security;
alter table swap_own force row level security;
create policy swap_own_of_my_party on swap_own to jucai_app using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_sees_swap_owns on swap_own to jucai_worker using (true) with check (true);
revoke update on swap_own from jucai_app;

alter table swap enable row level security;
alter table swap force row level security;
create policy swap_offered_in_my_lot on swap for select to jucai_app
    using (status = 'OFFERED' and (to_id is null or to_id = any((select current_parties())::uuid[]))
        and exists (select 1 from contract_item i where i.upstream_item_id is null and (i.body ->> 'lotId')::uuid = swap.lot_id and i.seller_id = swap.seller_id
            and i.enterprise_id = any((select current_parties())::uuid[])));
create policy swap_that_concerns_my_party on swap for select to jucai_app
    using (group_id = any((select current_parties())::uuid[]) or status <> 'OFFERED' and taker_id is not null and seller_id = any((select current_parties())::uuid[])
        or exists (select 1 from swap_own o where o.swap_id = swap.id));
create policy swap_offered_by_a_member on swap for insert to jucai_app with check (status = 'OFFERED' and version = 1 and not agreed and taker_id is null);
create policy swap_accepted_in_my_lot on swap for update to jucai_app
    using (status = 'OFFERED') with check (status = 'ACCEPTED' and taker_id = any((select current_parties())::uuid[]));
create policy swap_moved_by_those_concerned on swap for update to jucai_app
    using (status in ('OFFERED', 'ACCEPTED') and (group_id = any((select current_parties())::uuid[]) or seller_id = any((select current_parties())::uuid[])
        or exists (select 1 from swap_own o where o.swap_id = swap.id)))
    with check (status in ('ACCEPTED', 'ENDED') or status = 'DONE' and group_id = any((select current_parties())::uuid[]));
create policy swaps_for_auditors on swap for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_swaps on swap to jucai_worker using (true) with check (true);
revoke update on swap from jucai_app;
grant update (status, taker_id, confirmed, agreed, ended_party, ended_at, ended_words, version) on swap to jucai_app;

-- The two sides. Who offers is read by the finance group, and by the others once it is accepted.
create table swap_side (
    swap_id       uuid not null references swap,
    side          text not null check (side in ('GIVER', 'TAKER')),
    party_id      uuid not null,
    person_id     uuid not null,
    item_id       uuid not null,
    line_id       uuid not null,
    line_code     text not null,
    allocation_id uuid not null,
    at            timestamptz not null,
    primary key (swap_id, side)
);
alter table swap_side enable row level security;
alter table swap_side force row level security;
create policy swap_side_of_my_party on swap_side to jucai_app using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy swap_side_for_those_concerned on swap_side for select to jucai_app
    using (exists (select 1 from swap s where s.id = swap_id and (s.group_id = any((select current_parties())::uuid[])
        or s.status <> 'OFFERED' and s.taker_id is not null and (s.seller_id = any((select current_parties())::uuid[]) or exists (select 1 from swap_own o where o.swap_id = s.id)))));
create policy swap_sides_for_auditors on swap_side for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_swap_sides on swap_side to jucai_worker using (true) with check (true);
revoke update on swap_side from jucai_app;
