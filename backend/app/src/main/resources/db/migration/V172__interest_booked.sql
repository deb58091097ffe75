-- How far the interest of each debt is booked, and how much of it in all. Background work only; what is owed stands in the books.
create table interest_mark (
    bank_id    uuid not null,
    thing_id   uuid not null,
    booked_to  date not null,
    booked_fen bigint not null check (booked_fen >= 0),
    primary key (bank_id, thing_id)
);
alter table interest_mark enable row level security;
alter table interest_mark force row level security;
create policy worker_keeps_interest_marks on interest_mark to jucai_worker using (true) with check (true);
revoke all on interest_mark from jucai_app;
