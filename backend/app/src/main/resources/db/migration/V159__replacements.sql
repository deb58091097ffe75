-- Which truck replaces one that went back or was refused at the gate. A truck is replaced once; where its replacement was cancelled, again.
create table replacement (
    delivery_id uuid primary key references delivery,
    replaces_id uuid not null references delivery,
    position    integer not null check (position between 1 and 20),
    planned_by  uuid not null,
    planned_at  timestamptz not null,
    constraint replacement_is_of_another_truck check (delivery_id <> replaces_id),
    constraint replacement_follows_the_one_before unique (replaces_id, position)
);
alter table replacement enable row level security;
alter table replacement force row level security;
create policy replacement_of_a_delivery_that_one_sees on replacement for select to jucai_app using (exists (select 1 from delivery d where d.id = delivery_id));
create policy replacement_planned_by_its_own_party on replacement for insert to jucai_app
    with check (planned_by = any((select current_parties())::uuid[]) and exists (select 1 from delivery d join delivery r on r.id = replaces_id
        where d.id = delivery_id and d.item_id = r.item_id and r.status in ('RETURNED', 'REFUSED') and d.planned_kg <= coalesce(r.settled_kg, r.planned_kg)));
create policy worker_sees_replacements on replacement to jucai_worker using (true) with check (true);
revoke update on replacement from jucai_app, jucai_worker;
