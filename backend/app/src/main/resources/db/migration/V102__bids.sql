-- Offers as they were opened. A call for offers that was opened has one book.
create table bid_book (
    round_id       uuid not null,
    call           integer not null,
    association_id uuid not null,
    opened_at      timestamptz not null,
    version        bigint not null,
    primary key (round_id, call)
);
alter table bid_book enable row level security;
alter table bid_book force row level security;
create policy bid_books_are_known on bid_book for select to jucai_app using (true);
create policy bid_book_is_kept_by_its_association on bid_book for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_keeps_bid_books on bid_book to jucai_worker using (true) with check (true);
revoke insert on bid_book from jucai_app;

-- What a supplier says across its lots. The pseudonym is drawn by lot, so that it says nothing about who came when.
create table opened_offer (
    round_id       uuid not null,
    call           integer not null,
    supplier_id    uuid not null,
    association_id uuid not null,
    pseudonym      text not null check (length(pseudonym) between 3 and 8),
    header         text not null check (length(header) <= 262144),
    primary key (round_id, call, supplier_id),
    constraint opened_offer_has_its_own_pseudonym unique (round_id, call, pseudonym)
);
alter table opened_offer enable row level security;
alter table opened_offer force row level security;
create policy opened_offer_for_its_supplier_and_those_who_judge on opened_offer for select to jucai_app
    using (supplier_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[])
           or (select acts_as('REGULATOR')) or (select acts_as('AUDITOR')));
create policy worker_keeps_opened_offers on opened_offer to jucai_worker using (true) with check (true);
revoke insert, update on opened_offer from jucai_app;

-- A supplier's offer for one lot. Its content never changes; where it could not be taken as it stands, the faults say why,
-- and where its section could not be read at all, unread does.
create table bid (
    round_id       uuid not null,
    id             uuid not null,
    call           integer not null,
    supplier_id    uuid not null,
    association_id uuid not null,
    lot_id         uuid not null,
    status         text not null,
    content        text check (length(content) <= 16384),
    faults         jsonb not null default '[]',
    unread         text,
    reason         text check (length(reason) <= 500),
    judged_by      uuid,
    judged_at      timestamptz,
    version        bigint not null,
    primary key (round_id, id),
    constraint bid_one_for_each_lot_of_a_supplier unique (round_id, call, lot_id, supplier_id),
    constraint bid_without_readable_content_is_rejected check (status = 'REJECTED' or (content is not null and faults = '[]' and unread is null))
);
create index bid_of_supplier on bid (round_id, call, supplier_id, lot_id);
create index bid_not_judged_yet on bid (round_id, call) where status = 'OPENED';
alter table bid enable row level security;
alter table bid force row level security;
create policy bid_for_its_supplier_and_those_who_judge on bid for select to jucai_app
    using (supplier_id = any((select current_parties())::uuid[]) or association_id = any((select current_parties())::uuid[])
           or (select acts_as('REGULATOR')) or (select acts_as('AUDITOR')));
create policy bid_is_judged_by_its_association on bid for update to jucai_app
    using (association_id = any((select current_parties())::uuid[])) with check (association_id = any((select current_parties())::uuid[]));
create policy worker_keeps_bids on bid to jucai_worker using (true) with check (true);
revoke insert on bid from jucai_app;
revoke update on bid from jucai_app;
grant update (status, reason, judged_by, judged_at, version) on bid to jucai_app;
