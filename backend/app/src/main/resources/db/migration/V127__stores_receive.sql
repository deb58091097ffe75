-- A supervised store weighs what it receives, and so moves what is called off; it knows of the item how much may come, and no price.
create policy call_off_seen_by_the_store_that_receives on call_off for select to jucai_app
    using (exists (select 1 from delivery d where d.item_id = call_off.item_id and d.store_id = any((select current_parties())::uuid[])));
create policy call_off_moved_by_the_store_that_receives on call_off for update to jucai_app
    using (exists (select 1 from delivery d where d.item_id = call_off.item_id and d.store_id = any((select current_parties())::uuid[])))
    with check (exists (select 1 from delivery d where d.item_id = call_off.item_id and d.store_id = any((select current_parties())::uuid[])));
