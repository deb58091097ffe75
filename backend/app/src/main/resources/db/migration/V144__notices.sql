-- What the names and owners of things are, as the event log told them; notices are worded and addressed from here.
create table notice_subject (
    id       uuid primary key,
    name     text not null check (length(name) between 1 and 200),
    round_id uuid,
    leads_to uuid,
    owner    uuid
);
-- Enterprises that placed demand in a round.
create table notice_partaker (
    round_id uuid not null,
    party_id uuid not null,
    primary key (round_id, party_id)
);
alter table notice_subject enable row level security;
alter table notice_subject force row level security;
create policy worker_keeps_subjects on notice_subject to jucai_worker using (true) with check (true);
revoke all on notice_subject from jucai_app;
alter table notice_partaker enable row level security;
alter table notice_partaker force row level security;
create policy worker_keeps_partakers on notice_partaker to jucai_worker using (true) with check (true);
revoke all on notice_partaker from jucai_app;

-- The inbox of a person who acts for a party. Without words: they are said in the reader's language when read.
create table notice (
    id            uuid primary key,
    person_id     uuid not null,
    party_id      uuid not null,
    kind          text not null check (length(kind) between 1 and 20),
    type          text not null check (length(type) between 1 and 60),
    about_id      uuid not null,
    about_version bigint not null,
    page          text not null check (length(page) between 1 and 20),
    page_id       uuid not null,
    round_id      uuid,
    facts         jsonb not null check (length(facts::text) <= 3000),
    at            timestamptz not null,
    noted_at      timestamptz not null,
    read_at       timestamptz,
    constraint notice_once_per_person unique (person_id, party_id, about_id, about_version, type)
);
create index notice_of_person on notice (person_id, party_id, at desc, id desc);
create index notice_unread_of_person on notice (person_id, party_id, at desc, id desc) where read_at is null;
create index notice_by_age on notice (noted_at);
alter table notice enable row level security;
alter table notice force row level security;
create policy notice_of_who_acts_for_the_party on notice for select to jucai_app
    using (person_id = any((select current_actors())::uuid[]) and party_id = any((select current_parties())::uuid[]));
create policy notice_read_by_its_person on notice for update to jucai_app
    using (person_id = any((select current_actors())::uuid[]) and party_id = any((select current_parties())::uuid[]));
create policy worker_makes_notices on notice to jucai_worker using (true) with check (true);
revoke insert, update on notice from jucai_app;
grant update (read_at) on notice to jucai_app;
grant delete on notice to jucai_worker;

-- What a person wants to be told where. Nobody's row is read by anybody else.
create table notice_choice (
    person_id      uuid primary key,
    version        bigint not null check (version > 0),
    choices        jsonb not null check (length(choices::text) <= 4000),
    robot_sealed   text check (length(robot_sealed) <= 500)
);
alter table notice_choice enable row level security;
alter table notice_choice force row level security;
create policy choice_of_its_person on notice_choice to jucai_app
    using (person_id = any((select current_actors())::uuid[])) with check (person_id = any((select current_actors())::uuid[]));
create policy worker_reads_choices on notice_choice for select to jucai_worker using (true);

-- What is still to be told by text message or 企业微信, and when; several due at once are told in one message.
create table notice_telling (
    notice_id uuid not null references notice on delete cascade,
    channel   text not null check (channel in ('SMS', 'WECOM')),
    person_id uuid not null,
    due_at    timestamptz not null,
    told_at   timestamptz,
    primary key (notice_id, channel)
);
create index notice_telling_due on notice_telling (due_at) where told_at is null;
alter table notice_telling enable row level security;
alter table notice_telling force row level security;
create policy worker_tells on notice_telling to jucai_worker using (true) with check (true);
revoke all on notice_telling from jucai_app;
