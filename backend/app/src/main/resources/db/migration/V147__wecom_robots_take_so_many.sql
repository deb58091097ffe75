-- A group robot takes so many messages a minute. Robots are told apart by a digest of their key; what was posted to one lately stands here for a minute.
alter table wecom_outbox add column robot text not null default '' check (length(robot) <= 32);
drop index wecom_message_due;
create index wecom_message_due on wecom_outbox (robot, next_attempt_at, id) where sent_at is null and given_up_at is null and body <> '';
create table wecom_attempt (
    robot text not null check (length(robot) <= 32),
    at    timestamptz not null
);
create index wecom_attempt_of_robot on wecom_attempt (robot, at);
alter table wecom_attempt enable row level security;
alter table wecom_attempt force row level security;
create policy worker_counts_attempts on wecom_attempt to jucai_worker using (true) with check (true);
revoke all on wecom_attempt from jucai_app;
grant delete on wecom_attempt to jucai_worker;
