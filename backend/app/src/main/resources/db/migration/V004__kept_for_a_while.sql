-- What is of use for a while only is deleted by the background role (idempotency_record may be since V002), the oldest first.
create index access_audit_by_age on access_audit (occurred_at);
grant delete on access_audit to jucai_worker;
