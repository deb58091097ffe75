-- Versions of a round's award. What is on the sheet is made public by the public notice; everything else of it stands in award_inside.
create table award (
    round_id        uuid not null,
    number          integer not null check (number > 0),
    association_id  uuid not null,
    call            integer not null,
    run_id          uuid not null,
    status          text not null,
    version         bigint not null,
    sheet           jsonb not null,
    proposed_by     uuid not null,
    proposed_at     timestamptz not null,
    publicised_at   timestamptz,
    final_at        timestamptz,
    revoked_at      timestamptz,
    revoked_because text check (length(revoked_because) <= 1000),
    primary key (round_id, number),
    constraint award_stands_somewhere_known check (status in ('PROPOSED', 'PUBLICISED', 'FINAL', 'REVOKED')),
    constraint award_at_notice_says_since_when check (status not in ('PUBLICISED', 'FINAL') or publicised_at is not null),
    constraint award_that_is_final_says_since_when check (status <> 'FINAL' or final_at is not null),
    constraint award_that_is_revoked_says_why check (status <> 'REVOKED' or revoked_at is not null and revoked_because is not null)
);
create unique index award_has_one_live_version on award (round_id) where status <> 'REVOKED';
alter table award enable row level security;
alter table award force row level security;
create policy award_is_public_from_its_notice_on on award for select to jucai_app using (publicised_at is not null);
create policy award_of_my_round on award to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy awards_for_auditors on award for select to jucai_app using ((select acts_as('AUDITOR')));
create policy awards_for_supervisors on award for select to jucai_app using ((select acts_as('SUPERVISOR')));
create policy awards_for_regulators on award for select to jucai_app using ((select acts_as('REGULATOR')));
create policy worker_sees_awards on award to jucai_worker using (true) with check (true);

-- The decision with its reasons, what each line gets, and how the offers that did not win compare.
create table award_inside (
    round_id       uuid not null,
    number         integer not null,
    association_id uuid not null,
    decision       jsonb not null,
    settlement     jsonb not null,
    ranks          jsonb not null,
    primary key (round_id, number)
);
alter table award_inside enable row level security;
alter table award_inside force row level security;
create policy award_inside_of_my_round on award_inside to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy award_inside_for_auditors on award_inside for select to jucai_app using ((select acts_as('AUDITOR')));
create policy award_inside_for_supervisors on award_inside for select to jucai_app using ((select acts_as('SUPERVISOR')));
create policy worker_sees_award_inside on award_inside to jucai_worker using (true) with check (true);
revoke update on award_inside from jucai_app;

-- Objections (异议) to an award at public notice: the objector's words are never changed, the answer stands beside them.
create table award_objection (
    id             uuid primary key,
    round_id       uuid not null,
    number         integer not null,
    association_id uuid not null,
    party_id       uuid not null,
    person_id      uuid not null,
    lot_id         uuid,
    grounds        text not null check (length(grounds) between 2 and 4000),
    status         text not null,
    received_at    timestamptz not null,
    answer         text check (length(answer) <= 4000),
    answered_by    uuid,
    answered_at    timestamptz,
    version        bigint not null,
    constraint objection_stands_somewhere_known check (status in ('OPEN', 'UPHELD', 'DISMISSED')),
    constraint objection_that_was_answered_says_how check (status = 'OPEN' or answer is not null and answered_at is not null)
);
create index award_objection_of_a_round on award_objection (round_id, id desc);
alter table award_objection enable row level security;
alter table award_objection force row level security;
create policy objection_of_my_party on award_objection for select to jucai_app using (party_id = any((select current_parties())::uuid[]));
create policy objection_raised_by_its_party on award_objection for insert to jucai_app with check (party_id = any((select current_parties())::uuid[]));
create policy objection_to_my_award on award_objection for select to jucai_app using (association_id = any((select current_parties())::uuid[]));
create policy objection_answered_by_the_association on award_objection for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy objections_for_auditors on award_objection for select to jucai_app using ((select acts_as('AUDITOR')));
create policy objections_for_supervisors on award_objection for select to jucai_app using ((select acts_as('SUPERVISOR')));
create policy objections_for_regulators on award_objection for select to jucai_app using ((select acts_as('REGULATOR')));
create policy worker_sees_objections on award_objection to jucai_worker using (true) with check (true);
revoke update on award_objection from jucai_app;
grant update (status, answer, answered_by, answered_at, version) on award_objection to jucai_app;
