-- What a supplier states of its size; a later statement takes its place, none is edited.
create table supplier_size (
    id          uuid primary key,
    supplier_id uuid not null references party,
    number      integer not null check (number > 0),
    size        text not null check (size in ('LARGE', 'MEDIUM', 'SMALL', 'MICRO')),
    trade       text not null check (trade in ('INDUSTRY', 'WHOLESALE')),
    year        integer not null check (year between 2000 and 2100),
    workers     integer not null check (workers >= 0),
    revenue_fen bigint not null check (revenue_fen >= 0),
    stated_at   timestamptz not null,
    constraint supplier_size_belongs_to_its_supplier unique (id, supplier_id),
    constraint supplier_size_statements_follow_one_another unique (supplier_id, number)
);

-- What an association found of a statement, once.
create table supplier_size_verdict (
    size_id        uuid not null,
    supplier_id    uuid not null,
    association_id uuid not null references party,
    confirmed      boolean not null,
    reason         text not null check (length(reason) between 1 and 500),
    judged_at      timestamptz not null,
    constraint supplier_size_is_judged_once_by_each_association primary key (size_id, association_id),
    constraint supplier_size_verdict_is_of_the_suppliers_statement foreign key (size_id, supplier_id) references supplier_size (id, supplier_id)
);

alter table supplier_size enable row level security;
alter table supplier_size force row level security;
create policy supplier_size_for_its_supplier_and_associations on supplier_size for select to jucai_app using (may_read_file(supplier_id));
-- Its own word: an association that keeps the file does not state it.
create policy supplier_size_stated_by_the_supplier on supplier_size for insert to jucai_app
    with check (supplier_id = any((select current_parties())::uuid[]));
create policy worker_sees_all_supplier_sizes on supplier_size to jucai_worker using (true) with check (true);

alter table supplier_size_verdict enable row level security;
alter table supplier_size_verdict force row level security;
create policy supplier_size_verdict_for_its_supplier_and_associations on supplier_size_verdict for select to jucai_app using (may_read_file(supplier_id));
create policy supplier_size_judged_by_its_associations on supplier_size_verdict for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]) and acts_as('ASSOCIATION') and in_my_care(supplier_id));
create policy worker_sees_all_supplier_size_verdicts on supplier_size_verdict to jucai_worker using (true) with check (true);

revoke update on supplier_size, supplier_size_verdict from jucai_app, jucai_worker;
