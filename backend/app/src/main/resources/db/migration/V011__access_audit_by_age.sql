-- Entries are deleted after a while by the background role, the oldest first (idempotency_record may be since V002).
create index access_audit_by_age on access_audit (occurred_at);
grant delete on access_audit to jucai_worker;
