-- Work that finance does by itself every night, or when asked: a row each, so that what failed or did not run is seen.
create table finance_run (
    id             uuid primary key,
    kind           text not null check (kind in ('REDERIVATION', 'INTEREST')),
    due_on         date,
    asked_by       uuid,
    asked_at       timestamptz not null,
    started_at     timestamptz,
    ended_at       timestamptz,
    looked_at      bigint not null default 0,
    differing      bigint not null default 0,
    difference_fen numeric(30) not null default 0,
    details        jsonb not null default '[]' check (jsonb_typeof(details) = 'array' and jsonb_array_length(details) <= 100),
    failure        text check (length(failure) between 1 and 500),
    constraint finance_run_is_due_once_a_day unique (kind, due_on),
    constraint finance_run_is_asked_for_or_due check ((due_on is null) <> (asked_by is null)),
    constraint finance_run_ends_after_it_began check (ended_at is null or started_at is not null)
);
create index finance_run_by_kind on finance_run (kind, asked_at desc, id desc);
create index finance_run_that_waits on finance_run (asked_at) where ended_at is null;
alter table finance_run enable row level security;
alter table finance_run force row level security;
create policy finance_runs_for_banks_groups_and_auditors on finance_run for select to jucai_app
    using ((select acts_as('BANK') or acts_as('FINANCE_GROUP') or acts_as('AUDITOR')));
create policy finance_run_asked_for_by_me on finance_run for insert to jucai_app
    with check (asked_by = any((select current_actors())::uuid[]) and started_at is null and ended_at is null
        and (select acts_as('BANK') or acts_as('FINANCE_GROUP') or acts_as('AUDITOR')));
create policy worker_keeps_finance_runs on finance_run to jucai_worker using (true) with check (true);
revoke update on finance_run from jucai_app;
