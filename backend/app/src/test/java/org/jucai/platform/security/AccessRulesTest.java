package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Appointment;
import org.jucai.platform.membership.Credential;
import org.junit.jupiter.api.Test;
import tools.jackson.databind.json.JsonMapper;

class AccessRulesTest {

    private static final AccessRules.Policy STRICT = new AccessRules.Policy(false, SecurityProperties.SecondFactor.REQUIRED);
    private static final AccessRules.Policy LENIENT = new AccessRules.Policy(false, SecurityProperties.SecondFactor.WHEN_ENROLLED);

    @Test
    void whatTheSpecificationForgotIsForNobody() {
        Operation forgotten = operation("{}");
        assertThat(AccessRules.decide(forgotten, presence(false, Role.values()), STRICT)).contains(CommonRefusal.NOT_ALLOWED);
        assertThat(AccessRules.decide(forgotten, null, STRICT)).contains(CommonRefusal.NOT_ALLOWED);
    }

    @Test
    void aRoleThatDoesNotExistStopsTheStart() {
        assertThatThrownBy(() -> operation("{\"x-allowed\": [\"SECRETARY\"]}")).hasMessageContaining("SECRETARY");
    }

    @Test
    void onlyTheNamedRoleMay() {
        Operation lock = operation("{\"x-allowed\": [\"SECRETARIAT\"]}");
        assertThat(AccessRules.decide(lock, presence(false, Role.SECRETARIAT), STRICT)).isEmpty();
        assertThat(AccessRules.decide(lock, presence(false, Role.MEMBER_BUYER), STRICT)).contains(CommonRefusal.NOT_ALLOWED);
        assertThat(AccessRules.decide(lock, null, STRICT)).contains(CommonRefusal.NOT_SIGNED_IN);
    }

    @Test
    void openingNeedsASecondFactorUnlessTheInstallationAsksOnlyThoseWhoHaveOne() {
        Operation open = operation("{\"x-allowed\": [\"SUPERVISOR\"], \"x-second-factor\": true}");
        assertThat(AccessRules.decide(open, presence(false, Role.SUPERVISOR), STRICT)).contains(SecurityRefusal.SECOND_FACTOR_REQUIRED);
        assertThat(AccessRules.decide(open, presence(true, Role.SUPERVISOR), STRICT)).isEmpty();
        assertThat(AccessRules.decide(open, presence(false, Role.SUPERVISOR), LENIENT)).isEmpty();
    }

    @Test
    void aDemoOperationDoesNotExistOutsideTheDemo() {
        Operation demo = operation("{\"x-allowed\": [\"ANYONE\"], \"x-demo\": true}");
        assertThat(AccessRules.decide(demo, null, STRICT)).contains(CommonRefusal.NOT_FOUND);
        assertThat(AccessRules.decide(demo, null, new AccessRules.Policy(true, SecurityProperties.SecondFactor.REQUIRED))).isEmpty();
    }

    @Test
    void codesAreThoseOfRfc6238() {
        String secret = Totp.encode("12345678901234567890".getBytes(java.nio.charset.StandardCharsets.US_ASCII));
        assertThat(secret).isEqualTo("GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(59))).isEqualTo("287082");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(1111111109L))).isEqualTo("081804");
        assertThat(Totp.code(secret, Instant.ofEpochSecond(2000000000L))).isEqualTo("279037");
        assertThat(Totp.stepOf(secret, "287082", Instant.ofEpochSecond(89))).hasValue(1);
        assertThat(Totp.stepOf(secret, "287082", Instant.ofEpochSecond(120))).isEmpty();
    }

    private static Operation operation(String node) {
        String specification = "{\"paths\": {\"/api/x\": {\"post\": " + node + "}}}";
        return SpecificationReader.read(new JsonMapper().readTree(specification)).all().getFirst();
    }

    private static Presence presence(boolean secondFactor, Role... roles) {
        UUID party = new UUID(0, 1);
        Appointment appointment = new Appointment(party, PartyKind.ASSOCIATION, "party", Set.of(roles));
        Credential person = new Credential(new UUID(0, 2), "P", "p", null, "", null, true, List.of(appointment));
        Actor actor = new Actor(person.personId(), party, PartyKind.ASSOCIATION, Set.of(roles), Set.of(), Actor.Entry.SESSION, secondFactor);
        return new Presence(actor, person, appointment, null, null);
    }
}
