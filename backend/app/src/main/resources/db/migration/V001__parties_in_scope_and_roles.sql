-- Roles are made by whoever installs the database (see docs/notes/running.md): jucai_owner owns the schema and runs
-- these migrations; jucai_app serves requests; jucai_worker does background work. Neither of the two is superuser,
-- owner or exempt from row-level security.

-- The parties of the transaction: whom the request acts for. Unset means nobody. Policies ask by (select current_parties()),
-- which is answered once a statement; asked plainly it would be read anew for every row.
create function current_parties() returns uuid[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('jucai.parties', true), '')::uuid[], '{}'::uuid[]);

alter default privileges in schema public grant select, insert, update on tables to jucai_app, jucai_worker;
alter default privileges in schema public grant usage on sequences to jucai_app, jucai_worker;
alter default privileges in schema public grant execute on functions to jucai_app, jucai_worker;
grant usage on schema public to jucai_app, jucai_worker;
grant execute on function current_parties() to jucai_app, jucai_worker;

-- Facts about this installation: whether it holds the demo world, the epoch of its event feed.
create table installation (
    key   text primary key check (length(key) between 1 and 60),
    value text not null check (length(value) <= 500)
);
insert into installation (key, value) values ('epoch', gen_random_uuid()::text);
alter table installation enable row level security;
alter table installation force row level security;
create policy installation_is_public on installation to jucai_app using (true) with check (false);
create policy worker_keeps_installation on installation to jucai_worker using (true) with check (true);
