-- A text waits, is sent, expires or is given up. What a gateway's template needs stands beside the words; both go once the
-- text is sent, given up or no longer good, for they may hold a secret. Rows from before, and
-- those of a process of the release before, are good for a week.
alter table text_message_outbox
    add column facts           jsonb not null default '{}' check (length(facts::text) <= 2000),
    add column good_until      timestamptz not null default now() + interval '7 days',
    add column attempts        integer not null default 0 check (attempts >= 0),
    add column next_attempt_at timestamptz not null default now(),
    add column last_error      text check (length(last_error) <= 200),
    add column given_up_at     timestamptz,
    add constraint text_message_is_sent_or_given_up check (sent_at is null or given_up_at is null);
drop index text_message_waiting;
create index text_message_due on text_message_outbox (next_attempt_at) where sent_at is null and given_up_at is null and body <> '';
create index text_message_with_words on text_message_outbox (good_until) where body <> '';
create index text_message_given_up on text_message_outbox (id desc) where given_up_at is not null;
