package org.jucai.bench;

import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.Statement;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** 300 admitted enterprises, each with a buyer's token, and collecting rounds; written as superuser, for it is not what is measured. */
final class Fixture {

    static final int ENTERPRISES = 300;
    static final int ROUNDS = 102;

    private final UUID association = UUID.randomUUID();
    private final List<UUID> enterprises = new ArrayList<>();
    private final List<String> tokens = new ArrayList<>();
    private final List<UUID> rounds = new ArrayList<>();
    private final String secretariatsToken = TokenText.of(ENTERPRISES);

    Fixture(Connection connection) throws Exception {
        connection.setAutoCommit(false);
        party(connection, association, "ASSOCIATION", "A001", null);
        secretary(connection);
        for (int i = 0; i < ENTERPRISES; i++) enterprise(connection, i);
        for (int i = 0; i < ROUNDS; i++) round(connection, i);
        connection.commit();
        connection.setAutoCommit(true);
        try (Statement statement = connection.createStatement()) {
            statement.execute("vacuum analyze");
        }
    }

    List<String> tokens() {
        return tokens;
    }

    List<UUID> rounds() {
        return rounds;
    }

    String secretariatsToken() {
        return secretariatsToken;
    }

    /** A round that nobody places demand in. */
    UUID watchedRound() {
        return rounds.getLast();
    }

    UUID association() {
        return association;
    }

    UUID enterprise(int i) {
        return enterprises.get(i);
    }

    private static void party(Connection connection, UUID id, String kind, String code, String scale) throws Exception {
        run(connection, "insert into party (id, kind, code, name_zh, scale, registered_at) values (?, ?, ?, ?, ?, now())", id, kind, code, "样例单位" + code, scale);
    }

    private void enterprise(Connection connection, int i) throws Exception {
        UUID id = UUID.randomUUID();
        UUID person = UUID.randomUUID();
        String code = "E%03d".formatted(i + 1);
        enterprises.add(id);
        party(connection, id, "ENTERPRISE", code, "BELOW");
        run(connection, "insert into enterprise_detail (party_id) values (?)", id);
        run(connection, "insert into membership (id, association_id, member_id, state, applied_on, joined_on) values (gen_random_uuid(), ?, ?, 'ADMITTED', '2020-01-01', '2020-01-01')", association, id);
        for (String paper : List.of("BUSINESS_LICENCE", "ENVIRONMENTAL_PERMIT")) {
            run(connection, "insert into evidence (id, party_id, kind, number, issuer, issued_on, expires_on, recorded_at) values (gen_random_uuid(), ?, ?, 'X1', 'issuer', '2020-01-01', '2099-01-01', now())", id, paper);
        }
        run(connection, "insert into delivery_point (id, enterprise_id, code, name, zone_code) values (gen_random_uuid(), ?, ?, ?, 'Z1')", id, "DP" + code, "料场" + code);
        person(connection, person, id, "buyer-" + code.toLowerCase(), "MEMBER_BUYER");
        tokens.add(TokenText.of(i));
        token(connection, person, id, TokenText.of(i));
    }

    private void secretary(Connection connection) throws Exception {
        UUID person = UUID.randomUUID();
        person(connection, person, association, "secretary", "SECRETARIAT");
        token(connection, person, association, secretariatsToken);
    }

    private int people;

    private void person(Connection connection, UUID person, UUID party, String account, String role) throws Exception {
        run(connection, "insert into person (id, name, account, phone, password_set, added_at) values (?, ?, ?, ?, true, now())", person, account, account, "1380000%04d".formatted(people++));
        run(connection, "insert into credential (person_id, password_hash) values (?, 'x')", person);
        run(connection, "insert into appointment (id, person_id, party_id, roles, from_on) values (gen_random_uuid(), ?, ?, ?::text[], '2020-01-01')", person, party, "{" + role + "}");
    }

    private void token(Connection connection, UUID person, UUID party, String secret) throws Exception {
        byte[] hash = MessageDigest.getInstance("SHA-256").digest(secret.getBytes(java.nio.charset.StandardCharsets.UTF_8));
        run(connection, "insert into api_token (token_id, secret_hash, person_id, party_id, name, scopes, hint, created_at, expires_at) values (gen_random_uuid(), ?, ?, ?, 'bench', '{demand:write,demand:read,rounds:read,rounds:write}', 'xxxx', now(), now() + interval '30 days')", hash, person, party);
    }

    private void round(Connection connection, int i) throws Exception {
        UUID id = new UUID((System.currentTimeMillis() << 16) | 0x7000L | i, 0x8000000000000000L | UUID.randomUUID().getLeastSignificantBits() >>> 2);
        rounds.add(id);
        String terms = """
                {"title":"bench %d","profile":"INQUIRY","mode":"AGENCY","grades":["GL-85A","GL-80","GL-70","YNS-45","YNS-42"],
                 "collectingOpensAt":"2020-01-01T00:00:00Z","collectingEndsAt":"2099-01-01T00:00:00Z",
                 "deliveryPeriod":{"fromOn":"2026-01-01","toOn":"2098-12-31"},"deliveryZones":[{"code":"Z1","name":"片区"}],
                 "deliveryWindows":[{"fromOn":"2026-01-01","toOn":"2098-12-31"}],"viable":{"kg":500000},"viableByGrade":{},
                 "volumeSteps":[{"kg":500000}],"anonymityK":5,"depositRateBp":2000,"minimumOffersPerLot":2,"publicityWorkingDays":1}
                """.formatted(i);
        run(connection, """
                insert into round (id, code, association_id, status, status_since, version, terms, collecting_opens_at, collecting_ends_at, announced_at, reached)
                values (?, ?, ?, 'COLLECTING', now(), 3, ?::jsonb, '2020-01-01', '2099-01-01', '2020-01-01',
                        '{"DRAFT":"2020-01-01T00:00:00Z","ANNOUNCED":"2020-01-01T00:00:00Z","COLLECTING":"2020-01-01T00:00:00Z"}')""", id, "B-%03d".formatted(i), association, terms);
    }

    private static void run(Connection connection, String sql, Object... values) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }
}
