-- Whom goods reached is asked by lot, by source and by supplier and days of arrival, also years later and over all rounds.
create index contract_item_of_a_lot on contract_item (((body ->> 'lotId')::uuid)) where upstream_item_id is null;
create index contract_item_of_a_source on contract_item (seller_id, ((body -> 'goods' ->> 'source'))) where upstream_item_id is null;
create index delivery_that_came_by_seller on delivery (seller_id, arrived_at) where settled_kg is not null;
-- An auditor follows goods by the same records as those whom they concern.
create policy event_of_goods_for_auditors on event for select to jucai_app
    using (stream in ('delivery', 'custody', 'batch', 'recall', 'recall-concern') and (select acts_as('AUDITOR')));
