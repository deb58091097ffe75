-- Every sign-in, failure, lock-out and refusal. Written by one background flusher; equal refusals of one moment are one
-- row with a count, so that a flood of them stays small. Somebody's own rows are seen in a scope that names the person.
create table access_audit (
    entry_id     uuid primary key,
    kind         text not null check (length(kind) between 1 and 40),
    occurred_at  timestamptz not null,
    person_id    uuid,
    party_id     uuid,
    account      text check (length(account) <= 120),
    address      text not null check (length(address) <= 120),
    device       text not null check (length(device) <= 120),
    operation_id text check (length(operation_id) <= 80),
    problem      text check (length(problem) <= 80),
    times        integer not null check (times > 0)
);
create index access_audit_of_person on access_audit (person_id, entry_id desc) where person_id is not null;
create index access_audit_by_kind on access_audit (kind, entry_id desc);

alter table access_audit enable row level security;
alter table access_audit force row level security;
create policy access_audit_of_oneself on access_audit for select to jucai_app using (person_id = any((select current_parties())::uuid[]));
create policy worker_keeps_access_audit on access_audit to jucai_worker using (true) with check (true);
revoke insert, update on access_audit from jucai_app;
revoke update on access_audit from jucai_worker;

-- Tokens of machines. The secret is not here, only its SHA-256.
create table api_token (
    token_id    uuid primary key,
    secret_hash bytea not null check (length(secret_hash) = 32),
    person_id   uuid not null,
    party_id    uuid not null,
    name        text not null check (length(name) between 2 and 80),
    scopes      text[] not null check (cardinality(scopes) between 1 and 20),
    hint        text not null check (length(hint) = 4),
    created_at  timestamptz not null,
    expires_at  timestamptz not null,
    revoked_at  timestamptz,
    constraint api_token_secret_names_one_token unique (secret_hash),
    constraint api_token_expires_after_creation check (expires_at > created_at)
);
create index api_token_of_person on api_token (person_id, token_id desc);

alter table api_token enable row level security;
alter table api_token force row level security;
create policy api_token_of_my_party on api_token to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_sees_api_tokens on api_token for select to jucai_worker using (true);
