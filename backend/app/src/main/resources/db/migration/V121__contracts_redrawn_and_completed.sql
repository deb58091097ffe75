-- A member's contract that ended before its goods were bound upstream is drawn again: the contract that follows names it, once.
alter table contract add column replaces uuid references contract;
alter table contract add constraint contract_is_replaced_once unique (replaces);
alter table contract drop constraint contract_one_for_each_pair_of_an_award;
create unique index contract_one_for_each_pair_of_an_award on contract (round_id, award_number, kind, seller_id, buyer_id) where replaces is null;

-- Goods of the contract that ended, once another contract covers them.
alter table contract_item add column superseded boolean not null default false;
drop index contract_item_is_covered_once;
create unique index contract_item_is_covered_once on contract_item (upstream_item_id) where upstream_item_id is not null and not superseded;
grant update (superseded) on contract_item to jucai_app;

-- What may be carried out by now is looked for often.
create index contract_that_runs on contract (kind, id) where status = 'EFFECTIVE';
create index contract_item_upstream on contract_item (upstream_item_id);
