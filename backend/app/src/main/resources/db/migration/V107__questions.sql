-- Questions of suppliers about what is tendered, and the answers that go to all. Who asked stands in a table of its own.
create table question (
    id             uuid not null,
    round_id       uuid not null,
    call           integer not null,
    association_id uuid not null,
    lot_id         uuid,
    text           text not null check (length(text) between 2 and 2000),
    asked_at       timestamptz not null,
    answer         text check (length(answer) between 1 and 4000),
    answered_at    timestamptz,
    version        bigint not null,
    primary key (id, round_id),
    constraint question_is_answered_at_a_time check ((answer is null) = (answered_at is null))
);
create index question_of_round on question (round_id, id);

-- Until the opening begins the asker sees itself here, and nobody else does: neither the association nor background work.
create table question_asker (
    question_id    uuid not null,
    round_id       uuid not null,
    call           integer not null,
    association_id uuid not null,
    supplier_id    uuid not null,
    person_id      uuid not null,
    primary key (question_id, round_id)
);
create index question_asker_of_supplier on question_asker (round_id, call, supplier_id);
alter table question_asker enable row level security;
alter table question_asker force row level security;
create policy question_asker_for_itself on question_asker for select to jucai_app
    using (supplier_id = any((select current_parties())::uuid[]));
create policy question_asker_once_the_opening_began on question_asker for select to jucai_app
    using ((association_id = any((select current_parties())::uuid[]) or (select acts_as('REGULATOR')) or (select acts_as('AUDITOR')))
           and exists (select 1 from opening o where o.round_id = question_asker.round_id and o.call = question_asker.call));
create policy question_asked_by_its_supplier on question_asker for insert to jucai_app
    with check (supplier_id = any((select current_parties())::uuid[]) and supplies_in(association_id));
create policy worker_sees_askers_once_the_opening_began on question_asker for select to jucai_worker
    using (exists (select 1 from opening o where o.round_id = question_asker.round_id and o.call = question_asker.call));
revoke update on question_asker from jucai_app, jucai_worker;
revoke insert on question_asker from jucai_worker;

alter table question enable row level security;
alter table question force row level security;
create policy question_for_those_who_may_read_it on question for select to jucai_app
    using (association_id = any((select current_parties())::uuid[]) or (select acts_as('REGULATOR')) or (select acts_as('AUDITOR'))
           or (answered_at is not null and supplies_in(association_id))
           or exists (select 1 from question_asker a where a.question_id = question.id and a.round_id = question.round_id
                      and a.supplier_id = any((select current_parties())::uuid[])));
create policy question_put_by_a_supplier on question for insert to jucai_app
    with check (supplies_in(association_id) and answered_at is null);
create policy question_answered_by_its_association on question for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_questions on question to jucai_worker using (true) with check (true);

-- That a question came is written without its sender, in the name of the association's clock.
create policy question_received_without_its_sender on event for insert to jucai_app
    with check (stream = 'question' and version = 1 and entry = 'CLOCK' and actor_id = '00000000-0000-0000-0000-000000000001'
                and supplies_in(party_id));
