package org.jucai.bench;

import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.util.List;
import java.util.UUID;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.springframework.security.crypto.argon2.Argon2PasswordEncoder;

/** A trustee at its browser: signs in, and hands in what it released. */
final class Keeper {

    private static final String PASSWORD = "a long pass phrase of the bench";
    private static final Pattern CSRF = Pattern.compile("\"csrfToken\":\"([^\"]+)\"");

    private final HttpClient client = HttpClient.newBuilder().version(HttpClient.Version.HTTP_1_1).build();
    private final String base;
    private final String cookie;
    private final String csrf;

    private Keeper(String base, String account) throws Exception {
        this.base = base;
        HttpResponse<String> session = client.send(HttpRequest.newBuilder(URI.create(base + "/api/session")).header("Content-Type", "application/json")
                .POST(HttpRequest.BodyPublishers.ofString("{\"account\":\"%s\",\"password\":\"%s\"}".formatted(account, PASSWORD))).build(), HttpResponse.BodyHandlers.ofString());
        Matcher found = CSRF.matcher(session.body());
        if (session.statusCode() != 200 || !found.find()) throw new IOException(session.statusCode() + " " + session.body());
        cookie = session.headers().allValues("Set-Cookie").stream().filter(one -> one.startsWith("JUCAI_SESSION=")).findFirst().orElseThrow().split(";")[0];
        csrf = found.group(1);
    }

    /** Somebody of a new party, who has a password and no authenticator. */
    static Keeper of(Connection connection, Place place, UUID party, String kind, String role) throws Exception {
        UUID person = UUID.randomUUID();
        String account = kind.toLowerCase(java.util.Locale.ROOT);
        String hash = new Argon2PasswordEncoder(16, 32, 1, 19 * 1024, 2).encode(PASSWORD);
        run(connection, "insert into party (id, kind, code, name_zh, registered_at) values (?, ?, ?, ?, now())", party, kind, "K-" + kind, "样例单位" + kind);
        run(connection, "insert into person (id, name, account, phone, password_set, added_at) values (?, ?, ?, ?, true, now())", person, account, account,
                "139" + "%08d".formatted(Math.floorMod(person.hashCode(), 100_000_000)));
        run(connection, "insert into credential (person_id, password_hash) values (?, ?)", person, hash);
        run(connection, "insert into appointment (id, person_id, party_id, roles, from_on) values (gen_random_uuid(), ?, ?, ?::text[], '2020-01-01')", person, party, "{" + role + "}");
        return new Keeper("http://localhost:" + place.port(), account);
    }

    private static void run(Connection connection, String sql, Object... values) throws Exception {
        try (PreparedStatement statement = connection.prepareStatement(sql)) {
            for (int i = 0; i < values.length; i++) statement.setObject(i + 1, values[i]);
            statement.executeUpdate();
        }
    }

    /** Hands in these signed releases; refused where it is too early or one does not hold. */
    void releases(UUID round, String phase, List<byte[]> signed) throws Exception {
        ByteArrayOutputStream body = new ByteArrayOutputStream();
        body.writeBytes(("{\"phase\":\"" + phase + "\",\"releases\":[").getBytes(StandardCharsets.UTF_8));
        for (int i = 0; i < signed.size(); i++) {
            if (i > 0) body.write(',');
            body.writeBytes(signed.get(i));
        }
        body.writeBytes("]}".getBytes(StandardCharsets.UTF_8));
        HttpResponse<String> taken = client.send(asking("/api/rounds/" + round + "/opening-shares").header("Content-Type", "application/json")
                .header("Idempotency-Key", UUID.randomUUID().toString()).POST(HttpRequest.BodyPublishers.ofByteArray(body.toByteArray())).build(), HttpResponse.BodyHandlers.ofString());
        if (taken.statusCode() != 200) throw new IOException(taken.statusCode() + " " + taken.body());
    }

    private HttpRequest.Builder asking(String path) {
        return HttpRequest.newBuilder(URI.create(base + path)).header("Cookie", cookie).header("X-CSRF-Token", csrf);
    }
}
