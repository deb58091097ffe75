package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.membership.Passwords;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;

/** The door with the real people behind it. */
@PlatformTest
class MembershipPeopleTest {

    private static final String PASSWORD = "seven kilns burn at night";

    @Autowired
    Platform platform;

    @Autowired
    Passwords passwords;

    @Test
    void aPersonOfMembershipSignsInByPasswordAndByCode() throws SQLException {
        String name = "p" + UUID.randomUUID().toString().substring(0, 8);
        String phone = "139" + String.format("%08d", Math.abs(name.hashCode()) % 100_000_000);
        register(name, phone);
        Visitor.signedIn(platform.nobody(), Map.of("account", name, "password", PASSWORD)).get("/api/session").expectStatus().isOk()
                .expectBody().jsonPath("$.roles[0]").isEqualTo("SECRETARIAT").jsonPath("$.party.kind").isEqualTo("ASSOCIATION");
        platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", name, "password", "wrong")).exchange()
                .expectStatus().isUnauthorized();
        platform.nobody().post().uri("/api/session/phone-codes").bodyValue(Map.of("phone", phone)).exchange().expectStatus().isAccepted();
        String code = text(phone).replaceAll("(?s).*?(\\d{6}).*", "$1");
        Visitor.signedIn(platform.nobody(), Map.of("phone", phone, "code", code)).get("/api/session").expectStatus().isOk();
    }

    private String text(String phone) throws SQLException {
        try (Connection all = platform.databaseAs("postgres", "postgres");
                PreparedStatement question = all.prepareStatement("select body from text_message_outbox where phone = ?")) {
            question.setString(1, phone);
            ResultSet found = question.executeQuery();
            assertThat(found.next()).isTrue();
            return found.getString(1);
        }
    }

    private void register(String name, String phone) throws SQLException {
        String hash = passwords.hash(PASSWORD).block(Duration.ofSeconds(30));
        try (Connection all = platform.databaseAs("postgres", "postgres"); PreparedStatement insert = all.prepareStatement("""
                with party as (insert into party (id, kind, code, name_zh, registered_at)
                        values (gen_random_uuid(), 'ASSOCIATION', ?, '协会', now()) returning id),
                     person as (insert into person (id, name, account, phone, password_set, added_at)
                        values (gen_random_uuid(), '王', ?, ?, true, now()) returning id),
                     credential as (insert into credential (person_id, password_hash) select id, ? from person)
                insert into appointment (id, person_id, party_id, roles, from_on)
                select gen_random_uuid(), person.id, party.id, '{SECRETARIAT}', date '2020-01-01' from party, person
                """)) {
            insert.setString(1, name.toUpperCase(java.util.Locale.ROOT));
            insert.setString(2, name);
            insert.setString(3, phone);
            insert.setString(4, hash);
            insert.execute();
        }
    }
}
