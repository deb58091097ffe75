package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.SplittableRandom;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.membership.AdmissionCommand.Admit;
import org.jucai.platform.membership.AdmissionCommand.Apply;
import org.jucai.platform.membership.AdmissionCommand.Leave;
import org.jucai.platform.membership.AdmissionCommand.Reinstate;
import org.jucai.platform.membership.AdmissionCommand.Suspend;
import org.junit.jupiter.api.Test;

class AdmissionRulesTest {

    private static final UUID XINMI = new UUID(0, 1);
    private static final UUID OTHER = new UUID(0, 2);
    private static final UUID MEMBER = new UUID(0, 3);
    private static final LocalDate TODAY = LocalDate.of(2027, 3, 22);
    private static final String RIGHT = "91410183MAWCM6DPXP";
    private static final String WRONG_DIGIT = "91410183MAWCM6DPXQ";

    @Test
    void anApplicantWithCurrentPapersIsAdmitted() {
        assertThat(refusal(dossier(RIGHT, null, papersUntil(null), applied()), new Admit("ok"))).isNull();
    }

    @Test
    void withoutAPermitOrWithOneThatEndedYesterdayNobodyIsAdmitted() {
        List<Evidence> licenceOnly = List.of(paper(EvidenceKind.BUSINESS_LICENCE, null));
        assertThat(refusal(dossier(RIGHT, null, licenceOnly, applied()), new Admit("ok"))).isEqualTo("EVIDENCE_MISSING_OR_EXPIRED");
        assertThat(refusal(dossier(RIGHT, null, papersUntil(TODAY.minusDays(1)), applied()), new Admit("ok")))
                .isEqualTo("EVIDENCE_MISSING_OR_EXPIRED");
    }

    @Test
    void aPaperIsGoodOnItsLastDay() {
        assertThat(refusal(dossier(RIGHT, null, papersUntil(TODAY), applied()), new Admit("ok"))).isNull();
    }

    @Test
    void aWrongCheckDigitIsOverriddenWithAReasonAndNotWithout() {
        assertThat(refusal(dossier(WRONG_DIGIT, null, papersUntil(null), applied()), new Admit("ok"))).isEqualTo("USCC_OVERRIDE_NEEDED");
        assertThat(refusal(dossier(WRONG_DIGIT, "营业执照原件如此", papersUntil(null), applied()), new Admit("ok"))).isNull();
        assertThat(refusal(dossier(null, null, papersUntil(null), applied()), new Admit("ok"))).isEqualTo("USCC_OVERRIDE_NEEDED");
    }

    @Test
    void aSuspendedMemberMayPlaceNothingAndAReinstatedOneMayAgain() {
        Dossier suspended = dossier(RIGHT, null, papersUntil(null), in(XINMI, MembershipState.SUSPENDED));
        assertThat(suspended.standing(TODAY).flags()).containsExactly(Standing.Flag.SUSPENDED);
        assertThat(refusal(suspended, new Reinstate("ok"))).isNull();
        Dossier admitted = dossier(RIGHT, null, papersUntil(null), in(XINMI, MembershipState.ADMITTED));
        assertThat(admitted.standing(TODAY).mayPlaceDemand()).isTrue();
    }

    @Test
    void theDayAfterTheRequiredPaperEndsTheMemberMayPlaceNothing() {
        Dossier admitted = dossier(RIGHT, null, papersUntil(TODAY), in(XINMI, MembershipState.ADMITTED));
        assertThat(admitted.standing(TODAY).mayPlaceDemand()).isTrue();
        assertThat(admitted.standing(TODAY).evidenceExpiresOn()).isEqualTo(TODAY);
        assertThat(admitted.standing(TODAY.plusDays(1)).flags()).containsExactly(Standing.Flag.EVIDENCE_EXPIRED);
    }

    @Test
    void whatOneAssociationSuspendsTheOtherMayStillAdmit() {
        Dossier both = dossier(RIGHT, null, papersUntil(null), in(XINMI, MembershipState.SUSPENDED), in(OTHER, MembershipState.ADMITTED));
        assertThat(both.standing(TODAY).mayPlaceDemand()).isTrue();
        assertThat(both.standingIn(XINMI, TODAY).flags()).containsExactly(Standing.Flag.SUSPENDED);
        assertThat(both.standingIn(OTHER, TODAY).mayPlaceDemand()).isTrue();
    }

    @Test
    void whoIsInNoAssociationOfMineIsNotMineToMove() {
        Dossier elsewhere = dossier(RIGHT, null, papersUntil(null), in(OTHER, MembershipState.ADMITTED));
        assertThat(refusal(elsewhere, new Suspend("x"))).isEqualTo("NOT_OF_YOUR_ASSOCIATION");
        assertThat(refusal(elsewhere, new Apply("x"))).isNull();
    }

    @Test
    void anAllowedCommandIsNeverForbiddenByTheStateAndAnyOtherAlwaysIs() {
        for (MembershipState state : MembershipState.values()) {
            Dossier dossier = dossier(RIGHT, null, papersUntil(null), in(XINMI, state));
            for (AdmissionCommand command : commands()) {
                boolean allowed = AdmissionRules.allowed(state).contains(command.getClass().getSimpleName().toLowerCase(java.util.Locale.ROOT));
                assertThat(refusal(dossier, command) == null).as(state + " " + command).isEqualTo(allowed);
            }
        }
    }

    @Test
    void whateverIsCommandedLeftIsNeverLeftAndAdmissionNeverGoesWithoutPapers() {
        SplittableRandom chance = new SplittableRandom(20270322);
        for (int story = 0; story < 500; story++) {
            boolean papers = chance.nextBoolean();
            List<Membership> memberships = new ArrayList<>(List.of(in(XINMI, MembershipState.APPLIED)));
            for (int step = 0; step < 12; step++) {
                AdmissionCommand command = commands().get(chance.nextInt(5));
                Dossier dossier = new Dossier(null, RIGHT, null, memberships, papers ? papersUntil(null) : List.of());
                MembershipState before = dossier.in(XINMI).orElseThrow().state();
                if (!(AdmissionRules.decide(dossier, XINMI, command, TODAY) instanceof Decision.Accepted<MemberEvent>(var events))) continue;
                MembershipState after = AdmissionRules.after(events.getFirst());
                assertThat(after).isNotNull();
                if (before == MembershipState.LEFT) assertThat(command).isInstanceOf(Apply.class);
                if (after == MembershipState.ADMITTED) assertThat(papers).isTrue();
                if (before != MembershipState.LEFT) memberships.removeLast();
                memberships.add(in(XINMI, after));
            }
        }
    }

    private static List<AdmissionCommand> commands() {
        return List.of(new Apply("x"), new Admit("x"), new Suspend("x"), new Reinstate("x"), new Leave("x"));
    }

    private static @Nullable String refusal(Dossier dossier, AdmissionCommand command) {
        return switch (AdmissionRules.decide(dossier, XINMI, command, TODAY)) {
            case Decision.Accepted<MemberEvent> _ -> null;
            case Decision.Refused<MemberEvent>(var refusal, var _) -> refusal.name();
        };
    }

    private static Dossier dossier(@Nullable String uscc, @Nullable String reason, List<Evidence> papers, Membership... memberships) {
        return new Dossier(null, uscc, reason, List.of(memberships), papers);
    }

    private static Membership applied() {
        return in(XINMI, MembershipState.APPLIED);
    }

    private static Membership in(UUID association, MembershipState state) {
        return new Membership(UUID.randomUUID(), association, "协会", MEMBER, state, TODAY, null, null);
    }

    private static List<Evidence> papersUntil(@Nullable LocalDate end) {
        return List.of(paper(EvidenceKind.BUSINESS_LICENCE, null), paper(EvidenceKind.ENVIRONMENTAL_PERMIT, end));
    }

    private static Evidence paper(EvidenceKind kind, @Nullable LocalDate end) {
        return new Evidence(UUID.randomUUID(), MEMBER, kind, "1", "局", TODAY.minusYears(2), end, null, Instant.EPOCH);
    }
}
