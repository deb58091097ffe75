package org.jucai.platform.membership;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.assertj.core.api.ThrowableAssert.ThrowingCallable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;

@PlatformTest
@Import(Founded.class)
class MembershipTest {

    @Autowired Founded founded;
    @Autowired PartyDesk parties;
    @Autowired AdmissionDesk admission;
    @Autowired FileDesk files;
    @Autowired PartyBoard board;
    @Autowired MembershipBoard members;

    @Test
    void aWrongCheckDigitWarnsAndDoesNotBlock() {
        Actor association = founded.association();
        PartyFile taken = founded.applicant(association, wrongDigit(), null,
                Founded.licence(), Founded.permit(Founded.YEAR_END));
        assertThat(taken.warnings()).containsExactly(PartyFile.Warning.USCC_CHECK_DIGIT_WRONG);
        assertRefused("USCC_OVERRIDE_NEEDED", () -> admit(association, taken));
    }

    @Test
    void anOverriddenCheckDigitIsAdmittedAndTheReasonStandsInTheHistory() {
        Actor association = founded.association();
        PartyFile taken = founded.applicant(association, wrongDigit(), "营业执照原件如此",
                Founded.licence(), Founded.permit(Founded.YEAR_END));
        assertThat(admit(association, taken).state()).isEqualTo(MembershipState.ADMITTED);
        var history = Founded.now(board.history(Scope.of(association), taken.party().id(), new PartyBoard.Span(null, 50)));
        assertThat(history).isNotNull();
        assertThat(history.items()).extracting(step -> step.event().type())
                .containsExactly("PartyRegistered", "MemberApplied", "EvidenceFiled", "EvidenceFiled", "MemberAdmitted");
        assertThat(history.items().getFirst().facts()).containsEntry("usccOverrideReason", "营业执照原件如此");
    }

    @Test
    void aMalformedCodeIsRefused() {
        Actor association = founded.association();
        assertRefused("USCC_MALFORMED", () -> founded.applicant(association, "not a code", "because"));
    }

    @Test
    void whenThePermitEndsTheMemberMayPlaceNothingUntilANewOneIsFiled() {
        Actor association = founded.association();
        PartyFile member = founded.member(association);
        UUID id = member.party().id();
        var after = Founded.YEAR_END.plusDays(1).atStartOfDay(java.time.ZoneOffset.UTC).toInstant();
        assertThat(Founded.now(members.standing(id, TestClock.START)).mayPlaceDemand()).isTrue();
        assertThat(Founded.now(members.standing(id, after)).flags()).containsExactly(Standing.Flag.EVIDENCE_EXPIRED);
        founded.as(association, asking -> files.file(asking, PartyKind.ENTERPRISE, id, Founded.permit(Founded.YEAR_END.plusYears(3))));
        assertThat(Founded.now(members.standing(id, after)).mayPlaceDemand()).isTrue();
    }

    @Test
    void whatRunsOutIsListedOnceSoonestFirstAndNotAfterItIsReplaced() {
        Actor association = founded.association();
        PartyFile member = founded.member(association);
        var span = new PartyBoard.Span(null, 50);
        assertThat(Founded.now(board.expiries(Scope.of(association), TestClock.START, 400, span)).items())
                .extracting(one -> one.party().id()).containsExactly(member.party().id());
        assertThat(Founded.now(board.expiries(Scope.of(association), TestClock.START, 30, span)).items()).isEmpty();
        founded.as(association, asking -> files.file(asking, PartyKind.ENTERPRISE, member.party().id(),
                Founded.permit(Founded.YEAR_END.plusYears(3))));
        assertThat(Founded.now(board.expiries(Scope.of(association), TestClock.START, 400, span)).items()).isEmpty();
    }

    @Test
    void anEnterpriseMayBelongToTwoAssociationsAndLeaveOne() {
        Actor xinmi = founded.association();
        Actor other = founded.association();
        PartyFile member = founded.member(xinmi);
        UUID id = member.party().id();
        assertRefused("NOT_OF_YOUR_ASSOCIATION", () -> founded.as(other, asking ->
                files.file(asking, PartyKind.ENTERPRISE, id, Founded.licence())));
        move(other, id, new AdmissionCommand.Apply("本人申请"));
        move(other, id, new AdmissionCommand.Admit("通过"));
        move(xinmi, id, new AdmissionCommand.Leave("转会"));
        assertThat(Founded.now(members.isMember(xinmi.partyId(), id))).isFalse();
        assertThat(Founded.now(members.standingIn(other.partyId(), id, TestClock.START)).mayPlaceDemand()).isTrue();
        assertRefused("MEMBERSHIP_STATE_FORBIDS", () -> move(xinmi, id, new AdmissionCommand.Suspend("x")));
        assertThat(move(xinmi, id, new AdmissionCommand.Apply("回来")).memberships()).hasSize(3);
    }

    @Test
    void aCompetitorSeesTheDirectoryAndNothingOfTheFile() {
        Actor association = founded.association();
        PartyFile member = founded.member(association);
        UUID id = member.party().id();
        founded.as(association, asking -> files.add(asking, id, new DeliveryPoint.Place(Founded.code("DP"), "料场", null, "Z1", 12_900)));
        Actor competitor = founded.actor(founded.member(association).party().id(), PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        PartyFile seen = Founded.now(board.file(Scope.of(competitor), PartyKind.ENTERPRISE, id));
        assertThat(seen.open()).isFalse();
        assertThat(seen.enterprise()).isNull();
        assertThat(seen.papers()).isEmpty();
        assertThat(seen.deliveryPoints()).isEmpty();
        var span = new PartyBoard.Span(null, 50);
        assertRefused("PARTY_UNKNOWN", () -> Founded.now(board.papers(Scope.of(competitor), PartyKind.ENTERPRISE, id, span)));
        assertThat(Founded.now(board.history(Scope.of(competitor), id, span)).items()).isEmpty();
        Actor own = founded.actor(id, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        assertThat(Founded.now(board.file(Scope.of(own), PartyKind.ENTERPRISE, id)).deliveryPoints()).hasSize(1);
    }

    @Test
    void anEnterpriseKeepsItsContactsAndTheAssociationItsName() {
        Actor association = founded.association();
        PartyFile member = founded.member(association);
        Party party = member.party();
        Actor own = founded.actor(party.id(), PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        Details changed = new Details.OfEnterprise(List.of(), null, null, 121, "李样例", null, "测试企业没有代码");
        PartyData same = new PartyData(party.nameZh(), null, null, "测试企业没有代码", party.areaCode(), Scale.ABOVE, null);
        PartyData renamed = new PartyData("改名有限公司", null, null, "测试企业没有代码", party.areaCode(), Scale.ABOVE, null);
        assertRefused("FIELD_KEPT_BY_ASSOCIATION",
                () -> founded.as(own, asking -> parties.change(asking, party.id(), party.version(), renamed, changed)));
        assertThat(founded.as(own, asking -> parties.change(asking, party.id(), party.version(), same, changed)).enterprise().workers())
                .isEqualTo(121);
        assertRefused("VERSION_CONFLICT",
                () -> founded.as(own, asking -> parties.change(asking, party.id(), party.version(), same, changed)));
    }

    @Test
    void noEnterpriseRecordsItsOwnGrade() {
        Actor association = founded.association();
        UUID id = founded.member(association).party().id();
        var issued = new ProductivityGrade.Issued(ProductivityGrade.Letter.A, 2026, "新密市人民政府", "新密政文〔2027〕1号",
                Founded.YEAR_END.minusYears(1), Founded.YEAR_END);
        Actor own = founded.actor(id, PartyKind.ENTERPRISE, Role.MEMBER_ADMIN);
        assertThatThrownBy(() -> founded.as(own, asking -> files.record(asking, id, issued))).hasMessageContaining("row-level security");
        founded.as(association, asking -> files.record(asking, id, issued));
        assertThat(Founded.now(members.party(id)).grade().issued()).isEqualTo(issued);
    }

    @Test
    void aConnectionIsRecordedOnceWhicheverWayRound() {
        Actor association = founded.association();
        UUID one = founded.member(association).party().id();
        UUID other = founded.member(association).party().id();
        var link = new Connection.Link(Connection.Why.COMMON_CONTROLLER, "企业信用公示", Founded.YEAR_END, null);
        founded.as(association, asking -> files.connect(asking, one, other, link));
        assertRefused("CONNECTION_ALREADY_KNOWN", () -> founded.as(association, asking -> files.connect(asking, other, one, link)));
        assertThat(Founded.now(board.connections(Scope.parties(Set.of(other)), null, new PartyBoard.Span(null, 10))).items()).hasSize(1);
        assertThat(Founded.now(board.connections(Scope.parties(Set.of(new UUID(0, 5))), null, new PartyBoard.Span(null, 10))).items()).isEmpty();
    }

    private PartyFile admit(Actor association, PartyFile applicant) {
        return move(association, applicant.party().id(), new AdmissionCommand.Admit("通过"));
    }

    private PartyFile move(Actor association, UUID id, AdmissionCommand command) {
        return founded.as(association, asking -> admission.handle(asking, PartyKind.ENTERPRISE, id, command));
    }

    static void assertRefused(String refusal, ThrowingCallable work) {
        assertThatThrownBy(work).isInstanceOf(RefusedException.class).hasMessage(refusal);
    }

    /** Well formed, its last character one after the right one. */
    private static String wrongDigit() {
        String alphabet = "0123456789ABCDEFGHJKLMNPQRTUWXY";
        String body = "91410183MAYL0" + Founded.code("");
        return alphabet.chars().mapToObj(last -> body + (char) last)
                .filter(code -> CreditCode.check(code) == CreditCode.Verdict.CHECK_DIGIT_WRONG).findFirst().orElseThrow();
    }
}
