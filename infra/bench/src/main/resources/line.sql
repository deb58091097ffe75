with id as (select uuidv7() as id),
line as (
    insert into demand_line (id, round_id, code, association_id, enterprise_id, status, version, accepted_grades, or_better, minimum_kg, target_kg,
        maximum_kg, price_cap_fen_per_tonne, delivery_point_id, delivery_point_name, zone, from_on, to_on, window_from_on, window_to_on, kiln_type, size,
        packing, approved_sources, invoices, payment, spec_overrides, remark, entered_for_member, lot_id, submitted_at)
    select id, '{round}', 'L-000000', '{association}', '{enterprise}', 'SUBMITTED', 1, '{GL-85A,GL-80}', false, 60000, :kg::bigint, 128000, 212500,
        '{enterprise}', '料场E001', 'Z1', '2026-03-05', '2026-03-25', '2026-01-01', '2098-12-31', null, 'LUMP', 'BULK', '{}', 'ONE', 'CASH', '[]',
        'pgbench', false, null, now() from id),
event as (
    insert into event (stream, stream_id, version, round_id, type, body, readers, actor_id, party_id, entry, at)
    select 'demand-line', id, 1, '{round}', 'LineSubmitted', jsonb_build_object('what', 'LINE_SUBMITTED', 'line', jsonb_build_object('id', id, 'code', 'L-000000',
        'roundId', '{round}', 'associationId', '{association}', 'enterpriseId', '{enterprise}', 'status', 'SUBMITTED', 'version', 1, 'acceptedGrades',
        jsonb_build_array('GL-85A', 'GL-80'), 'orBetter', false, 'minimum', jsonb_build_object('kg', 60000), 'target', jsonb_build_object('kg', :kg::bigint), 'maximum',
        jsonb_build_object('kg', 128000), 'size', 'LUMP', 'packing', 'BULK', 'invoices', 'ONE', 'payment', 'CASH', 'remark', 'pgbench'), 'moves',
        jsonb_build_array(jsonb_build_object('grade', 'GL-85A', 'zone', 'Z1', 'windowFromOn', '2026-01-01', 'windowToOn', '2098-12-31', 'lines', 1,
        'minimumKg', 60000, 'targetKg', :kg::bigint, 'maximumKg', 128000))), array['{enterprise}', '{association}']::uuid[], '{enterprise}', '{enterprise}', 'TOKEN', now() from id)
insert into idempotency_record (actor_id, key, body_hash, answer, at) select '{enterprise}', id::text, sha256(id::text::bytea), id::text, now() from id;
