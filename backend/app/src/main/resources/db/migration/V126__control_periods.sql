-- Days under a heavy-pollution alert, by delivery zone: public facts, imported by associations.
create table control_period (
    id             uuid primary key,
    association_id uuid not null,
    zone           text not null check (length(zone) between 1 and 20),
    level          text not null check (level in ('YELLOW', 'ORANGE', 'RED')),
    from_on        date not null,
    to_on          date not null,
    blocks         boolean not null,
    source         text not null check (length(source) between 2 and 200),
    recorded_at    timestamptz not null,
    version        bigint not null,
    constraint control_period_runs_forward check (to_on >= from_on - 1),
    constraint control_period_is_an_alert_and_no_season check (to_on <= from_on + 60)
);
create index control_period_of_association on control_period (association_id, zone, from_on);
alter table control_period enable row level security;
alter table control_period force row level security;
create policy control_periods_are_public on control_period for select to jucai_app using (true);
create policy control_period_recorded_by_its_association on control_period for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy control_period_lifted_by_its_association on control_period for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_control_periods on control_period to jucai_worker using (true) with check (true);
revoke update on control_period from jucai_app;
grant update (to_on, version) on control_period to jucai_app;
