-- The books. A book is a bank and who keeps it; every posting stays within one and sums to zero, nothing of it is ever changed, and what was wrong is taken back by another.
create table ledger_account (
    bank_id     uuid not null,
    id          uuid not null,
    keeper_id   uuid not null,
    role        text not null check (length(role) between 1 and 40),
    party_id    uuid not null,
    product_id  uuid,
    round_id    uuid,
    thing_id    uuid,
    balance_fen bigint not null default 0,
    opened_at   timestamptz not null,
    primary key (bank_id, id),
    constraint ledger_account_is_one_of_its_kind unique nulls not distinct (bank_id, keeper_id, role, party_id, thing_id, round_id, product_id)
);
create index ledger_account_of_party on ledger_account (party_id, id);

create table ledger_posting (
    bank_id       uuid not null,
    id            uuid not null,
    keeper_id     uuid not null,
    occasion      text not null check (length(occasion) between 1 and 40),
    reference     text not null check (length(reference) between 1 and 120),
    business_on   date not null,
    party_id      uuid not null,
    product_id    uuid,
    round_id      uuid,
    thing_id      uuid,
    words         text check (length(words) between 1 and 200),
    reverses_id   uuid,
    rules_version integer not null,
    booked_by     uuid not null,
    booked_at     timestamptz not null,
    tx            xid8 not null default pg_current_xact_id(),
    primary key (bank_id, id),
    constraint ledger_posting_is_within_a_book unique (bank_id, keeper_id, id),
    constraint ledger_posting_is_booked_once unique (bank_id, keeper_id, occasion, reference),
    constraint ledger_posting_is_taken_back_once unique (bank_id, reverses_id),
    constraint ledger_posting_takes_back_one_of_its_book foreign key (bank_id, keeper_id, reverses_id) references ledger_posting (bank_id, keeper_id, id)
);

-- An entry repeats of its posting and account what it is found and read by.
create table ledger_entry (
    bank_id     uuid not null,
    posting_id  uuid not null,
    line        integer not null check (line between 1 and 50),
    keeper_id   uuid not null,
    account_id  uuid not null,
    party_id    uuid not null,
    amount_fen  bigint not null check (amount_fen <> 0),
    business_on date not null,
    booked_at   timestamptz not null,
    tx          xid8 not null default pg_current_xact_id(),
    primary key (bank_id, posting_id, line),
    constraint ledger_entry_is_of_a_posting_of_its_book foreign key (bank_id, keeper_id, posting_id) references ledger_posting (bank_id, keeper_id, id),
    constraint ledger_entry_is_on_an_account foreign key (bank_id, account_id) references ledger_account (bank_id, id)
);
create index ledger_entry_of_account on ledger_entry (bank_id, account_id, business_on);
create index ledger_entry_of_account_as_booked on ledger_entry (bank_id, account_id, booked_at);
create index ledger_entry_of_account_as_known on ledger_entry (bank_id, account_id, tx);
create index ledger_entry_of_keeper on ledger_entry (keeper_id, posting_id desc, line desc);
create index ledger_entry_of_party on ledger_entry (party_id, posting_id desc, line desc);

-- What stood on an account at the end of a day on which it moved; kept in the transaction of the posting.
create table ledger_closing (
    bank_id     uuid not null,
    account_id  uuid not null,
    business_on date not null,
    keeper_id   uuid not null,
    party_id    uuid not null,
    moved_fen   bigint not null,
    closing_fen bigint not null,
    primary key (bank_id, account_id, business_on),
    constraint ledger_closing_is_of_an_account foreign key (bank_id, account_id) references ledger_account (bank_id, id)
);

-- Nothing in the books is changed or taken out: not by a request, not by background work, not by the owner of the tables.
create function refuse_to_change_the_books() returns trigger
    language plpgsql as $$
begin
    raise exception 'the books are not changed: % on %', tg_op, tg_table_name using errcode = 'integrity_constraint_violation';
end $$;
create trigger ledger_posting_is_never_changed before update or delete on ledger_posting for each row execute function refuse_to_change_the_books();
create trigger ledger_entry_is_never_changed before update or delete on ledger_entry for each row execute function refuse_to_change_the_books();
create trigger ledger_posting_is_never_emptied before truncate on ledger_posting for each statement execute function refuse_to_change_the_books();
create trigger ledger_entry_is_never_emptied before truncate on ledger_entry for each statement execute function refuse_to_change_the_books();

-- Asked when the transaction commits: whoever may add to a book sees all of it, so nothing of a posting is hidden from this.
create function posting_sums_to_zero() returns trigger
    language plpgsql as $$
declare
    asked uuid;
    lines integer;
    total numeric;
begin
    asked := case when tg_table_name = 'ledger_posting' then to_jsonb(new) ->> 'id' else to_jsonb(new) ->> 'posting_id' end;
    select count(*), coalesce(sum(amount_fen), 0) into lines, total from ledger_entry where bank_id = new.bank_id and posting_id = asked;
    if lines < 2 or total <> 0 then
        raise exception 'posting % has % lines that sum to % fen', asked, lines, total
            using errcode = 'check_violation', constraint = 'ledger_posting_sums_to_zero';
    end if;
    return null;
end $$;
create constraint trigger ledger_posting_sums_to_zero after insert on ledger_posting deferrable initially deferred for each row execute function posting_sums_to_zero();
create constraint trigger ledger_entries_sum_to_zero after insert on ledger_entry deferrable initially deferred for each row execute function posting_sums_to_zero();

alter table ledger_account enable row level security;
alter table ledger_account force row level security;
alter table ledger_posting enable row level security;
alter table ledger_posting force row level security;
alter table ledger_entry enable row level security;
alter table ledger_entry force row level security;
alter table ledger_closing enable row level security;
alter table ledger_closing force row level security;

create policy ledger_account_of_my_book_or_mine on ledger_account for select to jucai_app using (array[bank_id, keeper_id, party_id] && (select current_parties())::uuid[]);
create policy ledger_accounts_for_auditors on ledger_account for select to jucai_app using ((select acts_as('AUDITOR')));
create policy ledger_account_opened_by_its_book on ledger_account for insert to jucai_app with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy ledger_account_moved_by_its_book on ledger_account for update to jucai_app
    using (array[bank_id, keeper_id] && (select current_parties())::uuid[]) with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy worker_keeps_ledger_accounts on ledger_account to jucai_worker using (true) with check (true);

-- A party reads of its postings what its entries say; the posting itself names what it was about.
create policy ledger_posting_of_my_book_or_mine on ledger_posting for select to jucai_app using (array[bank_id, keeper_id, party_id] && (select current_parties())::uuid[]);
create policy ledger_postings_for_auditors on ledger_posting for select to jucai_app using ((select acts_as('AUDITOR')));
create policy ledger_posting_by_its_book on ledger_posting for insert to jucai_app with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy worker_keeps_ledger_postings on ledger_posting to jucai_worker using (true) with check (true);

create policy ledger_entry_of_my_book_or_mine on ledger_entry for select to jucai_app using (array[bank_id, keeper_id, party_id] && (select current_parties())::uuid[]);
create policy ledger_entries_for_auditors on ledger_entry for select to jucai_app using ((select acts_as('AUDITOR')));
create policy ledger_entry_by_its_book on ledger_entry for insert to jucai_app with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy worker_keeps_ledger_entries on ledger_entry to jucai_worker using (true) with check (true);

create policy ledger_closing_of_my_book_or_mine on ledger_closing for select to jucai_app using (array[bank_id, keeper_id, party_id] && (select current_parties())::uuid[]);
create policy ledger_closings_for_auditors on ledger_closing for select to jucai_app using ((select acts_as('AUDITOR')));
create policy ledger_closing_by_its_book on ledger_closing for insert to jucai_app with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy ledger_closing_moved_by_its_book on ledger_closing for update to jucai_app
    using (array[bank_id, keeper_id] && (select current_parties())::uuid[]) with check (array[bank_id, keeper_id] && (select current_parties())::uuid[]);
create policy worker_keeps_ledger_closings on ledger_closing to jucai_worker using (true) with check (true);

revoke update, delete, truncate on ledger_posting, ledger_entry from jucai_app, jucai_worker;
revoke update, delete, truncate on ledger_account, ledger_closing from jucai_app, jucai_worker;
grant update (balance_fen) on ledger_account to jucai_app, jucai_worker;
grant update (moved_fen, closing_fen) on ledger_closing to jucai_app, jucai_worker;
