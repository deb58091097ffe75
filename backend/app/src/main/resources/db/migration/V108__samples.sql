-- Samples 小样 that suppliers sent beforehand: the supplier, the association and the laboratory that gets one know of it.
create table sample (
    id             uuid not null,
    round_id       uuid not null,
    association_id uuid not null,
    supplier_id    uuid not null,
    laboratory_id  uuid,
    lot_id         uuid not null,
    code           text not null,
    status         text not null,
    mass_kg        bigint not null check (mass_kg between 1 and 1000),
    courier        text not null check (length(courier) between 1 and 60),
    courier_number text not null check (length(courier_number) between 4 and 40),
    sent_on        date not null,
    registered_at  timestamptz not null,
    ended_at       timestamptz,
    remark         text check (length(remark) <= 500),
    version        bigint not null,
    primary key (id, round_id),
    constraint sample_code_is_unique_in_its_round unique (round_id, code)
);
create index sample_of_supplier on sample (round_id, supplier_id);
alter table sample enable row level security;
alter table sample force row level security;
create policy sample_for_the_two_and_the_laboratory on sample for select to jucai_app
    using (supplier_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[])
           or laboratory_id = any((select current_parties())::uuid[]));
create policy sample_registered_by_its_supplier on sample for insert to jucai_app
    with check (supplier_id = any((select current_parties())::uuid[]) and supplies_in(association_id));
create policy sample_moved_by_the_two_and_the_laboratory on sample for update to jucai_app
    using (supplier_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[])
           or laboratory_id = any((select current_parties())::uuid[]))
    with check (supplier_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[])
                or laboratory_id = any((select current_parties())::uuid[]));
create policy worker_sees_samples on sample to jucai_worker using (true) with check (true);
revoke update on sample from jucai_app;
grant update (status, ended_at, remark, version) on sample to jucai_app;
