-- Addresses to which a party's events are posted. Secrets are sealed with the installation's key.
create table webhook (
    id                   uuid primary key,
    party_id             uuid not null,
    name                 text not null check (length(name) between 1 and 80),
    url                  text not null check (length(url) between 8 and 500),
    kinds                text[] not null check (cardinality(kinds) between 1 and 30),
    secret_sealed        text not null check (length(secret_sealed) <= 500),
    former_secret_sealed text check (length(former_secret_sealed) <= 500),
    former_until         timestamptz,
    state                text not null check (state in ('ACTIVE', 'OFF', 'FAILED', 'GONE', 'DELETED')),
    failing_since        timestamptz,
    last_number          bigint not null default 0,
    version              bigint not null check (version > 0),
    made_by              uuid not null,
    made_at              timestamptz not null
);
create index webhook_of_party on webhook (party_id, id) where state <> 'DELETED';
alter table webhook enable row level security;
alter table webhook force row level security;
create policy webhook_of_its_party on webhook to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_posts_to_webhooks on webhook to jucai_worker using (true) with check (true);

-- Each message to each webhook, with what became of it. The body is written once: what is signed is what stands here.
create table webhook_delivery (
    webhook_id      uuid not null references webhook,
    number          bigint not null check (number > 0),
    party_id        uuid not null,
    message_id      uuid not null,
    type            text not null check (length(type) between 1 and 60),
    body            text not null check (length(body) <= 4000),
    about_id        uuid not null,
    about_version   bigint not null,
    made_at         timestamptz not null,
    state           text not null check (state in ('WAITING', 'DELIVERED', 'GIVEN_UP')),
    attempts        integer not null default 0 check (attempts >= 0),
    turns           integer not null default 0 check (turns >= 0),
    next_attempt_at timestamptz not null,
    last_attempt_at timestamptz,
    last_status     integer check (last_status between 100 and 999),
    last_error      text check (length(last_error) <= 200),
    delivered_at    timestamptz,
    primary key (webhook_id, number),
    constraint delivery_once_per_webhook unique (webhook_id, about_id, about_version, type)
);
create index webhook_delivery_due on webhook_delivery (next_attempt_at) where state = 'WAITING';
create index webhook_delivery_by_age on webhook_delivery (made_at);
alter table webhook_delivery enable row level security;
alter table webhook_delivery force row level security;
create policy delivery_of_its_party on webhook_delivery to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_posts_deliveries on webhook_delivery to jucai_worker using (true) with check (true);
grant delete on webhook_delivery to jucai_worker;
