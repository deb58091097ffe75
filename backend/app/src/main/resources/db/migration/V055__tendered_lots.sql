-- Whether the transaction acts for a supplier that this association lists now: who may see what it tenders.
create function supplies_in(association uuid) returns boolean
    language sql stable
    return acts_as('SUPPLIER') and exists (select 1 from membership m where m.association_id = association
                                           and m.member_id = any(current_parties()) and m.state = 'ADMITTED');

-- A lot that offers were asked for once stays shown to suppliers, whatever becomes of it.
alter table lot add column tendered boolean not null default false;
alter table lot no force row level security;
update lot set tendered = true where status in ('TENDERED', 'AWARDED', 'PARTLY_AWARDED', 'EXECUTING', 'COMPLETED');
alter table lot force row level security;
create policy tendered_lot_for_suppliers_of_its_association on lot for select to jucai_app
    using (tendered and supplies_in(association_id));
