-- Financing products 融资产品: terms of a bank in versions. A version stays as it was entered: what was agreed by it goes on by it.
create table finance_product (
    product_id uuid not null,
    version    bigint not null check (version between 1 and 1000),
    bank_id    uuid not null references party,
    terms      jsonb not null check (length(terms::text) <= 20000),
    note       text check (length(note) <= 300),
    entered_at timestamptz not null,
    entered_by uuid not null,
    primary key (product_id, version)
);
create index finance_product_of_bank on finance_product (bank_id, product_id desc, version desc);
alter table finance_product enable row level security;
alter table finance_product force row level security;
-- Those who may borrow by it, secure it or watch it read its terms; another bank and a supplier do not.
create policy finance_product_of_its_bank on finance_product for select to jucai_app using (bank_id = any((select current_parties())::uuid[]));
create policy finance_product_for_those_who_use_or_watch_it on finance_product for select to jucai_app
    using ((select acts_as('ENTERPRISE') or acts_as('FINANCE_GROUP') or acts_as('ASSOCIATION') or acts_as('REGULATOR') or acts_as('AUDITOR')));
create policy finance_product_entered_by_its_bank on finance_product for insert to jucai_app
    with check (bank_id = any((select current_parties())::uuid[]) and (select acts_as('BANK')));
create policy worker_sees_finance_products on finance_product for select to jucai_worker using (true);
revoke update on finance_product from jucai_app, jucai_worker;
