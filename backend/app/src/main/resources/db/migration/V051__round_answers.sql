-- Counts the events of an answer, so that two writers of one version do not both win.
alter table round_answer add column version bigint not null default 0;

-- A link is one buyer's, so that the history says who confirmed; a line has one per buyer, however often the feed is read.
alter table confirmation_link add column person_id uuid not null;
-- It ends with its round's collecting, whose end may move: the round is asked.
alter table confirmation_link drop column expires_at;
alter table confirmation_link add constraint confirmation_link_is_made_once unique (line_id, person_id);

-- Auditors read who read what.
create policy line_reading_for_auditors on line_reading for select to jucai_app using (acts_as('AUDITOR'));
