-- What is planned is what was contracted: the parties, the goods, the place, the term and the ticket of the item, while its contract stands, and no more
-- than was called off. Asked as a function, because policies of call_off look at deliveries in turn; it sees with the eyes of whoever plans.
create function delivery_is_as_contracted(planned delivery) returns boolean language plpgsql stable as $$
begin
    return exists (
        select 1 from call_off c join contract_item i on i.id = c.item_id join round r on r.id = c.round_id
        where c.item_id = planned.item_id and c.contract_id = planned.contract_id and i.contract_id = planned.contract_id
          and c.round_id = planned.round_id and r.association_id = planned.association_id
          and c.seller_id = planned.seller_id and c.buyer_id = planned.buyer_id and c.enterprise_id = planned.member_id
          and c.supply_stands and c.cover_stands
          and c.delivery_terms ->> 'ticket' = planned.settling_ticket
          and (c.delivery_terms ->> 'weighingDifferencePermille')::int = planned.difference_permille
          and i.body -> 'goods' ->> 'grade' = planned.grade and i.body -> 'goods' ->> 'size' = planned.size and i.body -> 'goods' ->> 'packing' = planned.packing
          and i.body -> 'destination' ->> 'zone' = planned.zone and i.body -> 'destination' ->> 'place' = planned.place
          and (i.body -> 'destination' ->> 'fromOn')::date = planned.window_from_on and (i.body -> 'destination' ->> 'toOn')::date = planned.window_to_on
          and c.called_kg >= planned.planned_kg + (
              select coalesce(sum(coalesce(d.settled_kg, d.planned_kg)), 0) from delivery d
              where d.item_id = planned.item_id and d.status not in ('CANCELLED', 'REFUSED', 'RETURNED')));
end
$$;
drop policy delivery_planned_by_the_three on delivery;
create policy delivery_planned_by_the_three_as_contracted on delivery for insert to jucai_app
    with check (array[seller_id, buyer_id, member_id] && (select current_parties())::uuid[]
        and status = 'PLANNED' and version = 1 and plate is null and arrived_at is null and settled_kg is null
        and delivery_is_as_contracted(delivery));
