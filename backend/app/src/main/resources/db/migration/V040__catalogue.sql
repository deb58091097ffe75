-- Materials, grades, spellings, price index, calendars: public knowledge, so anybody reads; only somebody signed in writes,
-- and the application lets only those write who may.

create table material (
    id           uuid primary key,
    code         text not null check (length(code) between 2 and 40),
    name_zh      text not null check (length(name_zh) between 1 and 60),
    name_en      text not null check (length(name_en) between 1 and 80),
    standard     text check (length(standard) <= 60),
    note         text check (length(note) <= 1000),
    test_methods jsonb not null check (jsonb_typeof(test_methods) = 'array' and jsonb_array_length(test_methods) <= 40),
    constraint material_one_per_code unique (code)
);

-- name_key is the code as it is compared: folded, upper case, without spaces and dashes.
create table grade (
    id            uuid primary key,
    code          text not null check (length(code) between 1 and 32),
    name_key      text not null check (length(name_key) between 1 and 64),
    material_code text not null references material (code),
    name_zh       text not null check (length(name_zh) between 1 and 60),
    name_en       text not null check (length(name_en) between 1 and 80),
    standard      text check (length(standard) <= 60),
    note          text check (length(note) <= 1000),
    limits        jsonb not null check (jsonb_typeof(limits) = 'array' and jsonb_array_length(limits) <= 15),
    version       bigint not null check (version > 0),
    constraint grade_one_per_code unique (code),
    constraint grade_one_per_written_name unique (name_key)
);

create table grade_alias (
    id         uuid primary key,
    spelling   text not null check (length(spelling) between 1 and 60),
    name_key   text not null check (length(name_key) between 1 and 240),
    grade_code text not null references grade (code),
    doubt      text check (doubt in ('OLD_CLASS', 'SUBGRADE_MISSING', 'TRADE_NAME', 'NUMBER_ONLY')),
    version    bigint not null check (version > 0),
    constraint grade_alias_one_meaning_per_spelling unique (name_key)
);

-- Every version of an entry is a row; the one that no other has superseded is in force.
create table price_index_entry (
    entry_id           uuid not null,
    version            bigint not null check (version > 0),
    grade_code         text not null references grade (code),
    place              text not null check (length(place) between 1 and 60),
    basis              text not null check (basis in ('EX_WORKS', 'DELIVERED')),
    tax_included       boolean not null,
    vat_rate_bp        int not null check (vat_rate_bp in (1300, 900, 600, 300, 100)),
    price_fen          bigint not null check (price_fen between 1 and 10000000),
    low_fen            bigint check (low_fen between 1 and price_fen),
    high_fen           bigint check (high_fen between price_fen and 10000000),
    observed_on        date not null,
    approximate_date   boolean not null,
    source             text not null check (length(source) between 2 and 300),
    confidence         text not null check (confidence in ('VERIFIED', 'RECALLED', 'ASSUMED')),
    remark             text check (length(remark) <= 300),
    entered_at         timestamptz not null,
    superseded_at      timestamptz,
    primary key (entry_id, version)
);
create unique index price_index_entry_one_version_in_force on price_index_entry (entry_id) where superseded_at is null;
create unique index price_index_entry_entered_once
    on price_index_entry (grade_code, place, basis, tax_included, observed_on, source) where superseded_at is null;
create index price_index_entry_newest_first on price_index_entry (observed_on desc, entry_id desc) where superseded_at is null;
create index price_index_entry_of_grade on price_index_entry (grade_code, observed_on desc, entry_id desc) where superseded_at is null;

create table working_calendar (
    id          uuid primary key,
    year        int not null check (year between 2000 and 2100),
    source      text not null check (length(source) between 1 and 300),
    days        jsonb not null check (jsonb_typeof(days) = 'array' and jsonb_array_length(days) <= 400),
    imported_at timestamptz not null,
    version     bigint not null check (version > 0),
    constraint working_calendar_one_per_year unique (year)
);

do $$
declare
    kept text;
begin
    foreach kept in array array['material', 'grade', 'grade_alias', 'price_index_entry', 'working_calendar'] loop
        execute format('alter table %I enable row level security', kept);
        execute format('alter table %I force row level security', kept);
        execute format('create policy anybody_reads on %I for select to jucai_app using (true)', kept);
        execute format('create policy somebody_adds on %I for insert to jucai_app with check (cardinality((select current_parties())) > 0)', kept);
        execute format('create policy somebody_revises on %I for update to jucai_app using (cardinality((select current_parties())) > 0) with check (true)', kept);
        execute format('create policy worker_keeps on %I to jucai_worker using (true) with check (true)', kept);
    end loop;
end
$$;
