-- Computations of a round's award: what was asked, the problem it makes, who computes it until when, and what came of it. The problem that
-- was asked first is kept beside the one that was solved last: between them lines left that would have paid above their cap.
create table award_run (
    id             uuid primary key,
    round_id       uuid not null,
    association_id uuid not null,
    call           integer not null,
    basis          text not null,
    scenario       jsonb not null,
    work_limit     bigint not null,
    rules_priced   boolean not null,
    status         text not null,
    version        bigint not null,
    exploratory    boolean not null default false,
    fault          text,
    first_problem  bytea not null,
    problem        bytea,
    result         bytea,
    outcome        jsonb,
    awarded        jsonb,
    progress       jsonb,
    lines_left     uuid[] not null default '{}',
    salt           bytea not null,
    asked_by       uuid not null,
    asked_at       timestamptz not null,
    started_at     timestamptz,
    finished_at    timestamptz,
    stop_asked_at  timestamptz,
    holder         uuid,
    leased_until   timestamptz,
    attempts       integer not null default 0,
    constraint award_run_is_of_a_known_basis check (basis in ('OFFICIAL', 'SCENARIO')),
    constraint award_run_stands_somewhere_known
        check (status in ('WAITING', 'SOLVING', 'SOLVED', 'INFEASIBLE', 'UNDECIDED', 'REFUTED', 'FAILED')),
    constraint award_run_has_work_to_do check (work_limit > 0),
    constraint award_run_is_salted check (length(salt) = 32),
    constraint award_run_that_is_solved_has_its_documents
        check (status not in ('SOLVED', 'INFEASIBLE', 'REFUTED') or problem is not null and result is not null and outcome is not null)
);
create index award_run_of_a_round on award_run (round_id, id desc);
create index award_run_to_be_solved on award_run (leased_until) where status in ('WAITING', 'SOLVING');
alter table award_run enable row level security;
alter table award_run force row level security;
create policy award_run_of_my_round on award_run for select to jucai_app using (association_id = any((select current_parties())::uuid[]));
create policy award_runs_for_auditors on award_run for select to jucai_app using ((select acts_as('AUDITOR')));
create policy award_runs_for_supervisors on award_run for select to jucai_app using ((select acts_as('SUPERVISOR')));
create policy award_run_asked_by_its_association on award_run for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy award_run_stopped_by_its_association on award_run for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_solves_award_runs on award_run to jucai_worker using (true) with check (true);
