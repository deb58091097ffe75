-- Price adjustment formulas: each version is a row that stays as it was entered. They are terms that those read who trade in the
-- association, and those who pay for, test, watch or audit what is traded.
create table price_formula (
    formula_id     uuid not null,
    version        bigint not null check (version between 1 and 1000),
    association_id uuid not null references party,
    document       jsonb not null check (jsonb_typeof(document) = 'object' and length(document::text) <= 300000),
    note           text check (length(note) <= 300),
    entered_at     timestamptz not null,
    entered_by     uuid not null,
    primary key (formula_id, version)
);
create index price_formula_of_association on price_formula (association_id, formula_id desc, version desc);
alter table price_formula enable row level security;
alter table price_formula force row level security;
create policy price_formula_for_those_who_trade_in_its_association on price_formula for select to jucai_app
    using (association_id = any((select current_parties())::uuid[])
           or exists (select 1 from membership m where m.association_id = price_formula.association_id
                      and m.member_id = any((select current_parties())::uuid[]) and m.state <> 'APPLIED'));
create policy price_formula_for_those_who_pay_test_and_watch on price_formula for select to jucai_app
    using ((select acts_as('FINANCE_GROUP') or acts_as('LABORATORY') or acts_as('REGULATOR') or acts_as('SUPERVISOR') or acts_as('AUDITOR')));
create policy price_formula_entered_by_its_association on price_formula for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]) and (select acts_as('ASSOCIATION')));
create policy worker_keeps_price_formulas on price_formula to jucai_worker using (true) with check (true);
revoke update on price_formula from jucai_app, jucai_worker;
