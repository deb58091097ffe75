package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Appointments.Employer;
import org.jucai.platform.membership.Appointments.Held;
import org.junit.jupiter.api.Test;

class RoleRulesTest {

    private static final UUID ASSOCIATION = new UUID(0, 1);
    private static final UUID ENTERPRISE = new UUID(0, 2);
    private static final UUID ME = new UUID(0, 9);
    private static final UUID COLLEAGUE = new UUID(0, 10);
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 22);

    @Test
    void anAssociationPutsTheFirstAdministratorOfAMemberInPlaceAndNoOneAfter() {
        Actor secretary = actor(ASSOCIATION, PartyKind.ASSOCIATION, Role.SECRETARIAT);
        var newcomer = RoleRules.Change.newcomer(Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER));
        assertThat(refusal(secretary, enterprise(true, 0), newcomer)).isNull();
        assertThat(refusal(secretary, enterprise(true, 1), newcomer)).isEqualTo("ROLE_NOT_YOURS_TO_GIVE");
        assertThat(refusal(secretary, enterprise(false, 0), newcomer)).isEqualTo("ROLE_NOT_YOURS_TO_GIVE");
    }

    @Test
    void aBuyerGivesNothingAndAnAdministratorGivesWhatSuits() {
        var buyer = RoleRules.Change.newcomer(Set.of(Role.MEMBER_BUYER));
        assertThat(refusal(actor(ENTERPRISE, PartyKind.ENTERPRISE, Role.MEMBER_BUYER), enterprise(true, 1), buyer))
                .isEqualTo("ROLE_NOT_YOURS_TO_GIVE");
        Actor administrator = actor(ENTERPRISE, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        assertThat(refusal(administrator, enterprise(true, 1), buyer)).isNull();
        assertThat(refusal(administrator, enterprise(true, 1), RoleRules.Change.newcomer(Set.of(Role.SECRETARIAT))))
                .isEqualTo("ROLE_DOES_NOT_SUIT_PARTY");
    }

    @Test
    void nobodyExtendsTheirOwnRolesButMayGiveOneUp() {
        Actor administrator = actor(ENTERPRISE, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        assertThat(refusal(administrator, enterprise(true, 1), change(ME, Set.of(Role.MEMBER_ADMIN), Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER))))
                .isEqualTo("OWN_ROLES_NOT_YOURS_TO_EXTEND");
        assertThat(refusal(administrator, enterprise(true, 1), change(ME, Set.of(Role.MEMBER_ADMIN, Role.MEMBER_BUYER), Set.of(Role.MEMBER_BUYER))))
                .isNull();
    }

    @Test
    void theLastAdministratorStays() {
        Actor administrator = actor(ENTERPRISE, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        assertThat(refusal(administrator, enterprise(true, 0), change(ME, Set.of(Role.MEMBER_ADMIN), Set.of())))
                .isEqualTo("LAST_ADMINISTRATOR_STAYS");
        assertThat(refusal(administrator, enterprise(true, 1), change(COLLEAGUE, Set.of(Role.MEMBER_ADMIN), Set.of()))).isNull();
    }

    @Test
    void whateverRoleIsAskedForNobodyGivesPowerOverAnotherKindOfParty() {
        for (Role mine : Role.values()) {
            for (PartyKind kind : PartyKind.values()) {
                Actor actor = actor(ENTERPRISE, PartyKind.ENTERPRISE, mine);
                var target = new RoleRules.Target(new UUID(0, 77), kind, true, 1);
                Set<Role> givable = RoleRules.givable(actor, target);
                if (mine != Role.PLATFORM_ADMIN || RoleRules.administrator(kind).isPresent()) assertThat(givable).as(mine + " " + kind).isEmpty();
                assertThat(RoleRules.suits(kind)).containsAll(givable);
            }
        }
    }

    @Test
    void eachRoleSuitsExactlyOneKindOfParty() {
        for (Role role : EnumSet.allOf(Role.class)) {
            assertThat(List.of(PartyKind.values()).stream().filter(kind -> RoleRules.suits(kind).contains(role))).as(role.name()).hasSize(1);
        }
    }

    @Test
    void anOfficerWhoBelongsToAMemberActsForTheMemberOnly() {
        Employer association = new Employer(ASSOCIATION, PartyKind.ASSOCIATION, "协会");
        Employer member = new Employer(ENTERPRISE, PartyKind.ENTERPRISE, "企业");
        Held officer = new Held(association, Set.of(Role.SECRETARIAT), TODAY, null, member);
        assertThat(Appointments.actingFor(List.of(officer), TODAY))
                .containsExactly(new Appointment(ENTERPRISE, PartyKind.ENTERPRISE, "企业", Set.of()));
        Held buyer = new Held(member, Set.of(Role.MEMBER_BUYER), TODAY, null, null);
        assertThat(Appointments.actingFor(List.of(officer, buyer), TODAY))
                .containsExactly(new Appointment(ENTERPRISE, PartyKind.ENTERPRISE, "企业", Set.of(Role.MEMBER_BUYER)));
    }

    @Test
    void whoWorksForAMemberDoesNotActForAnAssociationEvenIfNobodySaidSo() {
        Held secretary = new Held(new Employer(ASSOCIATION, PartyKind.ASSOCIATION, "协会"), Set.of(Role.SECRETARIAT), TODAY, null, null);
        Held buyer = new Held(new Employer(ENTERPRISE, PartyKind.ENTERPRISE, "企业"), Set.of(Role.MEMBER_BUYER), TODAY, TODAY, null);
        assertThat(Appointments.actingFor(List.of(secretary, buyer), TODAY)).extracting(Appointment::partyId).containsExactly(ENTERPRISE);
        assertThat(Appointments.actingFor(List.of(secretary, buyer), TODAY.plusDays(1))).extracting(Appointment::partyId).containsExactly(ASSOCIATION);
    }

    private static RoleRules.Target enterprise(boolean inCare, int otherAdministrators) {
        return new RoleRules.Target(ENTERPRISE, PartyKind.ENTERPRISE, inCare, otherAdministrators);
    }

    private static RoleRules.Change change(UUID person, Set<Role> before, Set<Role> after) {
        return new RoleRules.Change(person, before.contains(Role.MEMBER_ADMIN), before, after);
    }

    private static Actor actor(UUID party, PartyKind kind, Role... roles) {
        return new Actor(ME, party, kind, Set.of(roles), Set.of(), Actor.Entry.SESSION, false);
    }

    private static @Nullable String refusal(Actor actor, RoleRules.Target target, RoleRules.Change change) {
        return switch (RoleRules.decide(actor, target, change, "done")) {
            case Decision.Accepted<String> _ -> null;
            case Decision.Refused<String>(var refusal, var _) -> refusal.name();
        };
    }
}
