-- Confirming an import goes on until all its rows are in, whichever process lives to do it.
alter table demand_import drop constraint demand_import_status_check;
alter table demand_import add constraint demand_import_status_is_known
    check (status in ('READING', 'READY', 'REFUSED', 'CONFIRMING', 'CONFIRMED', 'DISCARDED'));
alter table demand_import
    add column entering_person   uuid,
    add column entering_entry    text check (length(entering_entry) <= 20),
    add column entering_until    timestamptz,
    add column entering_attempts integer not null default 0,
    add constraint demand_import_is_entered_in_somebodys_name
        check (status <> 'CONFIRMING' or entering_person is not null and entering_entry is not null);
create index demand_import_being_entered on demand_import (entering_until) where status = 'CONFIRMING';
create index demand_import_of_a_round on demand_import (round_id, party_id, id);

drop index demand_import_of_a_file_is_one;
create unique index demand_import_of_a_file_is_one on demand_import (round_id, party_id, sha256)
    where status in ('READING', 'READY', 'CONFIRMING', 'CONFIRMED');

-- Rows that ask for one reason alone are taken together.
alter table demand_import_row add column sole_reason text;
create index demand_import_row_that_asks on demand_import_row (import_id, sole_reason) where sole_reason is not null;
