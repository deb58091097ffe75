package org.jucai.bench;

import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Who received goods, at a million weigh tickets: the application's answer by HTTP, totals and two hundred trucks with tickets and parcels, against the
 * plain question in the same database (recursive SQL from the tickets, move by move, to what stands). Both must say the same kilograms.
 * {@code -Dbench.main=org.jucai.bench.RecallBench -Dbench.memory=512m}; {@code -Dbench.tickets} for fewer.
 */
public final class RecallBench {

    private static final int TICKETS = Integer.getInteger("bench.tickets", 1_000_000);
    private static final int TURNS = Integer.getInteger("bench.turns", 9);
    private static final int SUPPLIERS = 60;
    private static final int MEMBERS = 100;
    private static final int LOTS = 600;

    private static final String PLAIN = """
            with recursive walk as (
                select p.id, p.delivery_id, p.mass_kg, p.made_by, p.ended_by
                from weigh_ticket t join delivery d on d.id = t.delivery_id join contract_item i on i.id = d.item_id
                join custody_parcel p on p.delivery_id = d.id and p.made_by = 1
                where t.side = 'DESTINATION' and %s
                union
                select n.id, n.delivery_id, n.mass_kg, n.made_by, n.ended_by
                from custody_parcel n join walk w on n.delivery_id = w.delivery_id and n.made_by = w.ended_by)
            select coalesce(sum(mass_kg), 0)::bigint from walk where ended_by is null
            """;

    private static final Pattern MASS = Pattern.compile("\"totals\":\\{\"trucks\":(\\d+),\"members\":\\d+,\"massKg\":(\\d+)");

    private final Results results = new Results();
    private final HttpClient client = HttpClient.newHttpClient();

    private RecallBench() {}

    public static void main(String[] arguments) throws Exception {
        new RecallBench().measure();
    }

    private void measure() throws Exception {
        try (Place place = new Place(256); Connection database = place.database()) {
            Fixture fixture = new Fixture(database);
            seed(database, fixture);
            UUID supplier = id(database, "select min(seller_id::text) from delivery");
            UUID lot = id(database, "select min(body ->> 'lotId') from contract_item");
            String days = "/api/reach?limit=200&sellerId=%s&fromOn=2025-03-01&toOn=2025-03-30".formatted(supplier);
            compare(place, fixture, database, new Question("by supplier and 30 days", days,
                    "d.seller_id = '%s' and d.arrived_at >= '2025-02-28T16:00Z' and d.arrived_at < '2025-03-30T16:00Z'".formatted(supplier)));
            compare(place, fixture, database, new Question("by lot", "/api/reach?limit=200&lotId=" + lot, "(i.body ->> 'lotId') = '%s'".formatted(lot)));
        }
        results.write("");
    }

    private record Question(String name, String path, String where) {}

    private void compare(Place place, Fixture fixture, Connection database, Question asked) throws Exception {
        List<Double> ours = new ArrayList<>();
        List<Double> plain = new ArrayList<>();
        String said = ask(place, fixture, asked.path());
        for (int turn = 0; turn < TURNS; turn++) {
            ours.add(milliseconds(() -> ask(place, fixture, asked.path())));
            plain.add(milliseconds(() -> plain(database, asked.where())));
        }
        Matcher found = MASS.matcher(said);
        if (!found.find()) throw new IllegalStateException(said.substring(0, Math.min(500, said.length())));
        long kilograms = Long.parseLong(found.group(2));
        long walked = plain(database, asked.where());
        if (kilograms != walked) throw new IllegalStateException("%d kg and %d kg of the same goods".formatted(kilograms, walked));
        results.say("recall at %s tickets, %s: by HTTP against the plain recursive query".formatted(TICKETS == 1_000_000 ? "1 M" : String.valueOf(TICKETS), asked.name()), "≤ 1/10, in seconds",
                "1/%.0f (%.0f ms for totals of %s trucks and up to 200 of them with tickets and parcels, %d kg, against %.0f ms; the same kilograms)".formatted(median(plain) / median(ours), median(ours), found.group(1),
                        kilograms, median(plain)));
    }

    private String ask(Place place, Fixture fixture, String path) throws Exception {
        HttpResponse<String> answer = client.send(HttpRequest.newBuilder(URI.create("http://localhost:" + place.port() + path))
                .header("Authorization", "Bearer " + fixture.secretariatsToken()).build(), HttpResponse.BodyHandlers.ofString());
        if (answer.statusCode() != 200) throw new IllegalStateException(answer.statusCode() + " " + answer.body());
        return answer.body();
    }

    private static long plain(Connection database, String where) throws Exception {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(PLAIN.formatted(where))) {
            rows.next();
            return rows.getLong(1);
        }
    }

    private static UUID id(Connection database, String sql) throws Exception {
        try (Statement statement = database.createStatement(); ResultSet rows = statement.executeQuery(sql)) {
            rows.next();
            return UUID.fromString(rows.getString(1));
        }
    }

    private static double milliseconds(Callable<?> work) throws Exception {
        long begun = System.nanoTime();
        work.call();
        return (System.nanoTime() - begun) / 1e6;
    }

    private static double median(List<Double> times) {
        return times.stream().sorted().skip(times.size() / 2).findFirst().orElseThrow();
    }

    /** Each truck entered, was unloaded, passed, was parted in two, and one part was released: six parcels, of which two stand. */
    private static void seed(Connection database, Fixture fixture) throws Exception {
        String id = "md5('%s' || %s)::uuid";
        String round = fixture.rounds().getFirst().toString();
        String association = fixture.association().toString();
        List<String> steps = List.of(
                "update api_token set scopes = scopes || '{contracts:read}'",
                """
                insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg, total_fen, item_count, text)
                select %s, '%s', 'R', '%s', 1, 'C-' || s, 'SUPPLY', %s, %s, %s, 'DRAFTED', now(), 1, 1, 0, 1, '{}' from generate_series(1, %d) s"""
                        .formatted(id.formatted("c", "s"), round, association, id.formatted("g", "1"), id.formatted("s", "s"), id.formatted("g", "1"), SUPPLIERS),
                """
                insert into contract_item (id, contract_id, position, seller_id, buyer_id, group_id, enterprise_id, mass_kg, body)
                select %s, %s, n, %s, %s, %s, (select p.id from party p where p.kind = 'ENTERPRISE' order by p.code offset n %% %d limit 1), 1,
                    jsonb_build_object('lotId', %s, 'goods', jsonb_build_object('source', 'Q' || n %% 7))
                from generate_series(0, %d - 1) n""".formatted(id.formatted("i", "n"), id.formatted("c", "n % 60 + 1"), id.formatted("s", "n % 60 + 1"), id.formatted("g", "1"),
                        id.formatted("g", "1"), MEMBERS, id.formatted("l", "n % " + LOTS), SUPPLIERS * MEMBERS),
                """
                insert into call_off (item_id, contract_id, round_id, seller_id, buyer_id, group_id, enterprise_id, contracted_kg, most_kg, delivery_terms)
                select id, contract_id, '%s', seller_id, buyer_id, group_id, enterprise_id, 1, 1, '{}' from contract_item""".formatted(round),
                """
                insert into delivery (id, code, contract_id, item_id, round_id, association_id, seller_id, buyer_id, member_id, grade, size, packing, zone, place, window_from_on, window_to_on,
                    settling_ticket, difference_permille, planned_kg, planned_on, planned_at, status, version, plate, driver, phone, loaded_kg, expected_at, notified_at, arrived_at, settled_kg)
                select uuidv7(), 'D-' || n, i.contract_id, i.id, '%s', '%s', i.seller_id, i.buyer_id, i.enterprise_id, 'GL-85A', 'LUMP', 'BULK', 'Z1', 'p', '2023-01-01', '2028-01-01',
                    'DESTINATION', 3, 32000, '2023-01-01', now(), 'AT_MEMBER', 9, 'YUA' || n, 'D', '13900000000', 32000, now(), now(), timestamptz '2023-01-01' + n * interval '5 years' / %d, 30000 + n %% 2000
                from generate_series(1, %d) n join contract_item i on i.position = n %% %d""".formatted(round, association, TICKETS / 2, TICKETS / 2, SUPPLIERS * MEMBERS),
                """
                insert into weigh_ticket (id, delivery_id, position, side, bridge, number, bridge_key, number_key, gross_kg, tare_kg, stated_at, entered_at, entered_by)
                select uuidv7(), d.id, side.at, side.name, 'b', d.code || side.at, 'b', d.code || side.at, 16000 + d.settled_kg, 16000, now(), now(), d.seller_id
                from delivery d, (values (1, 'ORIGIN'), (2, 'DESTINATION')) side(at, name)""",
                """
                insert into custody_parcel (id, delivery_id, mass_kg, place, keeper_id, owner_id, under_test, made_by, ended_by)
                select uuidv7(), d.id, case when m.part then 12000 when m.rest then d.settled_kg - 12000 else d.settled_kg end, m.place, d.member_id, d.member_id, m.made < 3, m.made, m.ended
                from delivery d, (values (1, 2, 'TRUCK', false, false), (2, 3, 'MEMBER', false, false), (3, 4, 'MEMBER', false, false), (4, 5, 'MEMBER', true, false),
                    (4, null, 'MEMBER', false, true), (5, null, 'MEMBER', true, false)) m(made, ended, place, part, rest)""");
        try (Statement statement = database.createStatement()) {
            for (String step : steps) statement.execute(step);
            for (String table : List.of("contract_item", "delivery", "weigh_ticket", "custody_parcel")) statement.execute("vacuum analyze " + table);
        }
    }
}
