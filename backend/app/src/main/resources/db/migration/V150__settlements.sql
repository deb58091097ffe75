-- Deliveries whose goods were taken, as the journal told: what waits to be valued, and what was taken back since. Background work only.
create table delivery_to_settle (
    delivery_id uuid primary key,
    round_id    uuid not null,
    contract_id uuid not null,
    state       text not null check (state in ('WAITING', 'VALUED', 'RETURNED')),
    told_at     timestamptz not null
);
create index delivery_to_settle_that_waits on delivery_to_settle (contract_id, delivery_id) where state = 'WAITING';
create index delivery_to_settle_of_round on delivery_to_settle (round_id, state);
alter table delivery_to_settle enable row level security;
alter table delivery_to_settle force row level security;
create policy worker_keeps_deliveries_to_settle on delivery_to_settle to jucai_worker using (true) with check (true);
revoke all on delivery_to_settle from jucai_app;

-- What goods are worth, once and for both sides: a delivery's, or a shortfall's at a contract's end. Background work only: each side reads its own part on its statement.
create table worth (
    id                 uuid primary key,
    delivery_id        uuid,
    item_id            uuid not null,
    round_id           uuid not null,
    supply_contract_id uuid not null,
    cover_contract_id  uuid not null,
    month_on           date not null,
    by_month           boolean not null,
    looks_at_all       boolean not null,
    mass_kg            bigint not null check (mass_kg >= 0),
    goods_fen          bigint not null,
    quality_fen        bigint not null,
    freight_fen        bigint not null,
    equalisation_fen   bigint not null,
    fee_fen            bigint not null,
    body               jsonb not null,
    stands             boolean not null default true,
    supply_drawn       boolean not null default false,
    cover_drawn        boolean not null default false,
    valued_at          timestamptz not null,
    constraint worth_of_a_delivery_has_mass check ((delivery_id is null) = (mass_kg = 0))
);
create unique index delivery_is_valued_once on worth (delivery_id) where stands and delivery_id is not null;
create unique index shortfall_is_valued_once on worth (item_id) where stands and delivery_id is null;
create index worth_of_item on worth (item_id) where stands;
create index worth_of_supply on worth (supply_contract_id);
create index worth_not_drawn_upstream on worth (supply_contract_id, month_on) where stands and not supply_drawn;
create index worth_not_drawn_downstream on worth (cover_contract_id, month_on) where stands and not cover_drawn;
alter table worth enable row level security;
alter table worth force row level security;
create policy worker_keeps_worths on worth to jucai_worker using (true) with check (true);
revoke all on worth from jucai_app;
revoke update on worth from jucai_worker;
grant update (stands, supply_drawn, cover_drawn) on worth to jucai_worker;

create index worth_that_looks_at_all on worth (supply_contract_id) where stands and looks_at_all;

-- Supply contracts of which nothing more comes, where the formula looks at how much came in all.
create table contract_end (
    contract_id uuid primary key,
    seen_at     timestamptz not null
);
alter table contract_end enable row level security;
alter table contract_end force row level security;
create policy worker_keeps_contract_ends on contract_end to jucai_worker using (true) with check (true);
revoke all on contract_end from jucai_app;

-- Statements 结算单 of a contract. Lines and what they come to never change; what both sides agreed to besides is a version of its own.
create table statement (
    id               uuid primary key,
    code             text not null check (length(code) <= 50),
    contract_id      uuid not null,
    contract_code    text not null check (length(contract_code) <= 40),
    kind             text not null check (kind in ('SUPPLY', 'RESALE', 'SERVICE')),
    round_id         uuid not null,
    round_code       text not null check (length(round_code) <= 40),
    group_id         uuid not null,
    seller_id        uuid not null,
    buyer_id         uuid not null,
    period           text not null check (period in ('DELIVERY', 'MONTH', 'END', 'REVERSAL')),
    month_on         date not null,
    reverses_id      uuid references statement,
    terms            jsonb not null,
    status           text not null check (status in ('DRAWN', 'AGREED', 'DISPUTED')),
    status_since     timestamptz not null,
    version          bigint not null,
    number           integer not null check (number between 1 and 100),
    talk             jsonb not null,
    line_count       integer not null check (line_count between 1 and 5000),
    mass_kg          bigint not null,
    goods_fen        bigint not null,
    quality_fen      bigint not null,
    freight_fen      bigint not null,
    equalisation_fen bigint not null,
    fee_fen          bigint not null,
    agreed_fen       bigint not null default 0,
    agreed_words     text check (length(agreed_words) <= 500),
    total_fen        bigint not null generated always as (goods_fen + quality_fen + freight_fen + equalisation_fen + fee_fen + agreed_fen) stored,
    taken_back_fen   bigint not null default 0,
    paid_fen         bigint not null default 0,
    interest_paid_fen bigint not null default 0,
    outstanding_fen  bigint not null generated always as (case when period = 'REVERSAL' then 0 else
        goods_fen + quality_fen + freight_fen + equalisation_fen + fee_fen + agreed_fen - taken_back_fen - paid_fen end) stored,
    invoiced         boolean not null,
    next_due_on      date,
    silence_at       timestamptz not null,
    drawn_at         timestamptz not null,
    constraint statement_code_names_one unique (code),
    constraint statement_reverses_only_as_reversal check ((period = 'REVERSAL') = (reverses_id is not null))
);
create index statement_of_round on statement (round_id, id);
create index statement_of_contract on statement (contract_id, id);
create index statement_by_seller on statement (seller_id, id);
create index statement_by_buyer on statement (buyer_id, id);
create index statement_by_group on statement (group_id, id);
create index statement_that_silence_agrees_to on statement (silence_at) where status = 'DRAWN';
create index statement_that_is_owed on statement (next_due_on, id) where period <> 'REVERSAL';
alter table statement enable row level security;
alter table statement force row level security;
create policy statement_of_my_contract on statement for select to jucai_app using (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]);
create policy statement_moved_by_its_sides on statement for update to jucai_app
    using (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]) with check (array[seller_id, buyer_id, group_id] && (select current_parties())::uuid[]);
create policy statements_for_auditors on statement for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_keeps_statements on statement to jucai_worker using (true) with check (true);
revoke insert, update on statement from jucai_app;
revoke update on statement from jucai_worker;
grant update (status, status_since, version, number, talk, agreed_fen, agreed_words, taken_back_fen, paid_fen, interest_paid_fen, invoiced, next_due_on) on statement
    to jucai_app, jucai_worker;

-- The lines of a statement. A delivery is settled once by a contract: one line of it stands.
create table statement_line (
    statement_id     uuid not null references statement,
    position         integer not null check (position >= 0),
    contract_id      uuid not null,
    worth_id         uuid not null references worth,
    delivery_id      uuid,
    mass_kg          bigint not null,
    goods_fen        bigint not null,
    quality_fen      bigint not null,
    freight_fen      bigint not null,
    equalisation_fen bigint not null,
    fee_fen          bigint not null,
    body             jsonb not null,
    stands           boolean not null,
    primary key (statement_id, position)
);
create unique index delivery_is_settled_once_by_a_contract on statement_line (contract_id, delivery_id) where stands and delivery_id is not null;
create unique index worth_is_settled_once_by_a_contract on statement_line (contract_id, worth_id) where stands;
create index statement_line_of_worth on statement_line (worth_id);
alter table statement_line enable row level security;
alter table statement_line force row level security;
create policy statement_line_of_a_statement_that_one_sees on statement_line for select to jucai_app using (exists (select 1 from statement s where s.id = statement_id));
create policy worker_keeps_statement_lines on statement_line to jucai_worker using (true) with check (true);
revoke insert, update on statement_line from jucai_app;
revoke update on statement_line from jucai_worker;
grant update (stands) on statement_line to jucai_worker;

-- Versions of a statement: what was drawn, and what both sides agreed to after a dispute. Never changed.
create table statement_version (
    statement_id uuid not null references statement,
    number       integer not null,
    agreed_fen   bigint not null,
    total_fen    bigint not null,
    words        text check (length(words) <= 500),
    written_at   timestamptz not null,
    primary key (statement_id, number)
);
alter table statement_version enable row level security;
alter table statement_version force row level security;
create policy statement_version_of_a_statement_that_one_sees on statement_version for select to jucai_app using (exists (select 1 from statement s where s.id = statement_id));
create policy statement_version_written_by_its_sides on statement_version for insert to jucai_app
    with check (exists (select 1 from statement s where s.id = statement_id and array[s.seller_id, s.buyer_id] && (select current_parties())::uuid[]));
create policy worker_keeps_statement_versions on statement_version to jucai_worker using (true) with check (true);
revoke update on statement_version from jucai_app, jucai_worker;

-- Invoices 数电票 as they were recorded. A number counts once ever.
create table invoice (
    id           uuid primary key,
    number       text not null check (number ~ '^[0-9]{20}$'),
    statement_id uuid not null references statement,
    issued_on    date not null,
    lines        jsonb not null,
    gross_fen    bigint not null check (gross_fen <> 0),
    reverses     text references invoice (number),
    recorded_by  uuid not null,
    recorded_at  timestamptz not null,
    constraint invoice_number_counts_once_ever unique (number),
    constraint invoice_that_takes_back_is_negative check ((reverses is not null) = (gross_fen < 0))
);
create index invoice_of_statement on invoice (statement_id);
alter table invoice enable row level security;
alter table invoice force row level security;
create policy invoice_of_a_statement_that_one_sees on invoice for select to jucai_app using (exists (select 1 from statement s where s.id = statement_id));
create policy invoice_recorded_by_its_sides on invoice for insert to jucai_app
    with check (recorded_by = any((select current_parties())::uuid[])
        and exists (select 1 from statement s where s.id = statement_id and array[s.seller_id, s.buyer_id] && (select current_parties())::uuid[]));
create policy worker_reads_invoices on invoice for select to jucai_worker using (true);
revoke update on invoice from jucai_app, jucai_worker;

-- Payments as they were recorded by hand. A reference of a payer's bank counts once ever.
create table payment (
    id            uuid primary key,
    statement_id  uuid not null references statement,
    payer_id      uuid not null,
    reference     text not null check (length(reference) between 1 and 64),
    reference_key text not null,
    paid_on       date not null,
    amount_fen    bigint not null,
    interest_fen  bigint not null check (interest_fen >= 0),
    recorded_by   uuid not null,
    recorded_at   timestamptz not null,
    constraint payment_reference_counts_once_ever unique (payer_id, reference_key),
    constraint payment_pays_something check (amount_fen <> 0 or interest_fen > 0)
);
create index payment_of_statement on payment (statement_id);
alter table payment enable row level security;
alter table payment force row level security;
create policy payment_of_a_statement_that_one_sees on payment for select to jucai_app using (exists (select 1 from statement s where s.id = statement_id));
create policy payment_recorded_by_payer_or_group on payment for insert to jucai_app
    with check (recorded_by = any((select current_parties())::uuid[]) and exists (select 1 from statement s where s.id = statement_id));
create policy worker_reads_payments on payment for select to jucai_worker using (true);
revoke update on payment from jucai_app, jucai_worker;

-- The finance group says that every deposit of a round is ended, by hand until the bank's ledger tells; the round is settled once all is paid.
create table round_closing (
    round_id  uuid primary key,
    group_id  uuid not null,
    words     text not null check (length(words) between 1 and 500),
    said_by   uuid not null,
    said_at   timestamptz not null,
    settled   boolean not null default false
);
alter table round_closing enable row level security;
alter table round_closing force row level security;
create policy round_closing_of_my_group on round_closing for select to jucai_app using (group_id = any((select current_parties())::uuid[]));
create policy round_closing_said_by_its_group on round_closing for insert to jucai_app with check (group_id = any((select current_parties())::uuid[]) and not settled);
create policy round_closings_for_auditors on round_closing for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_keeps_round_closings on round_closing to jucai_worker using (true) with check (true);
revoke update on round_closing from jucai_app;
