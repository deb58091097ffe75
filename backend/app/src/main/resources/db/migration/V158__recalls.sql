-- Recalls 召回. Who opened one and whom it concerns read it. Which trucks a batch's recall is of lies apart: a laboratory that opens one by the code of its
-- sample reads no truck.
create table recall (
    id             uuid primary key,
    code           text not null,
    subject        text not null check (subject in ('LOT', 'TRUCKS', 'SOURCE', 'PERIOD')),
    reference      text check (length(reference) <= 60),
    lot_id         uuid,
    maker_id       uuid,
    source         text check (length(source) <= 200),
    from_on        date,
    to_on          date,
    seller_id      uuid,
    association_id uuid,
    group_id       uuid,
    opener_id      uuid not null,
    opener_kind    text not null check (opener_kind in ('SUPPLIER', 'ASSOCIATION', 'FINANCE_GROUP', 'LABORATORY')),
    opened_by      uuid not null,
    opened_at      timestamptz not null,
    reason         text not null check (length(reason) between 2 and 1000),
    instruction    text not null check (length(instruction) between 2 and 1000),
    associations   uuid[] not null,
    groups         uuid[] not null,
    status         text not null check (status in ('OPEN', 'LIFTED', 'CLOSED')),
    ended_party    uuid,
    ended_by       uuid,
    ended_at       timestamptz,
    ended_words    text check (length(ended_words) between 2 and 1000),
    version        bigint not null,
    constraint recall_code_names_one unique (code),
    constraint recall_says_of_what check (case subject when 'LOT' then lot_id is not null when 'SOURCE' then maker_id is not null and source is not null
        when 'PERIOD' then maker_id is not null and from_on <= to_on else true end),
    constraint recall_that_ended_says_why check ((status = 'OPEN') = (ended_words is null)),
    constraint recall_is_lifted_by_another_person check (status <> 'LIFTED' or ended_by <> opened_by)
);
create index recall_that_holds on recall (id) where status <> 'LIFTED';
create index recall_of_its_opener on recall (opener_id, id);

-- Whom it concerns. Each reads its own; the opener all, but for a laboratory; associations and finance groups those whose goods they oversee.
create table recall_concern (
    id              uuid primary key,
    recall_id       uuid not null references recall,
    party_id        uuid not null,
    as_what         text not null check (as_what in ('MEMBER', 'STORE', 'BUYER', 'SELLER')),
    opener_id       uuid,
    overseers       uuid[] not null,
    since           timestamptz not null,
    handling        text check (handling in ('KEPT_APART', 'PARTLY_USED', 'USED', 'SENT_BACK', 'NONE_LEFT')),
    words           text check (length(words) <= 500),
    acknowledged_at timestamptz,
    acknowledged_by uuid,
    constraint recall_concerns_a_party_once unique (recall_id, party_id),
    constraint recall_acknowledged_says_by_whom check ((acknowledged_at is null) = (acknowledged_by is null) and (acknowledged_at is null) = (handling is null))
);
create index recall_concern_of_party on recall_concern (party_id, recall_id);
alter table recall_concern enable row level security;
alter table recall_concern force row level security;
create policy recall_concern_of_my_party on recall_concern for select to jucai_app
    using (party_id = any((select current_parties())::uuid[]) or opener_id = any((select current_parties())::uuid[]) or overseers && (select current_parties())::uuid[]);
create policy recall_acknowledged_by_whom_it_concerns on recall_concern for update to jucai_app
    using (party_id = any((select current_parties())::uuid[]) and acknowledged_at is null) with check (party_id = any((select current_parties())::uuid[]));
create policy recall_concerns_for_auditors on recall_concern for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_keeps_recall_concerns on recall_concern to jucai_worker using (true) with check (true);
create policy recall_concern_written_by_its_opener on recall_concern for insert to jucai_app
    with check (acknowledged_at is null and (opener_id = any((select current_parties())::uuid[]) or opener_id is null and (select acts_as('LABORATORY'))));
revoke update on recall_concern from jucai_app;
revoke update on recall_concern from jucai_worker;
grant update (handling, words, acknowledged_at, acknowledged_by) on recall_concern to jucai_app;

alter table recall enable row level security;
alter table recall force row level security;
create policy recall_for_whom_it_concerns on recall for select to jucai_app
    using (opener_id = any((select current_parties())::uuid[]) or associations && (select current_parties())::uuid[] or groups && (select current_parties())::uuid[]
        or exists (select 1 from recall_concern c where c.recall_id = recall.id and c.party_id = any((select current_parties())::uuid[])));
create policy recall_ended_by_opener_or_association on recall for update to jucai_app
    using (opener_id = any((select current_parties())::uuid[]) or cardinality(associations) > 0 and associations <@ (select current_parties())::uuid[])
    with check (opener_id = any((select current_parties())::uuid[]) or cardinality(associations) > 0 and associations <@ (select current_parties())::uuid[]);
create policy recalls_for_auditors on recall for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_keeps_recalls on recall to jucai_worker using (true) with check (true);
create policy recall_opened_by_its_own_party on recall for insert to jucai_app
    with check (opener_id = any((select current_parties())::uuid[]) and status = 'OPEN' and version = 1);
revoke update on recall from jucai_app;
revoke update on recall from jucai_worker;
grant update (status, ended_party, ended_by, ended_at, ended_words, version) on recall to jucai_app;
grant update (associations, groups) on recall to jucai_worker;

create table recall_truck (
    recall_id   uuid not null references recall,
    delivery_id uuid not null,
    primary key (delivery_id, recall_id)
);
create index recall_truck_of_recall on recall_truck (recall_id);
alter table recall_truck enable row level security;
alter table recall_truck force row level security;
create policy worker_keeps_recall_trucks on recall_truck to jucai_worker using (true) with check (true);
create policy recall_truck_named_by_its_opener on recall_truck for insert to jucai_app
    with check (exists (select 1 from recall r where r.id = recall_id and r.opener_id = any((select current_parties())::uuid[])));
revoke select, update on recall_truck from jucai_app;
revoke update on recall_truck from jucai_worker;
