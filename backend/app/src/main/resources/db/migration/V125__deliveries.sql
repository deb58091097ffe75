-- Deliveries: one truck's goods for one item of a contract. Supplier, buyer, member and store of a delivery know of it, and nobody else;
-- members who share a truck do not know each other's part.
create table delivery (
    id                  uuid primary key,
    code                text not null,
    contract_id         uuid not null,
    item_id             uuid not null,
    round_id            uuid not null,
    association_id      uuid not null,
    seller_id           uuid not null,
    buyer_id            uuid not null,
    member_id           uuid not null,
    store_id            uuid,
    grade               text not null check (length(grade) <= 40),
    size                text not null check (length(size) <= 20),
    packing             text not null check (length(packing) <= 20),
    zone                text not null check (length(zone) <= 20),
    place               text not null check (length(place) <= 200),
    window_from_on      date not null,
    window_to_on        date not null,
    settling_ticket     text not null,
    difference_permille integer not null check (difference_permille between 0 and 100),
    planned_kg          bigint not null,
    planned_on          date not null,
    trip_id             uuid,
    planned_at          timestamptz not null,
    status              text not null,
    version             bigint not null,
    plate               text check (length(plate) between 4 and 20),
    driver              text check (length(driver) <= 40),
    phone               text check (length(phone) <= 20),
    loaded_kg           bigint check (loaded_kg between 1 and 150000),
    expected_at         timestamptz,
    notified_at         timestamptz,
    arrived_at          timestamptz,
    settled_kg          bigint check (settled_kg > 0),
    report              text check (length(report) <= 80),
    said                text check (length(said) <= 500),
    constraint delivery_code_names_one unique (code),
    constraint delivery_planned_is_a_truck check (planned_kg between 1 and 150000),
    constraint delivery_stands_somewhere_known check (status in ('PLANNED', 'NOTIFIED', 'ARRIVED', 'GATE_CHECKED', 'WEIGHED', 'UNLOADED', 'AT_MEMBER', 'IN_STORE',
        'RELEASED', 'CANCELLED', 'REFUSED', 'RETURNED')),
    constraint delivery_on_its_way_is_announced check (status in ('PLANNED', 'CANCELLED') or plate is not null and notified_at is not null),
    constraint delivery_unloaded_is_weighed check (status not in ('WEIGHED', 'UNLOADED', 'AT_MEMBER', 'IN_STORE', 'RELEASED') or settled_kg is not null)
);
create index delivery_of_contract on delivery (contract_id, planned_on, id);
create index delivery_of_item on delivery (item_id);
create index delivery_by_seller on delivery (seller_id, id);
create index delivery_by_buyer on delivery (buyer_id, id);
create index delivery_by_member on delivery (member_id, id);
create index delivery_by_store on delivery (store_id, id) where store_id is not null;
create index delivery_on_its_way_by_plate on delivery (plate) where status in ('NOTIFIED', 'ARRIVED', 'GATE_CHECKED');
alter table delivery enable row level security;
alter table delivery force row level security;
create policy delivery_for_whom_it_concerns on delivery for select to jucai_app
    using (array[seller_id, buyer_id, member_id, store_id] && (select current_parties())::uuid[]);
create policy delivery_planned_by_the_three on delivery for insert to jucai_app
    with check (array[seller_id, buyer_id, member_id] && (select current_parties())::uuid[]);
create policy delivery_moved_by_whom_it_concerns on delivery for update to jucai_app
    using (array[seller_id, buyer_id, member_id, store_id] && (select current_parties())::uuid[])
    with check (array[seller_id, buyer_id, member_id, store_id] && (select current_parties())::uuid[]);
create policy deliveries_for_auditors on delivery for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_sees_deliveries on delivery to jucai_worker using (true) with check (true);
revoke update on delivery from jucai_app;
grant update (status, version, plate, driver, phone, loaded_kg, expected_at, notified_at, arrived_at, settled_kg, report, said) on delivery to jucai_app;

-- Weigh tickets: a ticket counts once ever, whoever enters it for whatever delivery, however its letters are written. Never changed.
create table weigh_ticket (
    id          uuid primary key,
    delivery_id uuid not null references delivery,
    position    integer not null,
    side        text not null check (side in ('ORIGIN', 'DESTINATION')),
    bridge      text not null check (length(bridge) between 1 and 60),
    number      text not null check (length(number) between 1 and 40),
    bridge_key  text not null,
    number_key  text not null,
    gross_kg    bigint not null,
    tare_kg     bigint not null,
    net_kg      bigint generated always as (gross_kg - tare_kg) stored,
    stated_at   timestamptz not null,
    entered_at  timestamptz not null,
    entered_by  uuid not null,
    constraint weigh_ticket_counts_once_ever unique (bridge_key, number_key),
    constraint weigh_ticket_tare_is_below_gross check (tare_kg > 0 and gross_kg > tare_kg),
    constraint weigh_ticket_is_of_a_truck check (gross_kg <= 150000)
);
create unique index weigh_ticket_in_their_order on weigh_ticket (delivery_id, position);
alter table weigh_ticket enable row level security;
alter table weigh_ticket force row level security;
create policy weigh_ticket_of_a_delivery_that_one_sees on weigh_ticket for select to jucai_app
    using (exists (select 1 from delivery d where d.id = delivery_id));
create policy weigh_ticket_entered_by_its_own_party on weigh_ticket for insert to jucai_app
    with check (entered_by = any((select current_parties())::uuid[]) and exists (select 1 from delivery d where d.id = delivery_id));
create policy worker_sees_weigh_tickets on weigh_ticket to jucai_worker using (true) with check (true);
revoke update on weigh_ticket from jucai_app;

-- Custody: a parcel never changes but for its end. What moved is in the journal (stream custody), from which these rows can be derived again.
create table custody_parcel (
    id          uuid primary key,
    delivery_id uuid not null references delivery,
    mass_kg     bigint not null check (mass_kg > 0),
    place       text not null check (place in ('TRUCK', 'MEMBER', 'STORE', 'SUPPLIER')),
    keeper_id   uuid not null,
    owner_id    uuid not null,
    pledgee_id  uuid,
    under_test  boolean not null,
    made_by     bigint not null,
    ended_by    bigint,
    constraint custody_parcel_ends_after_it_began check (ended_by > made_by)
);
create index custody_parcel_of_delivery on custody_parcel (delivery_id) where ended_by is null;
alter table custody_parcel enable row level security;
alter table custody_parcel force row level security;
create policy custody_parcel_of_a_delivery_that_one_sees on custody_parcel to jucai_app
    using (exists (select 1 from delivery d where d.id = delivery_id)) with check (exists (select 1 from delivery d where d.id = delivery_id));
create policy worker_sees_parcels on custody_parcel to jucai_worker using (true) with check (true);
revoke update on custody_parcel from jucai_app;
grant update (ended_by) on custody_parcel to jucai_app;
