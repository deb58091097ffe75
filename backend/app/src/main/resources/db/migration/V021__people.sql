-- People and what they may do. Secrets stand apart, where the role of requests cannot read them.
create table person (
    id           uuid primary key,
    name         text not null check (length(name) between 1 and 60),
    account      text not null check (account ~ '^[a-z0-9][a-z0-9._-]{2,39}$'),
    phone        text not null check (phone ~ '^\+?[0-9]{6,15}$'),
    active       boolean not null default true,
    password_set boolean not null default false,
    version      bigint not null default 1,
    added_at     timestamptz not null,
    constraint person_account_is_used_once unique (account),
    constraint person_phone_is_used_once unique (phone)
);

create table appointment (
    id                uuid primary key,
    person_id         uuid not null references person,
    party_id          uuid not null references party,
    roles             text[] not null check (cardinality(roles) between 1 and 15),
    from_on           date not null,
    to_on             date,
    belongs_to_member uuid references party
);
create unique index appointment_one_open_per_party on appointment (person_id, party_id) where to_on is null;
create index appointment_of_party on appointment (party_id);

create table credential (
    person_id     uuid primary key references person,
    password_hash text check (length(password_hash) <= 300),
    totp_sealed   text check (length(totp_sealed) <= 500)
);

create table invitation (
    id                uuid primary key,
    token_hash        bytea not null,
    party_id          uuid not null references party,
    name              text not null check (length(name) between 1 and 60),
    phone             text not null check (phone ~ '^\+?[0-9]{6,15}$'),
    roles             text[] not null check (cardinality(roles) between 1 and 15),
    belongs_to_member uuid references party,
    invited_by        uuid not null,
    invited_at        timestamptz not null,
    expires_at        timestamptz not null,
    accepted_at       timestamptz,
    accept_key        text check (length(accept_key) <= 80),
    person_id         uuid references person,
    constraint invitation_token_is_used_once unique (token_hash)
);
create index invitation_of_party on invitation (party_id, id);

create table password_link (
    id         uuid primary key,
    token_hash bytea not null,
    person_id  uuid not null references person,
    made_at    timestamptz not null,
    expires_at timestamptz not null,
    used_at    timestamptz,
    use_key    text check (length(use_key) <= 80),
    constraint password_link_token_is_used_once unique (token_hash)
);
create index password_link_of_person on password_link (person_id, made_at);

-- Text messages wait here until a gate has sent them; written in the transaction of what they tell. The text goes once sent.
create table text_message_outbox (
    id        uuid primary key,
    phone     text not null check (length(phone) between 6 and 20),
    purpose   text not null check (length(purpose) between 1 and 40),
    body      text not null check (length(body) <= 500),
    queued_at timestamptz not null,
    sent_at   timestamptz
);
create index text_message_waiting on text_message_outbox (id) where sent_at is null;

alter table person enable row level security;
alter table person force row level security;
create policy person_for_their_parties on person for select to jucai_app
    using (exists (select 1 from appointment a where a.person_id = person.id));
create policy person_added_by_somebody on person for insert to jucai_app with check (cardinality((select current_parties())) > 0);
create policy person_changed_by_their_parties on person for update to jucai_app
    using (exists (select 1 from appointment a where a.person_id = person.id and in_my_care(a.party_id)))
    with check (true);
create policy worker_sees_all_people on person to jucai_worker using (true) with check (true);

alter table appointment enable row level security;
alter table appointment force row level security;
create policy appointment_for_its_party on appointment for select to jucai_app using (may_read_file(party_id));
create policy appointment_made_by_its_keeper on appointment for insert to jucai_app with check (in_my_care(party_id));
create policy appointment_ended_by_its_keeper on appointment for update to jucai_app
    using (in_my_care(party_id)) with check (in_my_care(party_id));
create policy worker_sees_all_appointments on appointment to jucai_worker using (true) with check (true);

alter table credential enable row level security;
alter table credential force row level security;
create policy worker_keeps_credentials on credential to jucai_worker using (true) with check (true);
revoke all on credential from jucai_app;

alter table invitation enable row level security;
alter table invitation force row level security;
create policy invitation_for_its_party on invitation for select to jucai_app using (may_read_file(party_id));
create policy invitation_by_its_keeper on invitation for insert to jucai_app with check (in_my_care(party_id));
create policy worker_sees_all_invitations on invitation to jucai_worker using (true) with check (true);
revoke update on invitation from jucai_app;

alter table password_link enable row level security;
alter table password_link force row level security;
create policy password_link_made on password_link for insert to jucai_app with check (cardinality((select current_parties())) > 0);
create policy worker_keeps_password_links on password_link to jucai_worker using (true) with check (true);
revoke select, update on password_link from jucai_app;

alter table text_message_outbox enable row level security;
alter table text_message_outbox force row level security;
create policy text_message_queued on text_message_outbox for insert to jucai_app with check (true);
create policy worker_sends_text_messages on text_message_outbox to jucai_worker using (true) with check (true);
revoke select, update on text_message_outbox from jucai_app;
