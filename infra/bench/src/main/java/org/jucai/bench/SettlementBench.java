package org.jucai.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.Statement;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/**
 * Settles a round of 75 members, 12 lots and 600 tickets by one request to the real server: each truck valued, statements of both sides drawn with
 * their lines, arithmetic, pay-days and events. Beside it, in the same run, the plain sum that PostgreSQL makes of the same tickets and prices.
 * {@code mvn -q -Pbench -Dbench.main=org.jucai.bench.SettlementBench -pl infra/bench -am test -DskipTests}
 */
public final class SettlementBench {

    private static final int MEMBERS = Integer.getInteger("bench.members", 75);
    private static final int LOTS = Integer.getInteger("bench.lots", 12);
    private static final int TICKETS = Integer.getInteger("bench.tickets", 600);
    private static final int TURNS = Integer.getInteger("bench.turns", 5);

    /** Everybody of one turn is named by the turn and a number. */
    private static final String WORLD = """
            insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg, total_fen, item_count, text)
            select md5('%1$s s' || lot)::uuid, '%2$s', 'R', '%3$s', 1, '%1$s-S' || lot, 'SUPPLY', '%4$s', md5('supplier' || lot)::uuid, '%4$s', 'EFFECTIVE', now(), 1, 75000, 0, %5$d, '%6$s'
            from generate_series(1, %7$d) lot;
            insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg, total_fen, item_count, text)
            select md5('%1$s m' || m)::uuid, '%2$s', 'R', '%3$s', 1, '%1$s-R' || m, 'RESALE', '%4$s', '%4$s', md5('member' || m)::uuid, 'EFFECTIVE', now(), 1, 75000, 0, %7$d, '%6$s'
            from generate_series(1, %5$d) m;
            insert into contract_item (id, contract_id, position, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
            select md5('%1$s i' || lot || ' ' || m)::uuid, md5('%1$s s' || lot)::uuid, m, md5('supplier' || lot)::uuid, '%4$s', '%4$s', md5('member' || m)::uuid, 100000, jsonb_build_object(
                'id', md5('%1$s i' || lot || ' ' || m)::uuid, 'lotId', md5('lot' || lot)::uuid, 'lotCode', 'L-' || lot, 'lineId', md5('line' || m)::uuid, 'lineCode', 'N-' || m,
                'allocationId', md5('allocation' || m)::uuid, 'enterpriseId', md5('member' || m)::uuid, 'supplierId', md5('supplier' || lot)::uuid,
                'goods', jsonb_build_object('grade', 'GL-85A', 'size', 'LUMP', 'packing', 'BULK', 'guarantees', '[]'::jsonb, 'moistureMaximumPpm', 10000), 'mass', jsonb_build_object('kg', 100000),
                'priced', jsonb_build_array(jsonb_build_object('massKg', 100000, 'priceFenPerTonne', 200000)),
                'money', '{"vatRateBp": 1300, "goodsFen": 20000000, "freightVatRateBp": 900, "freightFenPerTonne": 3000, "freightFen": 300000, "equalisationFen": 0, "feeVatRateBp": 600, "feeFen": 0}'::jsonb,
                'means', '{"kind": "CASH", "billTenorDays": 0}'::jsonb, 'destination', jsonb_build_object('delivered', true, 'zone', 'XM-A', 'placeId', md5('place')::uuid, 'place', '1', 'address', 'A',
                    'fromOn', '2026-01-01', 'toOn', '2026-12-31'))
            from generate_series(1, %7$d) lot, generate_series(1, %5$d) m;
            insert into contract_item (id, contract_id, position, upstream_item_id, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
            select md5('%1$s d' || i.id)::uuid, md5('%1$s m' || i.position)::uuid, (row_number() over (partition by i.position order by i.id))::int, i.id, '%4$s', i.enterprise_id, '%4$s',
                i.enterprise_id, i.mass_kg, i.body || jsonb_build_object('id', md5('%1$s d' || i.id)::uuid, 'upstreamItemId', i.id, 'money', i.body -> 'money' || '{"equalisationFen": -1235, "feeFen": 300001}')
            from contract_item i join contract c on c.id = i.contract_id where c.round_id = '%2$s' and c.kind = 'SUPPLY';
            insert into delivery (id, code, contract_id, item_id, round_id, association_id, seller_id, buyer_id, member_id, grade, size, packing, zone, place, window_from_on, window_to_on,
                settling_ticket, difference_permille, planned_kg, planned_on, planned_at, status, version, settled_kg, plate, driver, phone, loaded_kg,
                expected_at, notified_at, arrived_at)
            select md5('%1$s t' || n)::uuid, '%1$s-' || n, i.contract_id, i.id, '%2$s', '%3$s', i.seller_id, i.buyer_id, i.enterprise_id, 'GL-85A', 'LUMP', 'BULK', 'XM-A', '1', '2026-01-01',
                '2026-12-31', 'DESTINATION', 3, 32000, '2026-05-12', now(), 'AT_MEMBER', 5, 32000 + n, 'YU-A1234', 'D', '13900000000', 32000 + n, now(), now(), now()
            from (select i.*, row_number() over (order by i.id) as n from contract_item i join contract c on c.id = i.contract_id where c.round_id = '%2$s' and c.kind = 'SUPPLY') i where n <= %8$d;
            insert into weigh_ticket (id, delivery_id, position, side, bridge, number, bridge_key, number_key, gross_kg, tare_kg, stated_at, entered_at, entered_by)
            select gen_random_uuid(), d.id, 1, 'DESTINATION', '1', d.code, '1', d.code, d.settled_kg + 16000, 16000, now(), now(), d.member_id from delivery d where d.round_id = '%2$s';
            """;

    private static final String TEXT = """
            {"number": 1, "terms": {"payment": {"trigger": "DELIVERY", "days": 30}, "lateInterestPpmPerDay": 500, "fee": {"basis": "OF_THE_GOODS", "rateBp": 150}, "delivery": {"toleranceBp": 500,
            "ticket": "DESTINATION", "weighingDifferencePermille": 3, "moisture": {"rule": "EXCESS", "limitPpm": 10000}}, "formulas": [], "disputeDays": 7, "supplementary": []}, "sha256": "0",
            "writtenBy": "%1$s", "writtenAt": "2026-01-01T00:00:00Z", "signatures": [{"partyId": "%1$s", "personId": "%1$s", "at": "2026-01-01T00:00:00Z", "sealedBy": "bench"},
            {"partyId": "%2$s", "personId": "%2$s", "at": "2026-01-01T00:00:00Z", "sealedBy": "bench"}]}""";

    private static final String SUM = """
            select sum(total) from (
                select d.contract_id, sum(round(((i.body -> 'money' ->> 'goodsFen')::numeric + (i.body -> 'money' ->> 'freightFen')::numeric) * (t.gross_kg - t.tare_kg) / i.mass_kg)) as total
                from delivery d join weigh_ticket t on t.delivery_id = d.id join contract_item i on i.id = d.item_id or i.upstream_item_id = d.item_id where d.round_id = ? group by d.contract_id) s
            """;

    private final HttpClient client = HttpClient.newHttpClient();
    private final UUID group = UUID.randomUUID();
    private final String token = TokenText.of(Fixture.ENTERPRISES + 1);
    private final List<Double> settled = new ArrayList<>();
    private final List<Double> summed = new ArrayList<>();
    private int statements;

    private SettlementBench() {}

    public static void main(String[] arguments) throws Exception {
        Files.createDirectories(Path.of("target"));
        new SettlementBench().measure();
    }

    private void measure() throws Exception {
        try (Place place = new Place(512); Connection database = place.database()) {
            Fixture fixture = new Fixture(database);
            officer(database);
            // The first turn is a server that has just started, and left out.
            for (int turn = 0; turn <= TURNS; turn++) turn(place, database, fixture, turn);
        }
        Results results = new Results();
        double median = median(settled);
        double base = median(summed);
        results.say("settlement of %d members × %d lots × %d tickets in one call".formatted(MEMBERS, LOTS, TICKETS), "ratio to the plain SQL sum", "%.2f s for %d statements; the sum %.1f ms; %.0f ×"
                .formatted(median, statements, base * 1_000, median / base));
        results.write("");
    }

    private void officer(Connection database) throws Exception {
        UUID person = UUID.randomUUID();
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(token.getBytes(StandardCharsets.UTF_8));
        run(database, "insert into party (id, kind, code, name_zh, registered_at) values (?, 'FINANCE_GROUP', 'G900', '财源方', now())", group);
        run(database, "insert into person (id, name, account, phone, password_set, added_at) values (?, 'group', 'group', '13999999999', true, now())", person);
        run(database, "insert into credential (person_id, password_hash) values (?, 'x')", person);
        run(database, "insert into appointment (id, person_id, party_id, roles, from_on) values (gen_random_uuid(), ?, ?, '{FINANCE_OFFICER}', '2020-01-01')", person, group);
        run(database, "insert into api_token (token_id, secret_hash, person_id, party_id, name, scopes, hint, created_at, expires_at) values (gen_random_uuid(), ?, ?, ?, 'bench', "
                + "'{contracts:read,contracts:write}', 'xxxx', now(), now() + interval '30 days')", hash, person, group);
    }

    private void turn(Place place, Connection database, Fixture fixture, int turn) throws Exception {
        UUID round = fixture.rounds().get(turn);
        String text = TEXT.formatted(group, UUID.randomUUID());
        try (Statement statement = database.createStatement()) {
            statement.execute(WORLD.formatted("B" + turn, round, fixture.association(), group, MEMBERS, text, LOTS, TICKETS));
            statement.execute("analyze");
        }
        double base = seconds(() -> sum(database, round));
        // Told at the last moment, so that the clock does not settle first.
        run(database, "insert into delivery_to_settle (delivery_id, round_id, contract_id, state, told_at) select id, round_id, contract_id, 'WAITING', now() from delivery where round_id = ?", round);
        double took = seconds(() -> draw(place, round));
        statements = check(database, round);
        System.out.printf("turn %d: %.2f s, %d statements, sum %.1f ms%n", turn, took, statements, base * 1_000);
        if (turn > 0) {
            settled.add(took);
            summed.add(base);
        }
    }

    private static void sum(Connection database, UUID round) throws Exception {
        try (PreparedStatement statement = database.prepareStatement(SUM)) {
            statement.setObject(1, round);
            try (ResultSet rows = statement.executeQuery()) {
                rows.next();
            }
        }
    }

    private void draw(Place place, UUID round) throws Exception {
        HttpRequest ask = HttpRequest.newBuilder(URI.create("http://localhost:" + place.port() + "/api/settlements")).timeout(Duration.ofMinutes(2)).header("Authorization", "Bearer " + token)
                .header("Content-Type", "application/json").header("Idempotency-Key", "bench-" + round).POST(HttpRequest.BodyPublishers.ofString("{\"roundId\": \"" + round + "\"}")).build();
        HttpResponse<String> answer = client.send(ask, HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 201) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
    }

    /** Each ticket stands on both sides, and both sides agree. */
    private static int check(Connection database, UUID round) throws Exception {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery("""
                select count(*)::int, sum(line_count)::int, coalesce(sum(goods_fen + freight_fen) filter (where kind = 'SUPPLY'), 0) - coalesce(sum(goods_fen + freight_fen) filter (where kind = 'RESALE'), 0)
                from statement where round_id = '%s'""".formatted(round))) {
            rows.next();
            if (rows.getInt(2) != 2 * TICKETS || rows.getLong(3) != 0) throw new IllegalStateException(rows.getInt(2) + " lines, difference " + rows.getLong(3));
            return rows.getInt(1);
        }
    }

    private interface Act {
        void run() throws Exception;
    }

    private static double seconds(Act act) throws Exception {
        long began = System.nanoTime();
        act.run();
        return (System.nanoTime() - began) / 1e9;
    }

    private static double median(List<Double> of) {
        return of.stream().sorted().skip(of.size() / 2).findFirst().orElseThrow();
    }

    private static void run(Connection connection, String sql, Object... values) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
