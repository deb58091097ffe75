package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.membership.texting.Gateway;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** From an empty database to a member's first line, by HTTP and text messages only, as an operator and the people do it. */
@PlatformTest
class FirstStepsTest {

    private static final JsonMapper JSON = new JsonMapper();
    private static final String PHRASE = "烧结温度1450度-样例";
    private static final Gateway GATEWAY = new Gateway();
    private static final AtomicInteger KEYS = new AtomicInteger();

    @Autowired Platform platform;
    @Autowired TestClock clock;

    @DynamicPropertySource
    static void whatTheOperatorSets(DynamicPropertyRegistry settings) {
        Map.of("jucai.membership.first-administrator.account", "first.admin", "jucai.membership.first-administrator.phone", "13900000001",
                "jucai.membership.first-administrator.password", PHRASE, "jucai.sms.url", GATEWAY.url(), "jucai.sms.key", "a key that only the two know",
                "jucai.membership.sealing-key", "AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
                .forEach((name, value) -> settings.add(name, () -> value));
    }

    @AfterAll
    static void close() {
        GATEWAY.close();
    }

    @Test
    void fromTheFirstAdministratorToAMembersFirstLine() {
        Visitor administrator = signedIn("first.admin");
        String association = id(does(administrator, "/api/parties", Map.of("code", "A001", "kind", "ASSOCIATION", "nameZh", "新密样例协会")));
        Visitor chief = invited(administrator, association, "chief", "13900000002", "ASSOCIATION_ADMIN");
        Visitor secretary = invited(chief, association, "secretary", "13900000003", "SECRETARIAT");
        String enterprise = admitted(secretary);
        Visitor buyer = invited(secretary, enterprise, "buyer", "13900000004", "MEMBER_ADMIN", "MEMBER_BUYER");
        String round = "/api/rounds/" + id(does(secretary, "/api/rounds", terms()));
        does(secretary, round + "/announce", null);
        clock.advance(Duration.ofMinutes(61));
        does(secretary, round + "/open", Map.of("reason", "按公告开始"));
        JsonNode line = does(buyer, round + "/demand-lines", Map.of("acceptedGrades", List.of("GL-85A"), "targetKg", 120_000,
                "deliveryFromOn", "2027-05-01", "deliveryToOn", "2027-05-20"));
        assertThat(line.path("status").asString()).isEqualTo("SUBMITTED");
        JsonNode seen = body(secretary.asks(GET, round + "/pool"));
        assertThat(seen.toString()).contains("120000");
        assertThat(body(buyer.asks(GET, round + "/demand-lines")).path("items").size()).isEqualTo(1);
    }

    /** Registered with its papers; not admitted before the permit is there. */
    private String admitted(Visitor secretary) {
        String enterprise = id(does(secretary, "/api/enterprises", Map.of("code", "E001", "nameZh", "样例耐材有限公司", "areaCode", "410183105",
                "scale", "ABOVE", "usccOverrideReason", "营业执照原件如此", "evidence",
                List.of(Map.of("kind", "BUSINESS_LICENCE", "number", "91", "issuer", "市场监督管理局", "issuedOn", "2020-05-01")))));
        String path = "/api/enterprises/" + enterprise;
        asks(secretary, path + "/admit").bodyValue(Map.of("reason", "理事会通过")).exchange().expectStatus().isEqualTo(422);
        does(secretary, path + "/evidence", Map.of("kind", "ENVIRONMENTAL_PERMIT", "number", "91-001V", "issuer", "生态环境局",
                "issuedOn", "2024-07-01", "expiresOn", "2027-12-31"));
        JsonNode admitted = does(secretary, path + "/admit", Map.of("reason", "理事会通过"));
        assertThat(admitted.path("standing").path("mayPlaceDemand").asBoolean()).isTrue();
        does(secretary, path + "/delivery-points", Map.of("code", "DP001", "name", "料场", "zoneCode", "XM-A", "railHeadMetres", 12_900));
        return enterprise;
    }

    /** Opens in an hour, collects for a week, delivers in May and June. */
    private Map<String, Object> terms() {
        return Map.of("title", "2027年5月联合采购", "grades", List.of("GL-85A", "GL-80"),
                "collectingOpensAt", TestClock.START.plus(Duration.ofHours(1)).toString(),
                "collectingEndsAt", TestClock.START.plus(Duration.ofDays(7)).toString(),
                "deliveryPeriod", Map.of("fromOn", "2027-05-01", "toOn", "2027-06-30"),
                "deliveryWindows", List.of(Map.of("fromOn", "2027-05-01", "toOn", "2027-05-31"), Map.of("fromOn", "2027-06-01", "toOn", "2027-06-30")),
                "deliveryZones", List.of(Map.of("code", "XM-A", "name", "超化")), "viableKg", 500_000);
    }

    /** Invites somebody, who follows the link of the text message, chooses account and password, and signs in. */
    private Visitor invited(Visitor by, String party, String account, String phone, String... roles) {
        does(by, "/api/invitations", Map.of("partyId", party, "name", "样例" + account, "phone", phone, "roles", List.of(roles)));
        Awaitility.await().until(() -> !GATEWAY.to(phone).isEmpty());
        String token = GATEWAY.to(phone).getLast().body().path("text").asString().replaceAll("(?s).*/invitation/([A-Za-z0-9_-]+).*", "$1");
        platform.nobody().get().uri("/api/invitations/" + token).exchange().expectStatus().isOk();
        platform.nobody().post().uri("/api/invitations/" + token + "/accept").header("Idempotency-Key", key())
                .bodyValue(Map.of("account", account, "password", PHRASE)).exchange().expectStatus().isCreated();
        return signedIn(account);
    }

    /** Signed in, with an authenticator set up and shown, as production asks of officers. */
    private Visitor signedIn(String account) {
        Visitor visitor = Visitor.signedIn(platform.nobody(), Map.of("account", account, "password", PHRASE));
        String secret = body(visitor.asks(POST, "/api/session/second-factor/enrolment")).path("secret").asString();
        visitor.take(visitor.asks(POST, "/api/session/second-factor/enrolment/confirm")
                .bodyValue(Map.of("code", Totp.code(secret, clock.instant()))).exchange().expectStatus().isOk().expectBody().returnResult());
        return visitor;
    }

    private static JsonNode does(Visitor who, String path, @Nullable Object form) {
        WebTestClient.RequestBodySpec asked = asks(who, path);
        return body(form == null ? asked : asked.bodyValue(form));
    }

    private static WebTestClient.RequestBodySpec asks(Visitor who, String path) {
        return who.asks(HttpMethod.POST, path).header("Idempotency-Key", key());
    }

    private static JsonNode body(WebTestClient.RequestHeadersSpec<?> asked) {
        byte[] body = asked.exchange().expectStatus().is2xxSuccessful().expectBody().returnResult().getResponseBodyContent();
        return JSON.readTree(body);
    }

    private static String id(JsonNode made) {
        return made.path("id").asString();
    }

    private static String key() {
        return "first-steps-" + KEYS.incrementAndGet();
    }
}
