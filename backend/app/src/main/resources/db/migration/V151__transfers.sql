-- One transfer of a bank may pay several statements: its reference counts once ever for who pays, and it is split over them to the fen.
create table bank_transfer (
    id            uuid primary key,
    payer_id      uuid not null,
    payee_id      uuid not null,
    reference     text not null check (length(reference) between 1 and 64),
    reference_key text not null,
    paid_on       date not null,
    amount_fen    bigint not null check (amount_fen > 0),
    recorded_by   uuid not null,
    recorded_at   timestamptz not null,
    constraint transfer_reference_counts_once_ever unique (payer_id, reference_key)
);

alter table payment no force row level security;
alter table statement no force row level security;
insert into bank_transfer (id, payer_id, payee_id, reference, reference_key, paid_on, amount_fen, recorded_by, recorded_at)
    select p.id, p.payer_id, case p.payer_id when s.buyer_id then s.seller_id else s.buyer_id end, p.reference, p.reference_key, p.paid_on, abs(p.amount_fen) + p.interest_fen,
        p.recorded_by, p.recorded_at
    from payment p join statement s on s.id = p.statement_id;
alter table payment add column transfer_id uuid references bank_transfer;
update payment set transfer_id = id;
alter table payment alter column transfer_id set not null;
alter table payment force row level security;
alter table statement force row level security;

-- The reference is the transfer's now.
alter table payment drop constraint payment_reference_counts_once_ever, drop column reference, drop column reference_key;
create unique index transfer_pays_a_statement_once on payment (transfer_id, statement_id);

create function transfer_is_split_exactly() returns trigger language plpgsql as $$
begin
    if (select sum(abs(p.amount_fen) + p.interest_fen) from payment p where p.transfer_id = new.transfer_id)
            is distinct from (select t.amount_fen from bank_transfer t where t.id = new.transfer_id) then
        raise exception 'transfer % is not split exactly over what it pays', new.transfer_id using errcode = 'check_violation';
    end if;
    return null;
end
$$;
create constraint trigger transfer_is_split_exactly after insert on payment deferrable initially deferred for each row execute function transfer_is_split_exactly();

alter table bank_transfer enable row level security;
alter table bank_transfer force row level security;
create policy transfer_of_whom_it_concerns on bank_transfer for select to jucai_app
    using (array[payer_id, payee_id, recorded_by] && (select current_parties())::uuid[]
        or exists (select 1 from payment p where p.transfer_id = bank_transfer.id));
create policy transfer_recorded_by_its_recorder on bank_transfer for insert to jucai_app with check (recorded_by = any((select current_parties())::uuid[]));
create policy transfers_for_auditors on bank_transfer for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_reads_transfers on bank_transfer for select to jucai_worker using (true);
revoke update on bank_transfer from jucai_app, jucai_worker;

-- Late interest that is left once all else is paid: what keeps a debt on the list.
alter table statement add column interest_left_fen bigint not null default 0 check (interest_left_fen >= 0);
grant update (interest_left_fen) on statement to jucai_app, jucai_worker;
