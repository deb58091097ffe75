-- Rows are taken together by all that they ask for, be it one reason or several: codes in their order, with commas between.
-- Rows of previews that were read before and ask for several are taken one by one, as they were.
alter table demand_import_row rename column sole_reason to open_reasons;
