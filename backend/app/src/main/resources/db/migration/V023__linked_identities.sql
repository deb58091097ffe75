-- Whom an identity provider knows under which subject. Looked up while nobody is signed in, so by background work only.
create table linked_identity (
    id        uuid primary key,
    person_id uuid not null references person,
    issuer    text not null check (length(issuer) between 1 and 300),
    subject   text not null check (length(subject) between 1 and 255),
    linked_at timestamptz not null,
    constraint linked_identity_names_one_person unique (issuer, subject),
    constraint linked_identity_one_per_issuer unique (person_id, issuer)
);
alter table linked_identity enable row level security;
alter table linked_identity force row level security;
create policy worker_keeps_linked_identities on linked_identity to jucai_worker using (true) with check (true);
revoke all on linked_identity from jucai_app;
revoke update on linked_identity from jucai_worker;
grant delete on linked_identity to jucai_worker;
