-- Of which pay-days of a statement it was told that they are near, or past: each once.
create table statement_day_told (
    statement_id uuid not null references statement,
    due_on       date not null,
    what         text not null check (what in ('NEAR', 'LATE')),
    primary key (statement_id, due_on, what)
);
alter table statement_day_told enable row level security;
alter table statement_day_told force row level security;
create policy worker_keeps_days_told on statement_day_told to jucai_worker using (true) with check (true);
revoke all on statement_day_told from jucai_app;
