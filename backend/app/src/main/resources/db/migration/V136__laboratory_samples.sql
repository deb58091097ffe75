-- The laboratory's side of the blind: codes, what is to be measured, results. No column here names a party of a contract, a truck, a batch or a time
-- at which anything was drawn. Those whom the batch concerns read it through the seal; a laboratory reads no seal.
create table lab_sample (
    code          text primary key check (code ~ '^[2-9A-HJ-NP-TV-Z]{13}$'),
    laboratory_id uuid not null,
    material      text not null check (length(material) <= 40),
    wanted        text[] not null check (cardinality(wanted) <= 40),
    status        text not null check (status in ('SENT', 'ARRIVED', 'UNFIT')),
    arrived_at    timestamptz,
    remark        text check (length(remark) <= 500),
    version       bigint not null,
    constraint lab_sample_that_came_says_when check ((status = 'SENT') = (arrived_at is null))
);
create index lab_sample_of_laboratory on lab_sample (laboratory_id, arrived_at, code);
alter table lab_sample enable row level security;
alter table lab_sample force row level security;
create policy lab_sample_of_its_laboratory on lab_sample for select to jucai_app using (laboratory_id = any((select current_parties())::uuid[]));
create policy lab_sample_for_whom_its_batch_concerns on lab_sample for select to jucai_app using (exists (select 1 from sample_seal s where s.code = lab_sample.code));
create policy lab_sample_sent_under_its_seal on lab_sample for insert to jucai_app
    with check (status = 'SENT' and exists (select 1 from sample_seal s where s.code = lab_sample.code and s.laboratory_id = lab_sample.laboratory_id));
create policy lab_sample_moved_by_its_laboratory on lab_sample for update to jucai_app
    using (laboratory_id = any((select current_parties())::uuid[])) with check (laboratory_id = any((select current_parties())::uuid[]));
create policy worker_sees_lab_samples on lab_sample to jucai_worker using (true) with check (true);
revoke update on lab_sample from jucai_app;
grant update (status, arrived_at, remark, version) on lab_sample to jucai_app;

-- Versions of results. Whom the batch concerns reads what was issued, and nothing before.
create table lab_result (
    id            uuid primary key,
    code          text not null references lab_sample,
    laboratory_id uuid not null,
    number        integer not null check (number between 1 and 20),
    status        text not null check (status in ('ENTERED', 'VERIFIED', 'ISSUED', 'SENT_BACK')),
    readings      jsonb not null,
    dry           jsonb not null,
    tester_id     uuid not null,
    entered_at    timestamptz not null,
    verifier_id   uuid,
    verified_at   timestamptz,
    issued_at     timestamptz,
    because       text check (length(because) <= 500),
    said          text check (length(said) <= 500),
    constraint lab_result_has_its_number unique (code, number),
    constraint lab_result_is_verified_by_another check (verifier_id <> tester_id),
    constraint lab_result_that_is_issued_was_verified check (status <> 'ISSUED' or verifier_id is not null and issued_at is not null)
);
create unique index lab_result_one_is_open on lab_result (code) where status in ('ENTERED', 'VERIFIED');
alter table lab_result enable row level security;
alter table lab_result force row level security;
create policy lab_result_of_its_laboratory on lab_result for select to jucai_app using (laboratory_id = any((select current_parties())::uuid[]));
create policy lab_result_issued_for_whom_its_batch_concerns on lab_result for select to jucai_app
    using (status = 'ISSUED' and exists (select 1 from sample_seal s where s.code = lab_result.code));
create policy lab_result_entered_by_its_laboratory on lab_result for insert to jucai_app
    with check (laboratory_id = any((select current_parties())::uuid[]) and status = 'ENTERED'
                and exists (select 1 from lab_sample s where s.code = lab_result.code and s.laboratory_id = lab_result.laboratory_id));
create policy lab_result_moved_by_its_laboratory on lab_result for update to jucai_app
    using (laboratory_id = any((select current_parties())::uuid[]) and status <> 'ISSUED') with check (laboratory_id = any((select current_parties())::uuid[]));
create policy worker_sees_lab_results on lab_result for select to jucai_worker using (true);
revoke update on lab_result from jucai_app;
grant update (status, verifier_id, verified_at, issued_at, said) on lab_result to jucai_app;
