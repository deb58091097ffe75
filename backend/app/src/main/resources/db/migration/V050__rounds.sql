create table round (
    id                  uuid primary key,
    code                text not null,
    association_id      uuid not null,
    status              text not null,
    suspended_from      text,
    status_since        timestamptz not null,
    version             bigint not null,
    terms               jsonb not null,
    collecting_opens_at timestamptz not null,
    collecting_ends_at  timestamptz not null,
    gap_ends_at         timestamptz,
    announced_at        timestamptz,
    frozen_at           timestamptz,
    reason              text check (length(reason) <= 500),
    reached             jsonb not null default '{}',
    constraint round_code_is_unique unique (code)
);
create index round_of_association on round (association_id, id desc);
create index round_due on round (status) where status in ('ANNOUNCED', 'COLLECTING', 'POOLED');

alter table round enable row level security;
alter table round force row level security;
create policy round_is_public_once_announced on round for select to jucai_app
    using (announced_at is not null or association_id = any((select current_parties())::uuid[]));
create policy round_is_kept_by_its_association on round for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy round_is_moved_by_its_association on round for update to jucai_app
    using (announced_at is not null or association_id = any((select current_parties())::uuid[]))
    with check (association_id = any((select current_parties())::uuid[]));
create policy worker_moves_rounds on round to jucai_worker using (true) with check (true);

-- The year's running number in a round's code.
create table round_number (
    year integer primary key,
    last integer not null
);
alter table round_number enable row level security;
alter table round_number force row level security;
create policy round_numbers_are_drawn on round_number to jucai_app using (true) with check (true);
create policy worker_draws_round_numbers on round_number to jucai_worker using (true) with check (true);

create table demand_line (
    id                      uuid not null,
    round_id                uuid not null,
    code                    text not null,
    association_id          uuid not null,
    enterprise_id           uuid not null,
    status                  text not null,
    version                 bigint not null,
    accepted_grades         text[] not null,
    or_better               boolean not null,
    minimum_kg              bigint not null,
    target_kg               bigint not null,
    maximum_kg              bigint not null,
    price_cap_fen_per_tonne bigint,
    delivery_point_id       uuid not null,
    delivery_point_name     text not null,
    zone                    text not null,
    from_on                 date not null,
    to_on                   date not null,
    window_from_on          date not null,
    window_to_on            date not null,
    kiln_type               text,
    size                    text not null,
    packing                 text not null,
    approved_sources        text[] not null,
    invoices                text not null,
    payment                 text not null,
    spec_overrides          jsonb not null,
    remark                  text not null check (length(remark) <= 300),
    entered_for_member      boolean not null,
    lot_id                  uuid,
    submitted_at            timestamptz not null,
    primary key (id, round_id),
    constraint demand_line_minimum_target_maximum check (0 < minimum_kg and minimum_kg <= target_kg and target_kg <= maximum_kg),
    constraint demand_line_window_in_order check (from_on <= to_on)
);
create index demand_line_of_round on demand_line (round_id, id);
create index demand_line_of_enterprise on demand_line (enterprise_id, round_id, id);

alter table demand_line enable row level security;
alter table demand_line force row level security;
create policy demand_line_of_my_party on demand_line to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]))
    with check (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]));
create policy worker_sees_demand_lines on demand_line to jucai_worker using (true) with check (true);

-- Each reading of a member's line by the secretariat, shown to that member.
create table line_reading (
    id            uuid not null,
    round_id      uuid not null,
    line_id       uuid not null,
    enterprise_id uuid not null,
    reader_id     uuid not null,
    reader_party  uuid not null,
    purpose       text not null,
    read_at       timestamptz not null,
    primary key (id, round_id)
);
create index line_reading_of_line on line_reading (line_id, id desc);
alter table line_reading enable row level security;
alter table line_reading force row level security;
create policy line_reading_is_shown_to_the_member on line_reading for select to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[]));
create policy line_reading_by_its_reader on line_reading for insert to jucai_app
    with check (reader_party = any((select current_parties())::uuid[]));
create policy worker_sees_line_readings on line_reading to jucai_worker using (true) with check (true);
revoke update on line_reading from jucai_app, jucai_worker;

-- How a member answered a round beside its lines: declined, signed, reminded.
create table round_answer (
    round_id       uuid not null,
    enterprise_id  uuid not null,
    association_id uuid not null,
    declined_at    timestamptz,
    signed_at      timestamptz,
    signed_by      uuid,
    signed_sha256  text,
    reminded_at    timestamptz,
    primary key (round_id, enterprise_id)
);
alter table round_answer enable row level security;
alter table round_answer force row level security;
create policy round_answer_of_my_party on round_answer to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]))
    with check (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]));
create policy worker_sees_round_answers on round_answer to jucai_worker using (true) with check (true);

-- The secret of a link by which a member confirms a line entered by telephone; only its digest is kept.
create table confirmation_link (
    token_hash     bytea primary key,
    round_id       uuid not null,
    line_id        uuid not null,
    enterprise_id  uuid not null,
    association_id uuid not null,
    expires_at     timestamptz not null
);
alter table confirmation_link enable row level security;
alter table confirmation_link force row level security;
create policy confirmation_link_made_by_secretariat on confirmation_link for insert to jucai_app
    with check (association_id = any((select current_parties())::uuid[]));
create policy worker_reads_confirmation_links on confirmation_link to jucai_worker using (true) with check (true);

-- The pool's running totals, kept from the feed; the tail that the feed has not brought yet is added when it is read.
create table pool_cell (
    round_id       uuid not null,
    grade          text not null,
    zone           text not null,
    window_from_on date not null,
    window_to_on   date not null,
    lines          bigint not null,
    minimum_kg     bigint not null,
    target_kg      bigint not null,
    maximum_kg     bigint not null,
    primary key (round_id, grade, zone, window_from_on)
);
alter table pool_cell enable row level security;
alter table pool_cell force row level security;
create policy worker_keeps_pool_cells on pool_cell to jucai_worker using (true) with check (true);

-- What is published of a collecting pool: one series of bands per grade, the same for every reader.
create table pool_step (
    round_id      uuid not null,
    grade         text not null,
    band          text not null,
    stepped_at    timestamptz not null,
    state         jsonb not null,
    primary key (round_id, grade)
);
alter table pool_step enable row level security;
alter table pool_step force row level security;
create policy pool_steps_are_public on pool_step for select to jucai_app using (true);
create policy worker_keeps_pool_steps on pool_step to jucai_worker using (true) with check (true);
-- What a band was made of leaves the server never, not even to the role that serves requests.
revoke select, insert, update on pool_step from jucai_app;
grant select (round_id, grade, band, stepped_at) on pool_step to jucai_app;

-- What is published of a locked pool: the cells that hide every member.
create table pool_publication (
    round_id     uuid primary key,
    published_at timestamptz not null,
    cells        jsonb not null,
    counted      jsonb not null
);
alter table pool_publication enable row level security;
alter table pool_publication force row level security;
create policy pool_publications_are_public on pool_publication for select to jucai_app using (true);
create policy worker_keeps_pool_publications on pool_publication to jucai_worker using (true) with check (true);
revoke select, insert, update on pool_publication from jucai_app;
grant select (round_id, published_at, cells) on pool_publication to jucai_app;

create table lot (
    id             uuid not null,
    round_id       uuid not null,
    association_id uuid not null,
    code           text not null,
    status         text not null,
    version        bigint not null,
    grade          text not null,
    size           text not null,
    packing        text not null,
    zone           text not null,
    from_on        date not null,
    to_on          date not null,
    line_count     integer not null,
    member_count   integer not null,
    minimum_kg     bigint not null,
    target_kg      bigint not null,
    maximum_kg     bigint not null,
    viable_kg      bigint not null,
    members        uuid[] not null,
    trucks         jsonb not null,
    digest         text,
    primary key (id, round_id),
    constraint lot_code_is_unique_in_its_round unique (round_id, code)
);
alter table lot enable row level security;
alter table lot force row level security;
create policy lot_of_my_party on lot to jucai_app
    using (association_id = any((select current_parties())::uuid[]) or members && (select current_parties()))
    with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_lots on lot to jucai_worker using (true) with check (true);
grant delete on lot to jucai_app;

create table lot_line (
    lot_id         uuid not null,
    round_id       uuid not null,
    line_id        uuid not null,
    association_id uuid not null,
    enterprise_id  uuid not null,
    ordinal        integer not null,
    reason         text not null,
    short_kg       bigint not null,
    rank           integer not null,
    primary key (line_id, round_id),
    constraint lot_line_has_its_place unique (lot_id, ordinal)
);
alter table lot_line enable row level security;
alter table lot_line force row level security;
create policy lot_line_of_my_party on lot_line to jucai_app
    using (enterprise_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[]))
    with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_lot_lines on lot_line to jucai_worker using (true) with check (true);
grant delete on lot_line to jucai_app;

create table pooling_report (
    round_id       uuid primary key,
    association_id uuid not null,
    report         jsonb not null,
    lines          jsonb not null
);
alter table pooling_report enable row level security;
alter table pooling_report force row level security;
create policy pooling_report_of_the_association on pooling_report to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_sees_pooling_reports on pooling_report to jucai_worker using (true) with check (true);
