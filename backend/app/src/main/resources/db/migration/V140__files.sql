-- What lies in the store. The row stands before the bytes do and goes after them; while it waits no file has these bytes. The same bytes are kept once per party.
create table file_content (
    party_id     uuid not null,
    sha256       text not null check (sha256 ~ '^[0-9a-f]{64}$'),
    bytes        bigint not null check (bytes > 0),
    announced_at timestamptz not null,
    waiting      boolean not null,
    constraint file_content_is_kept_once_per_party primary key (party_id, sha256)
);
create index file_content_that_waits on file_content (announced_at) where waiting;
alter table file_content enable row level security;
alter table file_content force row level security;
create policy file_content_of_my_party on file_content to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy worker_keeps_file_contents on file_content to jucai_worker using (true) with check (true);
revoke update on file_content from jucai_app;
grant update (announced_at, waiting) on file_content to jucai_app;
grant delete on file_content to jucai_worker;

-- Files: never changed, but for being attached.
create table stored_file (
    id          uuid primary key,
    party_id    uuid not null,
    name        text not null check (length(name) between 1 and 200),
    type        text not null check (type in ('JPEG', 'PNG', 'WEBP', 'HEIC', 'PDF', 'XLSX', 'DOCX')),
    sha256      text not null,
    bytes       bigint not null check (bytes between 1 and 10485760),
    stated_at   timestamptz,
    uploaded_at timestamptz not null,
    uploaded_by uuid not null,
    version     bigint not null,
    attached    boolean not null,
    constraint stored_file_is_of_its_party unique (id, party_id),
    constraint stored_file_has_its_content foreign key (party_id, sha256) references file_content
);
create index stored_file_by_content on stored_file (party_id, sha256);
create index stored_file_unattached on stored_file (uploaded_at) where not attached;
create index stored_file_unattached_of_party on stored_file (party_id) where not attached;

-- What a file is attached to, and whom that concerns: they read it. Never changed, never taken back.
create table file_attachment (
    subject_id  uuid not null,
    file_id     uuid not null,
    party_id    uuid not null,
    kind        text not null check (length(kind) between 1 and 30),
    readers     uuid[] not null check (cardinality(readers) between 1 and 20),
    attached_at timestamptz not null,
    primary key (subject_id, file_id),
    constraint file_attachment_by_its_owner foreign key (file_id, party_id) references stored_file (id, party_id)
);
create index file_attachment_of_file on file_attachment (file_id);
alter table file_attachment enable row level security;
alter table file_attachment force row level security;
create policy file_attachment_for_its_readers on file_attachment for select to jucai_app
    using (readers && (select current_parties())::uuid[] or party_id = any((select current_parties())::uuid[]));
create policy file_attachments_for_auditors on file_attachment for select to jucai_app using ((select acts_as('AUDITOR')));
create policy file_attachment_by_the_files_party on file_attachment for insert to jucai_app with check (party_id = any((select current_parties())::uuid[]));
create policy worker_sees_file_attachments on file_attachment to jucai_worker using (true) with check (true);
revoke update on file_attachment from jucai_app;

alter table stored_file enable row level security;
alter table stored_file force row level security;
create policy stored_file_of_my_party on stored_file to jucai_app
    using (party_id = any((select current_parties())::uuid[])) with check (party_id = any((select current_parties())::uuid[]));
create policy stored_file_attached_to_what_concerns_me on stored_file for select to jucai_app
    using (exists (select 1 from file_attachment a where a.file_id = id and a.readers && (select current_parties())::uuid[]));
create policy stored_files_for_auditors on stored_file for select to jucai_app using ((select acts_as('AUDITOR')));
create policy worker_keeps_stored_files on stored_file to jucai_worker using (true) with check (true);
revoke update on stored_file from jucai_app;
grant update (attached, version) on stored_file to jucai_app;
grant delete on stored_file to jucai_worker;
