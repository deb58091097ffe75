-- How many members a pool has in each cell, zone, grade and in all; kept from the feed beside the totals. Where a place has no
-- grade or zone these are empty, and without a window its first day is 0001-01-01.
create table pool_member (
    round_id       uuid not null,
    grade          text not null,
    zone           text not null,
    window_from_on date not null,
    enterprise_id  uuid not null,
    lines          bigint not null,
    primary key (round_id, grade, zone, window_from_on, enterprise_id)
);
alter table pool_member enable row level security;
alter table pool_member force row level security;
create policy worker_keeps_pool_members on pool_member to jucai_worker using (true) with check (true);
revoke select, insert, update on pool_member from jucai_app;

create table pool_head (
    round_id       uuid not null,
    grade          text not null,
    zone           text not null,
    window_from_on date not null,
    members        bigint not null,
    primary key (round_id, grade, zone, window_from_on)
);
alter table pool_head enable row level security;
alter table pool_head force row level security;
create policy worker_keeps_pool_heads on pool_head to jucai_worker using (true) with check (true);
revoke select, insert, update on pool_head from jucai_app;

-- Counted anew from the first event; until that is done the rest of the feed is read with each look.
truncate pool_cell;
alter table feed_cursor no force row level security;
delete from feed_cursor where reader = 'pool';
alter table feed_cursor force row level security;
