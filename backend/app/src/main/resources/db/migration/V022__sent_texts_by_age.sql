-- Sent text messages are deleted after a while, the oldest first; one that waits is never deleted.
create index text_message_sent on text_message_outbox (sent_at) where sent_at is not null;
grant delete on text_message_outbox to jucai_worker;
