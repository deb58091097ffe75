package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.springframework.http.HttpMethod.DELETE;
import static org.springframework.http.HttpMethod.GET;
import static org.springframework.http.HttpMethod.POST;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

@PlatformTest
@Import(TestPeople.class)
class SessionTest {

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Autowired
    TestClock clock;

    @Test
    void whoSignsInIsToldWhoTheyAreAndKeepsACookieThatScriptsCannotRead() {
        Credential anna = people.add("anna-signs-in", PartyKind.ASSOCIATION, Role.SECRETARIAT);
        platform.nobody().post().uri("/api/session")
                .bodyValue(Map.of("account", anna.account(), "password", KnownPeople.PASSWORD)).exchange()
                .expectStatus().isOk()
                .expectCookie().httpOnly("JUCAI_SESSION", true)
                .expectCookie().sameSite("JUCAI_SESSION", "Lax")
                .expectCookie().secure("JUCAI_SESSION", false)
                .expectBody()
                .jsonPath("$.person.personId").isEqualTo(anna.personId().toString())
                .jsonPath("$.party.kind").isEqualTo("ASSOCIATION")
                .jsonPath("$.roles[0]").isEqualTo("SECRETARIAT")
                .jsonPath("$.serverTime").isEqualTo(clock.instant().toString())
                .jsonPath("$.csrfToken").isNotEmpty();
        Visitor.signedIn(platform, anna).get("/api/session").expectStatus().isOk();
        platform.nobody().get().uri("/api/session").exchange().expectStatus().isUnauthorized();
    }

    @Test
    void aWrongPasswordAndAnUnknownAccountGetTheSameAnswer() {
        Credential bert = people.add("bert-forgets", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        byte[] wrong = refusal(bert.account());
        byte[] unknown = refusal("nobody-has-this-account");
        assertThat(new String(wrong)).isEqualTo(new String(unknown)).contains("/problems/sign-in-wrong");
    }

    private byte[] refusal(String account) {
        return platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", account, "password", "wrong")).exchange()
                .expectStatus().isUnauthorized().expectBody().returnResult().getResponseBodyContent();
    }

    @Test
    void halfASignInIsRefused() {
        platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", "someone")).exchange()
                .expectStatus().isBadRequest().expectBody().jsonPath("$.type").isEqualTo("/problems/sign-in-incomplete");
    }

    @Test
    void anAccountWaitsAfterFiveFailuresAndTheRightPasswordDoesNotHelpMeanwhile() {
        Credential carl = people.add("carl-is-attacked", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        for (int failure = 0; failure < 5; failure++) refusal(carl.account());
        platform.nobody().post().uri("/api/session").bodyValue(Map.of("account", carl.account(), "password", KnownPeople.PASSWORD))
                .exchange()
                .expectStatus().isEqualTo(429)
                .expectHeader().valueMatches("Retry-After", "30|29")
                .expectBody().jsonPath("$.type").isEqualTo("/problems/sign-in-locked");
    }

    @Test
    void aHundredGuessesAtOnceAreFiveGuesses() {
        Credential dora = people.add("dora-is-guessed", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        long judged = java.util.stream.IntStream.range(0, 100).parallel()
                .map(_ -> platform.nobody().post().uri("/api/session")
                        .bodyValue(Map.of("account", dora.account(), "password", "guess")).exchange()
                        .returnResult(String.class).getStatus().value())
                .filter(status -> status == 401).count();
        assertThat(judged).isLessThanOrEqualTo(5);
    }

    @Test
    void aChangeWithoutTheCsrfTokenIsRefused() {
        Visitor emil = Visitor.signedIn(platform, people.add("emil-is-tricked", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        emil.asksWithoutCsrf(DELETE, "/api/session").exchange().expectStatus().isForbidden()
                .expectBody().jsonPath("$.type").isEqualTo("/problems/csrf-token-wrong");
        emil.asksWithoutCsrf(DELETE, "/api/session").header("X-CSRF-Token", "forged").exchange().expectStatus().isForbidden();
        emil.get("/api/session").expectStatus().isOk();
    }

    @Test
    void signingOutEndsTheSession() {
        Visitor frida = Visitor.signedIn(platform, people.add("frida-leaves", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        frida.asks(DELETE, "/api/session").exchange().expectStatus().isNoContent();
        frida.get("/api/session").expectStatus().isUnauthorized();
    }

    @Test
    void aSessionThatSomebodyPlantedIsNotTheOneThatSignsIn() {
        Credential gerd = people.add("gerd-is-fixed", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor planted = Visitor.signedIn(platform, people.add("planter", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        String given = platform.nobody().post().uri("/api/session").cookie("JUCAI_SESSION", planted.cookie())
                .bodyValue(Map.of("account", gerd.account(), "password", KnownPeople.PASSWORD)).exchange()
                .expectStatus().isOk().expectBody().returnResult().getResponseCookies().getFirst("JUCAI_SESSION").getValue();
        assertThat(given).isNotEqualTo(planted.cookie());
        planted.get("/api/session").expectStatus().isUnauthorized();
    }

    @Test
    void choosingAnotherPartyGoesOnUnderAnotherCookie() {
        Credential hanna = people.appoint(people.add("hanna-acts-twice", PartyKind.ASSOCIATION, Role.SECRETARIAT),
                PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor visitor = Visitor.signedIn(platform, hanna);
        String before = visitor.cookie();
        UUID second = hanna.appointments().getLast().partyId();
        JsonNode now = visitor.take(visitor.asks(POST, "/api/session/party").bodyValue(Map.of("partyId", second)).exchange()
                .expectStatus().isOk().expectBody().returnResult());
        assertThat(now.path("roles").toString()).isEqualTo("[\"MEMBER_BUYER\"]");
        assertThat(visitor.cookie()).isNotEqualTo(before);
        platform.nobody().get().uri("/api/session").cookie("JUCAI_SESSION", before).exchange().expectStatus().isUnauthorized();
        visitor.asks(POST, "/api/session/party").bodyValue(Map.of("partyId", UUID.randomUUID())).exchange().expectStatus().isForbidden();
    }

    @Test
    void aPersonSeesTheirSessionsAndEndsOne() {
        Credential ida = people.add("ida-has-two", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor phone = Visitor.signedIn(platform, ida);
        Visitor desk = Visitor.signedIn(platform, ida);
        String handle = Secrets.hexDigest(phone.cookie()).substring(0, 24);
        desk.get("/api/sessions").expectStatus().isOk().expectBody().jsonPath("$.items.length()").isEqualTo(2);
        desk.asks(DELETE, "/api/sessions/" + handle).exchange().expectStatus().isNoContent();
        phone.get("/api/session").expectStatus().isUnauthorized();
        desk.get("/api/session").expectStatus().isOk();
        desk.asks(DELETE, "/api/sessions/" + handle).exchange().expectStatus().isNotFound();
    }

    @Test
    void aDismissedPersonsSessionEndsAtOnce() {
        Credential jan = people.add("jan-is-dismissed", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor visitor = Visitor.signedIn(platform, jan);
        people.dismiss(jan);
        visitor.get("/api/session").expectStatus().isUnauthorized();
    }

    @Test
    void aNewPasswordEndsTheSessionsBeforeIt() {
        Credential olga = people.add("olga-was-robbed", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        Visitor thief = Visitor.signedIn(platform, olga);
        people.giveNewPassword(olga);
        thief.get("/api/session").expectStatus().isUnauthorized();
    }

    @Test
    void aSessionEndsTwelveHoursAfterItWasLastSeen() {
        Visitor kim = Visitor.signedIn(platform, people.add("kim-goes-home", PartyKind.ENTERPRISE, Role.MEMBER_BUYER));
        try {
            clock.advance(Duration.ofHours(11));
            kim.get("/api/session").expectStatus().isOk();
            clock.advance(Duration.ofHours(11));
            kim.get("/api/session").expectStatus().isOk();
            clock.advance(Duration.ofHours(13));
            kim.get("/api/session").expectStatus().isUnauthorized();
        } finally {
            clock.set(TestClock.START);
        }
    }

    @Test
    void aCodeBySmsOpensASessionOnce() {
        Credential lena = people.add("lena-has-a-phone", PartyKind.ENTERPRISE, Role.MEMBER_BUYER);
        platform.nobody().post().uri("/api/session/phone-codes").bodyValue(Map.of("phone", lena.phone())).exchange().expectStatus().isAccepted();
        platform.nobody().post().uri("/api/session/phone-codes").bodyValue(Map.of("phone", lena.phone())).exchange().expectStatus().isEqualTo(429);
        platform.nobody().post().uri("/api/session/phone-codes").bodyValue(Map.of("phone", "13999999999")).exchange().expectStatus().isAccepted();
        assertThat(people.codes).doesNotContainKey("13999999999");
        Map<String, String> how = Map.of("phone", lena.phone(), "code", people.codes.get(lena.phone()));
        Visitor.signedIn(platform.nobody(), how).get("/api/session").expectStatus().isOk();
        platform.nobody().post().uri("/api/session").bodyValue(how).exchange().expectStatus().isUnauthorized();
    }

    @Test
    void theDoorIsTheSameHoweverThePathIsWritten() {
        platform.nobody().get().uri(java.net.URI.create("http://localhost:" + platform.port() + "/%61pi/sessions")).exchange().expectStatus().isUnauthorized();
        platform.nobody().get().uri(java.net.URI.create("http://localhost:" + platform.port() + "/api;x=1/sessions")).exchange().expectStatus().isUnauthorized();
        platform.nobody().get().uri(java.net.URI.create("http://localhost:" + platform.port() + "/%61pi/nothing")).exchange().expectStatus().isNotFound();
        platform.nobody().method(org.springframework.http.HttpMethod.PUT).uri("/api/session").exchange().expectStatus().isEqualTo(405);
        platform.nobody().method(GET).uri("/api/session").header("Authorization", "Basic eDp5").exchange().expectStatus().isUnauthorized();
    }
}
