-- What a supplier shows of what it had sealed, where trustees' shares do not fit; background work judges it.
create table opening_record (
    round_id    uuid not null,
    call        integer not null,
    supplier_id uuid not null,
    phase       text not null check (phase in ('HEADERS', 'SECTIONS')),
    record      text not null check (length(record) <= 300000),
    shown_at    timestamptz not null,
    judged      boolean not null default false,
    primary key (round_id, call, supplier_id, phase)
);
create index opening_record_to_judge on opening_record (round_id, call) where not judged;
alter table opening_record enable row level security;
alter table opening_record force row level security;
create policy opening_record_of_my_party on opening_record for select to jucai_app using (supplier_id = any((select current_parties())::uuid[]));
create policy opening_record_shown_by_its_supplier on opening_record for insert to jucai_app
    with check (supplier_id = any((select current_parties())::uuid[]) and not judged);
create policy worker_judges_opening_records on opening_record to jucai_worker using (true) with check (true);
revoke update on opening_record from jucai_app;
revoke insert on opening_record from jucai_worker;

-- The association may leave shut what is disputed, with a reason that stands in the record; it changes nothing else.
grant update (header_state, left_because) on opening_envelope to jucai_app;
create policy envelope_left_shut_by_its_association on opening_envelope for update to jucai_app
    using (association_id = any((select current_parties())::uuid[]))
    with check (association_id = any((select current_parties())::uuid[]) and left_because is not null and header_state in ('LEFT_SHUT', 'OPENED'));
grant update (state) on opening_section to jucai_app;
create policy section_left_shut_by_its_association on opening_section for update to jucai_app
    using (state = 'DISPUTED' and exists (select 1 from opening_envelope e
                                          where e.round_id = opening_section.round_id and e.call = opening_section.call
                                            and e.supplier_id = opening_section.supplier_id
                                            and e.association_id = any((select current_parties())::uuid[])))
    with check (state = 'LEFT_SHUT');
