-- Everyone who takes part. What stands in this table is known to everyone signed in; what a party keeps to itself stands
-- in the tables below.
create table party (
    id            uuid primary key,
    kind          text not null check (kind in ('ASSOCIATION', 'ENTERPRISE', 'SUPPLIER', 'FINANCE_GROUP', 'BANK', 'WAREHOUSE',
                                                'LABORATORY', 'SUPERVISOR', 'REGULATOR', 'AUDITOR', 'PLATFORM')),
    code          text not null check (code ~ '^[A-Z0-9-]{2,20}$'),
    name_zh       text not null check (length(name_zh) between 2 and 100),
    name_en       text check (length(name_en) <= 150),
    uscc          text check (length(uscc) <= 18),
    area_code     text check (area_code ~ '^[0-9]{6}([0-9]{3})?$'),
    scale         text check (scale in ('ABOVE', 'BELOW')),
    supplier_kind text check (supplier_kind in ('KILN', 'TRADER', 'MINE', 'IMPORTER')),
    active        boolean not null default true,
    version       bigint not null default 1,
    registered_at timestamptz not null,
    constraint party_code_is_used_once unique (code),
    constraint party_an_enterprise_has_a_scale check ((kind = 'ENTERPRISE') = (scale is not null)),
    constraint party_a_supplier_has_a_kind check ((kind = 'SUPPLIER') = (supplier_kind is not null))
);
-- One firm may make and sell: the same credit code once as a member and once as a supplier.
create unique index party_uscc_is_used_once_per_kind on party (kind, uscc) where uscc is not null;
create index party_by_kind_and_code on party (kind, code);

-- A membership of an enterprise, or the listing of a supplier, in an association. Whoever left and comes back has a new row.
create table membership (
    id             uuid primary key,
    association_id uuid not null references party,
    member_id      uuid not null references party,
    state          text not null check (state in ('APPLIED', 'ADMITTED', 'SUSPENDED', 'LEFT')),
    applied_on     date not null,
    joined_on      date,
    left_on        date
);
create unique index membership_one_live_per_association on membership (association_id, member_id) where state <> 'LEFT';
create index membership_of_member on membership (member_id);

create function acts_as(asked text) returns boolean
    language sql stable
    return exists (select 1 from party where id = any(current_parties()) and kind = asked);

-- Whose file the transaction may keep: its own party, members of its association, and for the platform the parties that no
-- association admits.
create function in_my_care(party_id uuid) returns boolean
    language sql stable
    return party_id = any(current_parties())
        or exists (select 1 from membership m where m.member_id = party_id and m.association_id = any(current_parties())
                   and m.state <> 'LEFT')
        or (acts_as('PLATFORM') and exists (select 1 from party p where p.id = party_id and p.kind not in ('ENTERPRISE', 'SUPPLIER')));

create function may_read_file(party_id uuid) returns boolean
    language sql stable
    return in_my_care(party_id) or acts_as('AUDITOR');

create table enterprise_detail (
    party_id             uuid primary key references party,
    uscc_override_reason text check (length(uscc_override_reason) <= 300),
    kiln_types           text[] not null default '{}' check (cardinality(kiln_types) <= 10),
    capacity_kg_per_year bigint check (capacity_kg_per_year >= 0),
    product_kg_per_year  bigint check (product_kg_per_year >= 0),
    workers              integer check (workers >= 0),
    contact_name         text check (length(contact_name) <= 60),
    contact_phone        text check (length(contact_phone) <= 20)
);

create table supplier_detail (
    party_id             uuid primary key references party,
    uscc_override_reason text check (length(uscc_override_reason) <= 300),
    origin               text check (length(origin) <= 60),
    materials            text[] not null default '{}' check (cardinality(materials) <= 100),
    vat_rate_pct         integer check (vat_rate_pct in (13, 9, 6, 3, 1)),
    transport            text check (transport in ('ROAD', 'RAIL')),
    distance_km          integer check (distance_km >= 0),
    contact_name         text check (length(contact_name) <= 60),
    contact_phone        text check (length(contact_phone) <= 20)
);

create table evidence (
    id           uuid primary key,
    party_id     uuid not null references party,
    kind         text not null check (kind in ('BUSINESS_LICENCE', 'ENVIRONMENTAL_PERMIT', 'SAFETY_LICENCE', 'MINING_LICENCE',
                                               'CUSTOMS_REGISTRATION', 'QUALITY_CERTIFICATE', 'OTHER')),
    number       text not null check (length(number) between 1 and 60),
    issuer       text not null check (length(issuer) between 1 and 100),
    issued_on    date not null,
    expires_on   date,
    document_ref text check (length(document_ref) <= 200),
    recorded_at  timestamptz not null,
    constraint evidence_ends_after_it_begins check (expires_on is null or expires_on >= issued_on)
);
create index evidence_of_party on evidence (party_id, id);
create index evidence_by_expiry on evidence (expires_on) where expires_on is not null;

create table delivery_point (
    id               uuid primary key,
    enterprise_id    uuid not null references party,
    code             text not null check (length(code) between 2 and 20),
    name             text not null check (length(name) between 2 and 100),
    address          text check (length(address) <= 200),
    zone_code        text not null check (length(zone_code) between 1 and 20),
    rail_head_metres integer check (rail_head_metres >= 0),
    active           boolean not null default true,
    constraint delivery_point_code_is_used_once unique (code)
);
create index delivery_point_of_enterprise on delivery_point (enterprise_id, id);

create table productivity_grade (
    id            uuid primary key,
    enterprise_id uuid not null references party,
    grade         text not null check (grade in ('A', 'B', 'C', 'D')),
    year          integer not null check (year between 2015 and 2100),
    issuer        text not null check (length(issuer) between 2 and 100),
    document_ref  text not null check (length(document_ref) between 2 and 200),
    valid_from_on date not null,
    valid_to_on   date not null,
    recorded_at   timestamptz not null,
    constraint productivity_grade_ends_after_it_begins check (valid_to_on >= valid_from_on)
);
create index productivity_grade_of_enterprise on productivity_grade (enterprise_id, id);

create table connected_party (
    id         uuid primary key,
    party_a_id uuid not null references party,
    party_b_id uuid not null references party,
    reason     text not null check (reason in ('COMMON_CONTROLLER', 'SHAREHOLDING', 'SHARED_MANAGER', 'FAMILY', 'OTHER')),
    evidence   text not null check (length(evidence) between 2 and 300),
    from_on    date not null,
    to_on      date,
    constraint connected_party_in_one_order check (party_a_id < party_b_id),
    constraint connected_party_is_recorded_once unique (party_a_id, party_b_id, reason, from_on),
    constraint connected_party_ends_after_it_begins check (to_on is null or to_on >= from_on)
);
create index connected_party_from_the_other_side on connected_party (party_b_id);

-- Associations are public; the rest of the directory is for everyone signed in.
alter table party enable row level security;
alter table party force row level security;
create policy party_directory on party for select to jucai_app using (kind = 'ASSOCIATION' or cardinality((select current_parties())) > 0);
create policy party_registered_by_its_keeper on party for insert to jucai_app
    with check (case when kind in ('ENTERPRISE', 'SUPPLIER') then acts_as('ASSOCIATION') else acts_as('PLATFORM') end);
create policy party_changed_by_its_keeper on party for update to jucai_app using (in_my_care(id)) with check (in_my_care(id));
create policy worker_sees_all_parties on party to jucai_worker using (true) with check (true);

alter table membership enable row level security;
alter table membership force row level security;
create policy membership_directory on membership for select to jucai_app using (cardinality((select current_parties())) > 0);
create policy membership_opened_by_the_association on membership for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy membership_moved_by_the_association on membership for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_all_memberships on membership to jucai_worker using (true) with check (true);

do $$
declare kept record;
begin
    for kept in select * from (values ('enterprise_detail', 'party_id'), ('supplier_detail', 'party_id'), ('evidence', 'party_id'),
                                      ('delivery_point', 'enterprise_id'), ('productivity_grade', 'enterprise_id')) as t(name, owner)
    loop
        execute format('alter table %I enable row level security', kept.name);
        execute format('alter table %I force row level security', kept.name);
        execute format('create policy %I on %I for select to jucai_app using (may_read_file(%I))', kept.name || '_for_its_party_and_associations', kept.name, kept.owner);
        execute format('create policy %I on %I for insert to jucai_app with check (in_my_care(%I))', kept.name || '_filed_by_its_keepers', kept.name, kept.owner);
        execute format('create policy %I on %I to jucai_worker using (true) with check (true)', 'worker_sees_all_of_' || kept.name, kept.name);
    end loop;
end $$;
create policy enterprise_detail_changed_by_its_keepers on enterprise_detail for update to jucai_app
    using (in_my_care(party_id)) with check (in_my_care(party_id));
create policy supplier_detail_changed_by_its_keepers on supplier_detail for update to jucai_app
    using (in_my_care(party_id)) with check (in_my_care(party_id));
create policy delivery_point_retired_by_its_keepers on delivery_point for update to jucai_app
    using (in_my_care(enterprise_id)) with check (in_my_care(enterprise_id));
-- A grade comes from an authority by way of the association, never from the enterprise itself.
create policy productivity_grade_not_by_the_graded on productivity_grade as restrictive for insert to jucai_app
    with check (not enterprise_id = any((select current_parties())::uuid[]));
revoke update on evidence, productivity_grade from jucai_app, jucai_worker;

alter table connected_party enable row level security;
alter table connected_party force row level security;
create policy connected_party_for_whom_it_concerns on connected_party for select to jucai_app
    using (party_a_id = any((select current_parties())::uuid[]) or party_b_id = any((select current_parties())::uuid[]) or acts_as('ASSOCIATION')
           or acts_as('FINANCE_GROUP') or acts_as('BANK') or acts_as('AUDITOR'));
create policy connected_party_recorded_by_associations on connected_party for insert to jucai_app with check (acts_as('ASSOCIATION'));
create policy worker_sees_all_connections on connected_party to jucai_worker using (true) with check (true);
