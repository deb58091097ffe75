-- Which formula an association usually agrees for a grade. Read by whoever reads its formulas; contracts copy what they are drawn with.
create table usual_formula (
    association_id uuid not null references party,
    grade          text not null check (length(grade) <= 40),
    formula_id     uuid,
    named_at       timestamptz not null,
    named_by       uuid not null,
    version        bigint not null,
    primary key (association_id, grade)
);
alter table usual_formula enable row level security;
alter table usual_formula force row level security;
create policy usual_formula_for_those_who_trade_in_its_association on usual_formula for select to jucai_app
    using (association_id = any((select current_parties())::uuid[])
           or exists (select 1 from membership m where m.association_id = usual_formula.association_id
                      and m.member_id = any((select current_parties())::uuid[]) and m.state <> 'APPLIED'));
create policy usual_formula_for_those_who_pay_test_and_watch on usual_formula for select to jucai_app
    using ((select acts_as('FINANCE_GROUP') or acts_as('LABORATORY') or acts_as('REGULATOR') or acts_as('SUPERVISOR') or acts_as('AUDITOR')));
create policy usual_formula_named_by_its_association on usual_formula for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]) and (select acts_as('ASSOCIATION')));
create policy usual_formula_renamed_by_its_association on usual_formula for update to jucai_app
    using (association_id = any((select current_parties())::uuid[]) and (select acts_as('ASSOCIATION')))
    with check (association_id = any((select current_parties())::uuid[]) and (select acts_as('ASSOCIATION')));
create policy worker_keeps_usual_formulas on usual_formula to jucai_worker using (true) with check (true);
