-- Messages to group robots of 企业微信; they wait here until the gate has sent them. The address and the words go once sent.
create table wecom_outbox (
    id              uuid primary key,
    person_id       uuid not null,
    robot_sealed    text not null check (length(robot_sealed) <= 500),
    body            text not null check (length(body) <= 2000),
    queued_at       timestamptz not null,
    good_until      timestamptz not null,
    attempts        integer not null default 0 check (attempts >= 0),
    next_attempt_at timestamptz not null,
    sent_at         timestamptz,
    given_up_at     timestamptz,
    last_error      text check (length(last_error) <= 200),
    constraint wecom_message_is_sent_or_given_up check (sent_at is null or given_up_at is null)
);
create index wecom_message_due on wecom_outbox (next_attempt_at) where sent_at is null and given_up_at is null and body <> '';
create index wecom_message_by_age on wecom_outbox (queued_at);
alter table wecom_outbox enable row level security;
alter table wecom_outbox force row level security;
create policy worker_sends_wecom_messages on wecom_outbox to jucai_worker using (true) with check (true);
revoke all on wecom_outbox from jucai_app;
grant delete on wecom_outbox to jucai_worker;
