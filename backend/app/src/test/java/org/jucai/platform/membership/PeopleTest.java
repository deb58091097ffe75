package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.membership.MembershipTest.assertRefused;

import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@PlatformTest
@Import(Founded.class)
class PeopleTest {

    private static final String PHRASE = "a long pass phrase";

    @Autowired Platform platform;
    @Autowired Founded founded;
    @Autowired InvitationDesk invitations;
    @Autowired PeopleDesk desk;
    @Autowired PeopleBoard people;
    @Autowired PasswordDesk passwordDesk;
    @Autowired Passwords passwords;
    @Autowired Texts texts;

    @Test
    void anInvitationIsAcceptedOnceByWhoeverIsFirst() {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        String token = invite(association, enterprise, Founded.phone());
        List<String> outcomes = Founded.now(Flux.range(0, 8)
                .flatMap(i -> invitations.accept(token, new InvitationDesk.Acceptance(Founded.account(), PHRASE, "key-number-" + i))
                        .map(_ -> "accepted").onErrorResume(refused -> Mono.just(String.valueOf(refused.getMessage()))), 8)
                .collectList());
        assertThat(outcomes).containsOnly("accepted", "INVITATION_ENDED").containsOnlyOnce("accepted");
        assertThat(Founded.now(people.people(Scope.of(association), null, enterprise, new PartyBoard.Span(null, 10))).items()).hasSize(1);
    }

    @Test
    void theSameKeyAgainGetsTheSamePerson() {
        Actor association = founded.association();
        String token = invite(association, founded.member(association).party().id(), Founded.phone());
        var chosen = new InvitationDesk.Acceptance(Founded.account(), PHRASE, "the-same-key");
        assertThat(Founded.now(invitations.accept(token, chosen))).isEqualTo(Founded.now(invitations.accept(token, chosen)));
    }

    @Test
    void whoAcceptedByHttpHasAPasswordThatMatchesAndTheRolesOfferedAndNoOther() {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        String token = invite(association, enterprise, Founded.phone());
        String account = Founded.account();
        platform.nobody().get().uri("/api/invitations/" + token).exchange().expectStatus().isOk()
                .expectBody().jsonPath("$.state").isEqualTo("OPEN").jsonPath("$.phone").doesNotExist();
        platform.nobody().post().uri("/api/invitations/" + token + "/accept").header("Idempotency-Key", "accept-" + account)
                .bodyValue(Map.of("account", account, "password", "1234567890")).exchange()
                .expectStatus().isEqualTo(422).expectBody().jsonPath("$.type").isEqualTo("/problems/password-too-weak");
        platform.nobody().post().uri("/api/invitations/" + token + "/accept").header("Idempotency-Key", "accept-" + account)
                .bodyValue(Map.of("account", account, "password", PHRASE)).exchange().expectStatus().isCreated();
        Credential credential = Founded.now(people.credentialByAccount(account.toUpperCase(java.util.Locale.ROOT)));
        assertThat(credential.appointments()).containsExactly(new Appointment(enterprise, PartyKind.ENTERPRISE, "样例耐材有限公司",
                Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER)));
        assertThat(credential.passwordHash()).startsWith("$argon2id$");
        assertThat(Founded.now(passwords.matches(PHRASE, credential.passwordHash()))).isTrue();
        assertThat(Founded.now(passwords.matches(PHRASE + "x", credential.passwordHash()))).isFalse();
    }

    @Test
    void anAssociationInvitesTheFirstAdministratorAndTheMemberItsOwnPeopleAfterThat() {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        UUID first = join(association, enterprise);
        assertRefused("ROLE_NOT_YOURS_TO_GIVE", () -> invite(association, enterprise, Founded.phone()));
        Actor own = new Actor(first, enterprise, PartyKind.ENTERPRISE, Set.of(Role.MEMBER_ADMIN), Set.of(), Actor.Entry.SESSION, false);
        invite(own, enterprise, Founded.phone());
        assertRefused("LAST_ADMINISTRATOR_STAYS", () -> founded.as(own, asking -> desk.deactivate(asking, first, "离职")));
        assertRefused("OWN_ROLES_NOT_YOURS_TO_EXTEND", () -> founded.as(own, asking -> desk.change(asking, first, 2,
                new PeopleDesk.RoleChange(enterprise, Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER), null))));
    }

    @Test
    void twoAdministratorsWhoRemoveEachOtherAtOnceLeaveOne() {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        UUID first = join(association, enterprise);
        Actor one = new Actor(first, enterprise, PartyKind.ENTERPRISE, Set.of(Role.MEMBER_ADMIN), Set.of(), Actor.Entry.SESSION, false);
        UUID second = join(one, enterprise);
        Actor other = new Actor(second, enterprise, PartyKind.ENTERPRISE, Set.of(Role.MEMBER_ADMIN), Set.of(), Actor.Entry.SESSION, false);
        List<String> outcomes = Founded.now(Flux.merge(
                        founded.tried(one, asking -> desk.deactivate(asking, second, "离职")).map(_ -> "done").onErrorResume(PeopleTest::said),
                        founded.tried(other, asking -> desk.deactivate(asking, first, "离职")).map(_ -> "done").onErrorResume(PeopleTest::said))
                .collectList());
        assertThat(outcomes).containsExactlyInAnyOrder("done", "LAST_ADMINISTRATOR_STAYS");
    }

    private static Mono<String> said(Throwable refused) {
        return Mono.just(String.valueOf(refused.getMessage()));
    }

    @Test
    void aResetLinkWorksOnceAndWhoHasNoAccountIsToldTheSame() {
        Actor association = founded.association();
        UUID enterprise = founded.member(association).party().id();
        UUID person = join(association, enterprise);
        String account = Founded.now(people.credential(person)).account();
        for (String name : List.of(account, "nobody-at-all")) {
            platform.nobody().post().uri("/api/password-resets").header("Idempotency-Key", "reset-of-" + name)
                    .bodyValue(Map.of("accountOrPhone", name)).exchange().expectStatus().isAccepted()
                    .expectBody().jsonPath("$.noted").isEqualTo(true);
        }
        String token = tokenOf(Founded.now(people.credential(person)).phone(), "password-reset");
        assertThat(Founded.now(passwordDesk.complete(token, "another long phrase", "reset-key-1"))).isEqualTo(person);
        assertRefused("RESET_LINK_ENDED", () -> Founded.now(passwordDesk.complete(token, "yet another phrase", "reset-key-2")));
        String hash = Founded.now(people.credential(person)).passwordHash();
        assertThat(Founded.now(passwords.matches("another long phrase", hash))).isTrue();
        assertThat(Founded.now(passwords.matches(PHRASE, hash))).isFalse();
    }

    @Test
    void theRoleOfRequestsCannotReadSecretsAndWithoutPartiesNoPeople() throws SQLException {
        Actor association = founded.association();
        join(association, founded.member(association).party().id());
        try (Connection connection = platform.databaseAs("jucai_app", "app"); Statement statement = connection.createStatement()) {
            for (String table : List.of("credential", "password_link", "text_message_outbox")) {
                assertThat(refused(statement, "select * from " + table)).as(table).contains("permission denied");
            }
            for (String table : List.of("person", "appointment", "invitation", "evidence", "delivery_point", "enterprise_detail",
                    "supplier_detail", "productivity_grade", "connected_party", "membership")) {
                assertThat(rows(statement, table)).as(table).isZero();
            }
            statement.execute("set jucai.parties = '{00000000-0000-0000-0000-000000000001}'");
            assertThat(rows(statement, "person")).isZero();
            assertThat(rows(statement, "party")).isPositive();
        }
    }

    private static String refused(Statement statement, String sql) {
        try {
            statement.execute(sql);
            return "allowed";
        } catch (SQLException refused) {
            return String.valueOf(refused.getMessage());
        }
    }

    private static int rows(Statement statement, String table) throws SQLException {
        try (ResultSet rows = statement.executeQuery("select count(*) from " + table)) {
            rows.next();
            return rows.getInt(1);
        }
    }

    @Test
    void theSecondFactorIsSealedAndOpensAgain() {
        byte[] key = new byte[32];
        var sealing = new Sealing(new MembershipProperties(java.util.Base64.getEncoder().encodeToString(key), "",
                new MembershipProperties.FirstAdministrator("", "", "", "")), new java.security.SecureRandom());
        String sealed = sealing.seal("JBSWY3DPEHPK3PXP");
        assertThat(sealed).doesNotContain("JBSWY3DPEHPK3PXP").isNotEqualTo(sealing.seal("JBSWY3DPEHPK3PXP"));
        assertThat(sealing.open(sealed)).isEqualTo("JBSWY3DPEHPK3PXP");
    }

    private String invite(Actor actor, UUID party, String phone) {
        founded.as(actor, asking -> invitations.invite(asking,
                new InvitationDesk.Guest(party, "王样例", phone, Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER), null)));
        return tokenOf(phone, "invitation");
    }

    /** An invited administrator who accepted, without the roles of a buyer. */
    private UUID join(Actor actor, UUID party) {
        String phone = Founded.phone();
        founded.as(actor, asking -> invitations.invite(asking,
                new InvitationDesk.Guest(party, "李样例", phone, Set.of(Role.MEMBER_ADMIN), null)));
        return Founded.now(invitations.accept(tokenOf(phone, "invitation"), new InvitationDesk.Acceptance(Founded.account(), PHRASE, "join-" + phone)))
                .personId();
    }

    /** What the text message said, as the phone's owner reads it. */
    private String tokenOf(String phone, String purpose) {
        return Founded.now(texts.latest(200)).stream()
                .filter(text -> text.phone().equals(phone) && text.purpose().equals(purpose))
                .flatMap(text -> Stream.of(text.body().split(" ")))
                .filter(word -> word.startsWith("http"))
                .map(link -> link.substring(link.lastIndexOf('/') + 1))
                .findFirst()
                .orElseThrow();
    }
}
