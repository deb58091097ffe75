-- Short delivery 短交: of one supplier's part of a lot less will come than was contracted. Its supplier and its finance group know of it.
create table shortfall (
    id             uuid primary key,
    code           text not null,
    round_id       uuid not null,
    round_code     text not null,
    association_id uuid not null,
    group_id       uuid not null,
    seller_id      uuid not null,
    lot_id         uuid not null,
    lot_code       text not null,
    grade          text not null check (length(grade) <= 40),
    stated_by      uuid not null,
    stated_person  uuid not null,
    stated_at      timestamptz not null,
    reason         text not null check (length(reason) between 2 and 1000),
    entitled_kg    bigint not null check (entitled_kg > 0),
    comes_kg       bigint not null,
    status         text not null check (status in ('STATED', 'DIVIDED', 'INSISTED', 'WITHDRAWN')),
    ended_party    uuid,
    ended_person   uuid,
    ended_at       timestamptz,
    ended_words    text check (length(ended_words) <= 1000),
    division       jsonb,
    version        bigint not null,
    constraint shortfall_code_names_one unique (code),
    constraint shortfall_is_less_than_was_agreed check (comes_kg >= 0 and comes_kg < entitled_kg),
    constraint shortfall_stated_by_seller_or_group check (stated_by in (seller_id, group_id)),
    constraint shortfall_that_ended_says_when check ((status = 'STATED') = (ended_at is null)),
    constraint shortfall_divided_says_how check ((status = 'DIVIDED') = (division is not null))
);
create unique index shortfall_one_open_for_each_part_of_a_lot on shortfall (lot_id, seller_id) where status = 'STATED';
create index shortfall_of_a_supplier on shortfall (seller_id, id);
create index shortfall_of_a_group on shortfall (group_id, id);
alter table shortfall enable row level security;
alter table shortfall force row level security;
create policy shortfall_of_my_party on shortfall for select to jucai_app using (array[seller_id, group_id] && (select current_parties())::uuid[]);
create policy shortfall_stated_by_its_own_party on shortfall for insert to jucai_app
    with check (stated_by = any((select current_parties())::uuid[]) and status = 'STATED' and version = 1
        and exists (select 1 from contract c where c.kind = 'SUPPLY' and c.round_id = shortfall.round_id and c.seller_id = shortfall.seller_id and c.group_id = shortfall.group_id));
create policy shortfall_ended_by_its_parties on shortfall for update to jucai_app
    using (status = 'STATED' and array[seller_id, group_id] && (select current_parties())::uuid[])
    with check (group_id = any((select current_parties())::uuid[]) or status = 'WITHDRAWN' and seller_id = any((select current_parties())::uuid[]));
create policy shortfalls_for_auditors on shortfall for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_shortfalls on shortfall to jucai_worker using (true) with check (true);
revoke update on shortfall from jucai_app;
grant update (status, ended_party, ended_person, ended_at, ended_words, division, version) on shortfall to jucai_app;
