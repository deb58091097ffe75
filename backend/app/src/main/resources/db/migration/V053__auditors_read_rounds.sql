-- An auditor reads every step of a round and how it was pooled. Lines, answers and price caps stay with their owners.
create policy event_of_rounds_for_auditors on event for select to jucai_app using (stream = 'round' and (select acts_as('AUDITOR')));
create policy pooling_report_for_auditors on pooling_report for select to jucai_app using ((select acts_as('AUDITOR')));
