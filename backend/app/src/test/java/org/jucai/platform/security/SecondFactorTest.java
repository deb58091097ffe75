package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import java.util.Map;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.web.reactive.server.WebTestClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

@PlatformTest
@Import(TestPeople.class)
class SecondFactorTest {

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Autowired
    TestClock clock;

    @AfterEach
    void setTheClockBack() {
        clock.set(TestClock.START);
    }

    @Test
    void anAuthenticatorIsSetUpShownAndEachCodeIsGoodOnce() {
        Credential anna = people.add("anna-has-an-authenticator", PartyKind.ASSOCIATION, Role.SECRETARIAT);
        Visitor visitor = Visitor.signedIn(platform, anna);
        String secret = enrolled(visitor);
        Visitor later = Visitor.signedIn(platform, anna);
        shows(later, Totp.code(secret, clock.instant())).expectStatus().isEqualTo(422);
        clock.advance(Duration.ofSeconds(60));
        String before = later.cookie();
        JsonNode session = later.take(shows(later, Totp.code(secret, clock.instant())).expectStatus().isOk().expectBody().returnResult());
        assertThat(session.path("secondFactor").path("shown").asBoolean()).isTrue();
        assertThat(later.cookie()).isNotEqualTo(before);
        platform.nobody().get().uri("/api/session").cookie("JUCAI_SESSION", before).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aStolenSessionCannotReplaceTheAuthenticator() {
        Credential bert = people.add("bert-is-robbed", PartyKind.ASSOCIATION, Role.SECRETARIAT);
        enrolled(Visitor.signedIn(platform, bert));
        Visitor.signedIn(platform, bert).asks(POST, "/api/session/second-factor/enrolment").exchange().expectStatus().isForbidden();
    }

    @Test
    void guessingCodesMakesThePersonWait() {
        Credential carl = people.add("carl-guesses-codes", PartyKind.ASSOCIATION, Role.SECRETARIAT);
        enrolled(Visitor.signedIn(platform, carl));
        Visitor visitor = Visitor.signedIn(platform, carl);
        for (int guess = 0; guess < 5; guess++) shows(visitor, "00000" + guess);
        shows(visitor, "000009").expectStatus().isEqualTo(429);
    }

    @Test
    void withoutAnAuthenticatorThereIsNothingToShow() {
        Visitor dora = Visitor.signedIn(platform, people.add("dora-has-none", PartyKind.ASSOCIATION, Role.SECRETARIAT));
        shows(dora, "123456").expectStatus().isEqualTo(409);
        dora.asks(POST, "/api/session/second-factor/enrolment/confirm").bodyValue(Map.of("code", "123456")).exchange()
                .expectStatus().isEqualTo(409);
    }

    private String enrolled(Visitor visitor) {
        byte[] begun = visitor.asks(POST, "/api/session/second-factor/enrolment").exchange().expectStatus().isOk()
                .expectBody().returnResult().getResponseBodyContent();
        String secret = new JsonMapper().readTree(begun).path("secret").asString();
        JsonNode session = visitor.take(visitor.asks(POST, "/api/session/second-factor/enrolment/confirm")
                .bodyValue(Map.of("code", Totp.code(secret, clock.instant()))).exchange().expectStatus().isOk().expectBody().returnResult());
        assertThat(session.path("secondFactor").path("enrolled").asBoolean()).isTrue();
        return secret;
    }

    private static WebTestClient.ResponseSpec shows(Visitor visitor, String code) {
        return visitor.asks(POST, "/api/session/second-factor").bodyValue(Map.of("code", code)).exchange();
    }
}
