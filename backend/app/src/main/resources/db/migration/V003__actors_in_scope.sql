-- The people of the transaction, beside its parties: whose records of answered keys it may see and write. A batch names those
-- whose commands it carries. Unset means nobody.
create function current_actors() returns uuid[]
    language sql stable parallel safe
    return coalesce(nullif(current_setting('jucai.actors', true), '')::uuid[], '{}'::uuid[]);
grant execute on function current_actors() to jucai_app, jucai_worker;

drop policy idempotency_is_the_actors on idempotency_record;
create policy idempotency_is_the_actors on idempotency_record to jucai_app
    using (actor_id = any(current_actors())) with check (actor_id = any(current_actors()));
