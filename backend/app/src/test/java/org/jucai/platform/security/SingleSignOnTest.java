package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Clock;
import java.time.Duration;
import java.util.Date;
import java.util.HashMap;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.UnaryOperator;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.membership.InvitationDesk;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.DynamicPropertyRegistry;
import org.springframework.test.context.DynamicPropertySource;
import com.nimbusds.jwt.JWTClaimsSet;

/** Against a provider that speaks real HTTP; what it says is believed only where it must be. */
@PlatformTest
@Import(Founded.class)
class SingleSignOnTest {

    private static final IdentityProvider PROVIDER = new IdentityProvider();
    private static final String PHRASE = "a long pass phrase";

    @Autowired Platform platform;
    @Autowired Founded founded;
    @Autowired InvitationDesk invitations;
    @Autowired Texts texts;
    @Autowired Clock clock;

    @DynamicPropertySource
    static void provider(DynamicPropertyRegistry registry) {
        registry.add("jucai.oidc.issuer", PROVIDER::issuer);
        registry.add("jucai.oidc.client-id", () -> IdentityProvider.CLIENT);
        registry.add("jucai.oidc.client-secret", () -> IdentityProvider.SECRET);
        registry.add("jucai.oidc.name", () -> "统一身份认证");
    }

    @BeforeEach
    void providerBehaves() {
        PROVIDER.goBy(clock);
        PROVIDER.behaves();
    }

    @AfterAll
    static void close() {
        PROVIDER.close();
    }

    @Test
    void whoLinkedTheirIdentityComesInByItAndWhoRemovedTheLinkDoesNot() {
        String account = member();
        Visitor visitor = signedIn(account);
        Trip.Answer linked = complete(link(visitor), "subject-of-" + account);
        assertThat(linked.body().path("outcome").asString()).isEqualTo("LINKED");
        assertThat(linked.cookies()).doesNotContainKey("JUCAI_SESSION");
        visitor.get("/api/session/oidc").expectStatus().isOk().expectBody().jsonPath("$.linkedAt").exists();
        Trip.Answer entered = complete(begin(Map.of()), "subject-of-" + account);
        assertThat(entered.body().path("outcome").asString()).isEqualTo("SIGNED_IN");
        assertThat(entered.body().path("session").path("person").path("account").asString()).isEqualTo(account);
        platform.nobody().get().uri("/api/session").cookie("JUCAI_SESSION", entered.cookies().get("JUCAI_SESSION")).exchange()
                .expectStatus().isOk().expectBody().jsonPath("$.secondFactor.shown").isEqualTo(false);
        visitor.asks(HttpMethod.DELETE, "/api/session/oidc/links").exchange().expectStatus().isNoContent();
        assertThat(complete(begin(Map.of()), "subject-of-" + account).refusal()).isEqualTo("oidc-identity-unknown");
    }

    @Test
    void anInvitationIsAcceptedByAnIdentityOnceAndThePersonNeedsNoPassword() {
        String phone = Founded.phone();
        String token = invite(phone);
        String account = Founded.account();
        Map<String, String> asked = Map.of("invitationToken", token, "account", account);
        Trip first = begin(asked);
        Trip second = begin(asked);
        Trip.Answer accepted = complete(first, "invited-" + account);
        assertThat(accepted.body().path("session").path("person").path("account").asString()).isEqualTo(account);
        assertThat(complete(second, "a-second-" + account).refusal()).isEqualTo("invitation-ended");
        Trip.Answer again = complete(begin(Map.of()), "invited-" + account);
        assertThat(again.body().path("outcome").asString()).isEqualTo("SIGNED_IN");
        String csrf = again.body().path("session").path("csrfToken").asString();
        platform.nobody().delete().uri("/api/session/oidc/links").cookie("JUCAI_SESSION", again.cookies().get("JUCAI_SESSION"))
                .header("X-CSRF-Token", csrf).exchange().expectStatus().isEqualTo(409)
                .expectBody().jsonPath("$.type").isEqualTo("/problems/password-needed-first");
    }

    @Test
    void anIdentityLinkedToNobodyComesInNowhereWhateverTheProviderSaysOfItsMailAndPhone() {
        String account = member();
        PROVIDER.lie = claims -> claims.claim("email", account + "@example.cn").claim("email_verified", true)
                .claim("preferred_username", account).claim("phone_number", account);
        assertThat(complete(begin(Map.of()), "stranger").refusal()).isEqualTo("oidc-identity-unknown");
        assertThat(complete(begin(Map.of()), account).refusal()).isEqualTo("oidc-identity-unknown");
    }

    @Test
    void anIdentityBelongsToOnePersonAndAPersonHasOne() {
        String one = member();
        String other = member();
        assertThat(complete(link(signedIn(one)), "subject-of-" + one).status()).isEqualTo(200);
        assertThat(complete(link(signedIn(one)), "subject-of-" + one).status()).as("the same again").isEqualTo(200);
        assertThat(complete(link(signedIn(other)), "subject-of-" + one).refusal()).isEqualTo("identity-taken");
        assertThat(complete(link(signedIn(one)), "another-of-" + one).refusal()).isEqualTo("identity-taken");
    }

    @Test
    void aTokenThatLiesIsNotBelieved() {
        String account = member();
        complete(link(signedIn(account)), "subject-of-" + account);
        Map<String, UnaryOperator<JWTClaimsSet.Builder>> lies = new LinkedHashMap<>();
        lies.put("wrong nonce", claims -> claims.claim("nonce", "another"));
        lies.put("no nonce", claims -> claims.claim("nonce", null));
        lies.put("wrong audience", claims -> claims.audience("somebody else"));
        lies.put("given to somebody else", claims -> claims.audience(List.of(IdentityProvider.CLIENT, "other")).claim("azp", "other"));
        lies.put("for several, given to nobody", claims -> claims.audience(List.of(IdentityProvider.CLIENT, "other")));
        lies.put("wrong issuer", claims -> claims.issuer("https://elsewhere.example"));
        lies.put("expired", claims -> claims.expirationTime(date(-120)));
        lies.put("issued long ago", claims -> claims.issueTime(date(-3_600)));
        lies.put("issued tomorrow", claims -> claims.issueTime(date(86_400)));
        lies.put("never expires", claims -> claims.expirationTime(null));
        lies.put("no subject", claims -> claims.subject(null));
        lies.put("endless subject", claims -> claims.subject("x".repeat(300)));
        Map<String, String> believed = new HashMap<>();
        lies.forEach((name, lie) -> {
            PROVIDER.lie = lie;
            note(believed, name, complete(begin(Map.of()), "subject-of-" + account));
        });
        PROVIDER.behaves();
        for (IdentityProvider.Signing signing : Set.of(IdentityProvider.Signing.STRANGER, IdentityProvider.Signing.WITH_CLIENT_SECRET,
                IdentityProvider.Signing.NOT_AT_ALL)) {
            PROVIDER.signing = signing;
            note(believed, "signed " + signing, complete(begin(Map.of()), "subject-of-" + account));
        }
        assertThat(believed).isEmpty();
        PROVIDER.behaves();
        assertThat(complete(begin(Map.of()), "subject-of-" + account).status()).as("the truth").isEqualTo(200);
    }

    private Date date(long secondsFromNow) {
        return Date.from(clock.instant().plusSeconds(secondsFromNow));
    }

    private static void note(Map<String, String> believed, String lie, Trip.Answer answer) {
        if (answer.status() != 401 || !answer.refusal().equals("oidc-sign-in-failed")) believed.put(lie, answer.status() + " " + answer.refusal());
    }

    @Test
    void aStateIsGoodOnceAndInTheBrowserThatBegan() {
        String account = member();
        complete(link(signedIn(account)), "subject-of-" + account);
        Trip trip = begin(Map.of());
        IdentityProvider.Back back = PROVIDER.logsIn("subject-of-" + account, trip.url());
        assertThat(complete(back, trip.cookie()).status()).isEqualTo(200);
        assertThat(complete(PROVIDER.logsIn("subject-of-" + account, trip.url()), trip.cookie()).refusal()).as("replayed").isEqualTo("oidc-state-ended");
        Trip mine = begin(Map.of());
        Trip theirs = begin(Map.of());
        assertThat(complete(PROVIDER.logsIn("subject-of-" + account, mine.url()), theirs.cookie()).refusal()).as("another browser").isEqualTo("oidc-state-ended");
        assertThat(complete(PROVIDER.logsIn("subject-of-" + account, mine.url()), mine.cookie()).refusal()).as("and it is gone").isEqualTo("oidc-state-ended");
        Trip other = begin(Map.of());
        assertThat(complete(new IdentityProvider.Back("no-such-code", PROVIDER.logsIn("x", other.url()).state()), other.cookie()).refusal())
                .isEqualTo("oidc-sign-in-failed");
    }

    @Test
    void aProviderThatTakesANewKeyIsFollowedAndOneThatIsDownIsSaid() {
        String account = member();
        complete(link(signedIn(account)), "subject-of-" + account);
        PROVIDER.takesAnotherKey();
        ((TestClock) clock).advance(Duration.ofSeconds(31));
        assertThat(complete(begin(Map.of()), "subject-of-" + account).status()).isEqualTo(200);
        PROVIDER.tokenStatus = 500;
        Trip.Answer down = complete(begin(Map.of()), "subject-of-" + account);
        assertThat(down.status()).isEqualTo(503);
        assertThat(down.refusal()).isEqualTo("oidc-unavailable");
    }

    @Test
    void tokenAndAccountOfAnInvitationBelongTogether() {
        platform.nobody().post().uri("/api/session/oidc/sign-ins").bodyValue(Map.of("account", "half")).exchange().expectStatus().isBadRequest();
        platform.nobody().get().uri("/api/session/oidc").exchange().expectStatus().isOk().expectBody()
                .jsonPath("$.enabled").isEqualTo(true).jsonPath("$.name").isEqualTo("统一身份认证").jsonPath("$.linkedAt").doesNotExist();
    }

    /** A new person with a password, made by an invitation. */
    private String member() {
        String account = Founded.account();
        platform.nobody().post().uri("/api/invitations/" + invite(Founded.phone()) + "/accept").header("Idempotency-Key", "accept-" + account)
                .bodyValue(Map.of("account", account, "password", PHRASE)).exchange().expectStatus().isCreated();
        return account;
    }

    private String invite(String phone) {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        founded.as(association, asking -> invitations.invite(asking,
                new InvitationDesk.Guest(enterprise, "王样例", phone, Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER), null)));
        String body = Founded.now(texts.latest(200)).stream().filter(text -> text.phone().equals(phone)).findFirst().orElseThrow().body();
        Matcher link = Pattern.compile("/invitation/([A-Za-z0-9_-]+)").matcher(body);
        assertThat(link.find()).isTrue();
        return link.group(1);
    }

    private Visitor signedIn(String account) {
        return Visitor.signedIn(platform.nobody(), Map.of("account", account, "password", PHRASE));
    }

    private Trip begin(Map<String, String> asked) {
        return Trip.begun(platform, asked);
    }

    private static Trip link(Visitor visitor) {
        return Trip.of(visitor.asks(HttpMethod.POST, "/api/session/oidc/links"));
    }

    private Trip.Answer complete(Trip trip, String subject) {
        return complete(PROVIDER.logsIn(subject, trip.url()), trip.cookie());
    }

    private Trip.Answer complete(IdentityProvider.Back back, String cookie) {
        return Trip.completed(platform, back, cookie);
    }
}
