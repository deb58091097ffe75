-- How much of a supply contract's item its member is to get by now: what was contracted, with what other members passed on to it, less what does not come.
-- The contract's own mass stays: by it a shortfall is measured.
alter table call_off add column moved_kg bigint not null default 0;
alter table call_off add column short_kg bigint not null default 0;
alter table call_off add column held_by uuid;
alter table call_off drop constraint call_off_allows_what_was_contracted;
alter table call_off add constraint call_off_allows_its_share check (most_kg >= contracted_kg + moved_kg - short_kg);
alter table call_off add constraint call_off_share_is_of_what_is_entitled check (short_kg between 0 and contracted_kg + moved_kg);
grant update (moved_kg, short_kg, held_by) on call_off to jucai_app;

-- A confirmed share that changed since: how, by what arithmetic, and what it comes to. What was confirmed stays beside it.
alter table allocation add column adjustments jsonb;
alter table allocation drop constraint allocation_stands_somewhere_known;
alter table allocation add constraint allocation_stands_somewhere_known check (status in ('COMPUTED', 'CONFIRMED', 'ADJUSTED', 'OBJECTED', 'REVOKED'));
alter table allocation add constraint allocation_that_was_adjusted_says_how check ((status = 'ADJUSTED') = (adjustments is not null) or status = 'REVOKED');
alter table allocation add constraint allocation_adjusted_was_confirmed check (status <> 'ADJUSTED' or confirmed_at is not null and by_silence is not null);
grant update (adjustments) on allocation to jucai_app;
-- Asked as a function, because who reads a contract is decided by its own policies; it sees with the eyes of whoever asks.
create function has_contract_of(round uuid, award integer) returns boolean language sql stable as $$
    select exists (select 1 from contract c where c.round_id = round and c.award_number = award and c.group_id = any((select current_parties())::uuid[]))
$$;
create policy allocation_read_by_its_finance_group on allocation for select to jucai_app using ((select acts_as('FINANCE_GROUP')) and has_contract_of(round_id, number));
create policy allocation_adjusted_by_its_finance_group on allocation for update to jucai_app
    using ((select acts_as('FINANCE_GROUP')) and status in ('CONFIRMED', 'ADJUSTED') and has_contract_of(round_id, number))
    with check ((select acts_as('FINANCE_GROUP')) and status = 'ADJUSTED' and has_contract_of(round_id, number));
