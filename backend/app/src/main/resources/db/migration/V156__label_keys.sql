-- Keys that seal the QR codes of labels. Their secrets are read by background work alone; who keeps the installation renews and withdraws them. A key that
-- is withdrawn stays, so that what it sealed is told from a forgery.
create table label_key (
    number       integer primary key check (number > 0),
    secret       bytea not null check (length(secret) = 32),
    made_at      timestamptz not null,
    withdrawn_at timestamptz
);
alter table label_key enable row level security;
alter table label_key force row level security;
create policy label_keys_kept_by_the_installation on label_key to jucai_app using ((select acts_as('PLATFORM'))) with check ((select acts_as('PLATFORM')));
create policy worker_keeps_label_keys on label_key to jucai_worker using (true) with check (true);
revoke select, update on label_key from jucai_app;
revoke update on label_key from jucai_worker;
grant select (number, made_at, withdrawn_at), update (withdrawn_at) on label_key to jucai_app;
