-- How far the asking for offers has come, and the deadline that the clock looks for.
alter table round add column tendering jsonb not null default '{"number": 0}';
alter table round add column offers_due_at timestamptz;
alter table round add constraint round_that_asks_for_offers_says_until_when check (status <> 'TENDERING' or offers_due_at is not null);
drop index round_due;
create index round_due on round (status) where status in ('ANNOUNCED', 'COLLECTING', 'POOLED', 'TENDERING');
