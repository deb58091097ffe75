-- The opening of a call's sealed offers, envelope by envelope. The server may go down at any moment: what trustees released and what was
-- opened of it stands here, and any process goes on.
create index opening_under_way on opening (round_id, call) where phase in ('HEADERS', 'SECTIONS');

-- An envelope that came in time. Watchers are the association, the trustees and everybody who offered.
create table opening_envelope (
    round_id       uuid not null,
    call           integer not null,
    supplier_id    uuid not null,
    association_id uuid not null,
    watchers       uuid[] not null,
    position       integer not null,
    version        integer not null,
    sha256         text not null,
    received_at    timestamptz not null,
    log_position   bigint not null,
    header_state   text not null,
    header         text check (length(header) <= 262144),
    header_faults  jsonb not null default '[]',
    header_deceit  text,
    header_wrong   jsonb not null default '[]',
    asked          integer[] not null default '{}',
    settled        integer not null default 0,
    wrong          jsonb not null default '[]',
    left_because   text check (length(left_because) <= 500),
    steps          bigint not null default 0,
    primary key (round_id, call, supplier_id),
    constraint envelopes_were_received_in_one_order unique (round_id, call, position)
);
alter table opening_envelope enable row level security;
alter table opening_envelope force row level security;
create policy opening_envelope_for_those_who_watch on opening_envelope for select to jucai_app
    using (watchers && (select current_parties()) or (select acts_as('REGULATOR')) or (select acts_as('AUDITOR')));
create policy worker_keeps_opening_envelopes on opening_envelope to jucai_worker using (true) with check (true);
-- What a header says (which lots, which discounts) is told by the offers once all are open.
revoke select, insert, update on opening_envelope from jucai_app;
grant select (round_id, call, supplier_id, association_id, watchers, position, version, sha256, received_at, log_position, header_state, header_faults,
              header_deceit, header_wrong, asked, settled, wrong, left_because) on opening_envelope to jucai_app;

-- A section that a header speaks of: asked for, or never to be opened and why.
create table opening_section (
    round_id    uuid not null,
    call        integer not null,
    supplier_id uuid not null,
    section     integer not null,
    lot         text not null check (length(lot) <= 64),
    bid_id      uuid not null,
    state       text not null,
    because     text,
    content     text check (length(content) <= 16384),
    faults      jsonb not null default '[]',
    deceit      text,
    primary key (round_id, call, supplier_id, section)
);
create index opening_section_not_settled on opening_section (round_id, call) where state in ('WAITING', 'DISPUTED');
alter table opening_section enable row level security;
alter table opening_section force row level security;
create policy opening_section_for_those_who_watch on opening_section for select to jucai_app
    using (exists (select 1 from opening_envelope e
                   where e.round_id = opening_section.round_id and e.call = opening_section.call and e.supplier_id = opening_section.supplier_id));
create policy worker_keeps_opening_sections on opening_section to jucai_worker using (true) with check (true);
revoke select, insert, update on opening_section from jucai_app;
grant select (round_id, call, supplier_id, section, lot, state, because, deceit) on opening_section to jucai_app;

-- What a trustee released of an envelope in a phase, as it signed it. Said once.
create table opening_release (
    round_id    uuid not null,
    call        integer not null,
    supplier_id uuid not null,
    trustee     integer not null check (trustee between 1 and 3),
    phase       text not null check (phase in ('HEADERS', 'SECTIONS')),
    party_id    uuid not null,
    released_by uuid not null,
    released_at timestamptz not null,
    sha256      text not null,
    release     text not null check (length(release) <= 300000),
    judged      boolean not null default false,
    primary key (round_id, call, supplier_id, phase, trustee)
);
create index opening_release_to_judge on opening_release (round_id, call, supplier_id, phase) where not judged;
alter table opening_release enable row level security;
alter table opening_release force row level security;
create policy opening_release_for_those_who_watch on opening_release for select to jucai_app
    using (exists (select 1 from opening_envelope e
                   where e.round_id = opening_release.round_id and e.call = opening_release.call and e.supplier_id = opening_release.supplier_id));
create policy opening_release_by_the_trustee_itself on opening_release for insert to jucai_app
    with check (party_id = any((select current_parties())::uuid[]) and not judged
                and exists (select 1 from round_seal s where s.round_id = opening_release.round_id and s.call = opening_release.call
                            and s.parties[opening_release.trustee] = opening_release.party_id)
                and exists (select 1 from opening o where o.round_id = opening_release.round_id and o.call = opening_release.call));
create policy worker_judges_releases on opening_release to jucai_worker using (true) with check (true);
revoke select, update on opening_release from jucai_app;
grant select (round_id, call, supplier_id, trustee, phase, party_id, released_at, sha256) on opening_release to jucai_app;
revoke insert on opening_release from jucai_worker;
