-- What an award was chosen by, and whose offers did not win, stand in award_inside: the sheet's row is public from its notice on.
alter table award_inside add column compared_milli_fen bigint;
alter table award no force row level security;
alter table award_inside no force row level security;
update award_inside i set compared_milli_fen = (a.sheet ->> 'comparedMilliFen')::bigint from award a where a.round_id = i.round_id and a.number = i.number;
update award set sheet = (sheet - 'comparedMilliFen') || jsonb_build_object('lots', (
    select coalesce(jsonb_agg(jsonb_set(lot, '{candidates}', (
        select coalesce(jsonb_agg(case when (candidate ->> 'reserve')::boolean then candidate
                                       else candidate || '{"supplierId": "00000000-0000-0000-0000-000000000000"}' end order by place), '[]')
        from jsonb_array_elements(lot -> 'candidates') with ordinality as each (candidate, place))) order by number), '[]')
    from jsonb_array_elements(sheet -> 'lots') with ordinality as lots (lot, number)));
alter table award force row level security;
alter table award_inside force row level security;
alter table award add constraint award_sheet_says_nothing_of_what_was_compared check (not jsonb_exists(sheet, 'comparedMilliFen'));
