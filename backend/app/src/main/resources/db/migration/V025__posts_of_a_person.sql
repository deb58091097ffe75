-- A person is read with all posts, ended ones too, which the index of open posts does not serve.
create index appointment_of_person on appointment (person_id, id);
