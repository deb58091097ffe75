-- What each line got of an award that was made final, and everything its statement says.
create table allocation (
    round_id            uuid not null,
    id                  uuid not null,
    number              integer not null,
    association_id      uuid not null,
    enterprise_id       uuid not null,
    line_id             uuid not null,
    lot_id              uuid not null,
    status              text not null,
    version             bigint not null,
    mass_kg             bigint not null check (mass_kg > 0),
    total_fen           bigint not null,
    statement           jsonb not null,
    computed_at         timestamptz not null,
    silence_confirms_at timestamptz not null,
    confirmed_at        timestamptz,
    by_silence          boolean,
    objection           text check (length(objection) <= 2000),
    objected_at         timestamptz,
    answer              text check (length(answer) <= 2000),
    upheld              boolean,
    answered_at         timestamptz,
    primary key (round_id, id),
    constraint allocation_one_for_each_line_of_an_award unique (round_id, number, line_id),
    constraint allocation_stands_somewhere_known check (status in ('COMPUTED', 'CONFIRMED', 'OBJECTED', 'REVOKED')),
    constraint allocation_that_is_confirmed_says_when check (status <> 'CONFIRMED' or confirmed_at is not null and by_silence is not null),
    constraint allocation_objected_to_says_why check (status <> 'OBJECTED' or objection is not null)
);
create index allocation_by_id on allocation (id);
create index allocation_confirmed_by_silence on allocation (silence_confirms_at, id) where status = 'COMPUTED';
alter table allocation enable row level security;
alter table allocation force row level security;
create policy allocation_of_my_party on allocation for select to jucai_app using (enterprise_id = any((select current_parties())::uuid[]));
create policy allocation_confirmed_by_its_party on allocation for update to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[])) with check (enterprise_id = any((select current_parties())::uuid[]));
create policy allocation_of_my_round on allocation to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy allocations_for_auditors on allocation for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_allocations on allocation to jucai_worker using (true) with check (true);
revoke update on allocation from jucai_app;
grant update (status, version, confirmed_at, by_silence, objection, objected_at, answer, upheld, answered_at) on allocation to jucai_app;
