package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import org.awaitility.Awaitility;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(TestPeople.class)
class AccessAuditTest {

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Test
    void signInsFailuresLockOutsAndRefusalsAreKept() {
        Credential anna = people.add("anna-is-audited", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        for (int failure = 0; failure < 5; failure++) {
            platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", anna.account(), "password", "wrong")).exchange()
                    .expectStatus().isUnauthorized();
        }
        Credential bert = people.add("bert-is-refused", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor visitor = Visitor.signedIn(platform, bert);
        visitor.asksWithoutCsrf(HttpMethod.DELETE, "/api/session").exchange().expectStatus().isForbidden();
        Visitor auditor = Visitor.signedIn(platform, people.add("the-auditor", PartyKind.AUDITOR, Role.AUDITOR));
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            assertThat(kinds(auditor, anna)).containsOnly("SIGN_IN_FAILED", "LOCKED_OUT").hasSize(6);
            assertThat(kinds(visitor, bert)).contains("SIGNED_IN", "REFUSED");
        });
    }

    @Test
    void nobodyReadsWhatConcernsAnother() {
        Credential carl = people.add("carl-is-watched", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor own = Visitor.signedIn(platform, carl);
        Visitor other = Visitor.signedIn(platform, people.add("dora-is-curious", PartyKind.ENTERPRISE, Role.MEMBER_ADMIN));
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> assertThat(kinds(own, carl)).contains("SIGNED_IN"));
        assertThat(kinds(other, carl)).isEmpty();
        assertThat(entries(other, "/api/access-audit?limit=200")).noneMatch(one ->
                one.path("personId").asString("").equals(carl.personId().toString()));
    }

    @Test
    void aFloodOfRefusalsIsOneRowWithACount() {
        for (int knock = 0; knock < 200; knock++) {
            platform.nobody().get().uri("/api/sessions").exchange().expectStatus().isUnauthorized();
        }
        Visitor auditor = Visitor.signedIn(platform, people.add("the-second-auditor", PartyKind.AUDITOR, Role.AUDITOR));
        Awaitility.await().atMost(Duration.ofSeconds(10)).untilAsserted(() -> {
            List<JsonNode> refused = entries(auditor, "/api/access-audit?kind=REFUSED&limit=200").stream()
                    .filter(one -> one.path("operationId").asString("").equals("listSessions")).toList();
            assertThat(refused.stream().mapToInt(one -> one.path("times").asInt()).sum()).isGreaterThanOrEqualTo(200);
            assertThat(refused).hasSizeLessThan(150);
        });
    }

    private static List<String> kinds(Visitor reader, Credential of) {
        return entries(reader, "/api/access-audit?personId=" + of.personId()).stream().map(one -> one.path("kind").asString()).toList();
    }

    /** All pages. */
    private static List<JsonNode> entries(Visitor reader, String address) {
        List<JsonNode> all = new ArrayList<>();
        String cursor = "";
        do {
            byte[] answer = reader.get(address + cursor).expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
            JsonNode page = new JsonMapper().readTree(answer);
            page.path("items").forEach(all::add);
            cursor = page.path("nextCursor").isString() ? "&cursor=" + page.path("nextCursor").asString() : "";
        } while (!cursor.isEmpty());
        return all;
    }
}
