package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.POST;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestPeople.class)
class TokenTest {

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Test
    void aMachineIsWhoItsOwnerIsWithinItsScopes() {
        Credential anna = people.add("anna-owns-a-machine", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        String secret = Tokens.secret(Visitor.signedIn(platform, anna), "demand:write");
        whoIs(secret).expectStatus().isOk().expectBody()
                .jsonPath("$.entry").isEqualTo("TOKEN")
                .jsonPath("$.person.personId").isEqualTo(anna.personId().toString())
                .jsonPath("$.scopes").isEqualTo(List.of("demand:write"))
                .jsonPath("$.csrfToken").doesNotExist();
        platform.nobody().get().uri("/api/api-tokens").header("Authorization", "Bearer " + secret).exchange()
                .expectStatus().isForbidden().expectBody().jsonPath("$.type").isEqualTo("/problems/token-scope-missing");
    }

    @Test
    void theSecretIsShownOnceAndKeptNowhere() throws SQLException {
        Visitor bert = Visitor.signedIn(platform, people.add("bert-repeats", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        String key = UUID.randomUUID().toString();
        JsonNode first = Tokens.made(bert, key, "demand:read");
        JsonNode again = Tokens.made(bert, key, "demand:read");
        assertThat(again.path("token")).isEqualTo(first.path("token"));
        assertThat(again.path("secret").isString()).isFalse();
        String secret = first.path("secret").asString();
        assertThat(secret).startsWith("jucai_");
        assertThat(rowsWith("api_token", secret)).isZero();
        assertThat(rowsWith("idempotency_record", secret)).isZero();
    }

    private long rowsWith(String table, String text) throws SQLException {
        try (Connection all = platform.databaseAs("postgres", "postgres"); Statement statement = all.createStatement();
                ResultSet found = statement.executeQuery("select count(*) from " + table + " t where t::text like '%" + text + "%'")) {
            found.next();
            return found.getLong(1);
        }
    }

    @Test
    void aRevokedTokenEndsAtOnce() {
        Visitor carl = Visitor.signedIn(platform, people.add("carl-revokes", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        JsonNode made = Tokens.made(carl, UUID.randomUUID().toString(), "demand:read");
        String secret = made.path("secret").asString();
        whoIs(secret).expectStatus().isOk();
        String address = "/api/api-tokens/" + made.path("token").path("tokenId").asString();
        carl.asks(DELETE, address).exchange().expectStatus().isNoContent();
        whoIs(secret).expectStatus().isUnauthorized().expectBody().jsonPath("$.type").isEqualTo("/problems/token-invalid");
        carl.asks(DELETE, address).exchange().expectStatus().isNoContent();
        carl.get("/api/api-tokens").expectStatus().isOk().expectBody().jsonPath("$.items[0].revokedAt").isNotEmpty();
    }

    @Test
    void nobodyRevokesOrSeesAnothersToken() {
        Visitor dora = Visitor.signedIn(platform, people.add("dora-has-a-token", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        JsonNode made = Tokens.made(dora, UUID.randomUUID().toString(), "demand:read");
        Visitor emil = Visitor.signedIn(platform, people.add("emil-tries", PartyKind.ENTERPRISE, Role.MEMBER_ADMIN));
        emil.asks(DELETE, "/api/api-tokens/" + made.path("token").path("tokenId").asString()).exchange().expectStatus().isNotFound();
        emil.get("/api/api-tokens").expectStatus().isOk().expectBody().jsonPath("$.items.length()").isEqualTo(0);
        whoIs(made.path("secret").asString()).expectStatus().isOk();
    }

    @Test
    void aTokenLivesAYearAtMost() {
        Visitor frida = Visitor.signedIn(platform, people.add("frida-wants-forever", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        for (String expiry : List.of("2099-01-01T00:00:00Z", "2020-01-01T00:00:00Z")) {
            frida.asks(POST, "/api/api-tokens").header("Idempotency-Key", UUID.randomUUID().toString())
                    .bodyValue(Map.of("name", "forever", "scopes", List.of("demand:read"), "expiresAt", expiry)).exchange()
                    .expectStatus().isEqualTo(422);
        }
    }

    private WebTestClient.ResponseSpec whoIs(String secret) {
        return platform.nobody().get().uri("/api/session").header("Authorization", "Bearer " + secret).exchange();
    }
}
