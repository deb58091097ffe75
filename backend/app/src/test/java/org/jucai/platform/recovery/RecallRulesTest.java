package org.jucai.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Refusal;
import org.junit.jupiter.api.Test;

/** Who recalls what, and who ends it. */
class RecallRulesTest {

    private static final Instant NOW = Instant.parse("2027-05-12T06:00:00Z");
    private static final UUID SUPPLIER = new UUID(1, 1);
    private static final UUID MEMBER = new UUID(1, 2);
    private static final UUID ASSOCIATION = new UUID(1, 3);
    private static final UUID OTHER = new UUID(1, 4);

    private static Actor person(UUID party, PartyKind kind, long who) {
        return new Actor(new UUID(9, who), party, kind, Set.of(), Set.of(), Actor.Entry.SESSION, true);
    }

    private static Recall open(Set<UUID> overseers, boolean answered) {
        Optional<Recall.Answer> answer = answered ? Optional.of(new Recall.Answer(Recall.Handling.USED, "用完", new UUID(9, 2), NOW)) : Optional.empty();
        return new Recall(new UUID(2, 2), "R-23456789", Reach.of(new Reach.Of.Lot(new UUID(3, 3))), Optional.empty(),
                new Recall.Opened(SUPPLIER, PartyKind.SUPPLIER, new UUID(9, 1), NOW, "铁高", "停用"), overseers, Set.of(), Recall.Status.OPEN, Optional.empty(), 1,
                List.of(new Recall.Concern(new UUID(4, 4), MEMBER, ReachBoard.As.MEMBER, NOW, answer)));
    }

    private static Refusal refused(Decision<?> decision) {
        return ((Decision.Refused<?>) decision).refusal();
    }

    @Test
    void aSupplierSpeaksForItsOwnGoodsOnly() {
        Actor supplier = person(SUPPLIER, PartyKind.SUPPLIER, 1);
        assertThat(RecallRules.among(supplier, new Reach.Of.Source(OTHER, "一矿"))).isEmpty();
        assertThat(RecallRules.among(supplier, new Reach.Of.Period(OTHER, LocalDate.EPOCH, LocalDate.EPOCH))).isEmpty();
        assertThat(RecallRules.among(supplier, new Reach.Of.Lot(OTHER)).orElseThrow().sellerId()).contains(SUPPLIER);
    }

    @Test
    void everybodyElseAsksAmongWhatIsTheirs() {
        Reach.Of lot = new Reach.Of.Lot(OTHER);
        assertThat(RecallRules.among(person(ASSOCIATION, PartyKind.ASSOCIATION, 1), lot).orElseThrow().associationId()).contains(ASSOCIATION);
        assertThat(RecallRules.among(person(OTHER, PartyKind.FINANCE_GROUP, 1), lot).orElseThrow().groupId()).contains(OTHER);
        assertThat(RecallRules.among(person(MEMBER, PartyKind.ENTERPRISE, 1), lot).orElseThrow().partyId()).contains(MEMBER);
        assertThat(RecallRules.among(person(OTHER, PartyKind.BANK, 1), lot)).isEmpty();
        assertThat(RecallRules.among(person(OTHER, PartyKind.LABORATORY, 1), lot)).isEmpty();
    }

    @Test
    void whoOpenedARecallDoesNotLiftItAndAColleagueDoes() {
        assertThat(refused(RecallRules.lift(open(Set.of(ASSOCIATION), true), person(SUPPLIER, PartyKind.SUPPLIER, 1), "合格", NOW)))
                .isEqualTo(RecallRefusal.RECALL_LIFTED_BY_ANOTHER_PERSON);
        assertThat(RecallRules.lift(open(Set.of(ASSOCIATION), false), person(SUPPLIER, PartyKind.SUPPLIER, 5), "合格", NOW)).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void anAssociationLiftsWhatIsOfItsRoundsAloneAndNothingThatConcernsAnother() {
        Actor secretariat = person(ASSOCIATION, PartyKind.ASSOCIATION, 7);
        assertThat(RecallRules.lift(open(Set.of(ASSOCIATION), false), secretariat, "合格", NOW)).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(RecallRules.lift(open(Set.of(ASSOCIATION, OTHER), false), secretariat, "合格", NOW))).isEqualTo(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
        assertThat(refused(RecallRules.lift(open(Set.of(ASSOCIATION), false), person(MEMBER, PartyKind.ENTERPRISE, 2), "合格", NOW)))
                .isEqualTo(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
    }

    @Test
    void nothingIsClosedBeforeEverybodyAnswered() {
        Actor supplier = person(SUPPLIER, PartyKind.SUPPLIER, 1);
        assertThat(refused(RecallRules.close(open(Set.of(), false), supplier, "结案", new RecallRules.Waiting(1, NOW)))).isEqualTo(RecallRefusal.RECALL_NOT_ACKNOWLEDGED_BY_ALL);
        assertThat(RecallRules.close(open(Set.of(), true), supplier, "结案", new RecallRules.Waiting(0, NOW))).isInstanceOf(Decision.Accepted.class);
    }

    @Test
    void eachAnswersOnceForItselfAndNobodyAfterTheEnd() {
        Actor member = person(MEMBER, PartyKind.ENTERPRISE, 2);
        Recall.Answer answer = new Recall.Answer(Recall.Handling.KEPT_APART, "隔离", new UUID(9, 2), NOW);
        assertThat(RecallRules.acknowledge(open(Set.of(), false), member, answer)).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(RecallRules.acknowledge(open(Set.of(), true), member, answer))).isEqualTo(RecallRefusal.RECALL_ACKNOWLEDGED_ALREADY);
        assertThat(refused(RecallRules.acknowledge(open(Set.of(), false), person(OTHER, PartyKind.ENTERPRISE, 3), answer))).isEqualTo(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
        Recall ended = open(Set.of(), false).ended(Recall.Status.LIFTED, new Recall.Ended(SUPPLIER, new UUID(9, 5), NOW, "合格"));
        assertThat(refused(RecallRules.acknowledge(ended, member, answer))).isEqualTo(RecallRefusal.RECALL_ENDED_ALREADY);
        assertThat(refused(RecallRules.lift(ended, person(SUPPLIER, PartyKind.SUPPLIER, 6), "再", NOW))).isEqualTo(RecallRefusal.RECALL_ENDED_ALREADY);
        assertThat(RecallRules.offered(ended, member)).isEmpty();
    }

    @Test
    void daysAreBoundedAndDoNotRunBackwards() {
        LocalDate day = LocalDate.of(2027, 5, 12);
        assertThat(RecallRules.bounded(new Reach.Of.Period(SUPPLIER, day, day))).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(RecallRules.bounded(new Reach.Of.Period(SUPPLIER, day, day.minusDays(1))))).isEqualTo(RecallRefusal.RECALL_PERIOD_TOO_LONG);
        assertThat(RecallRules.bounded(new Reach.Of.Period(SUPPLIER, day, day.plusDays(730)))).isInstanceOf(Decision.Accepted.class);
        assertThat(refused(RecallRules.bounded(new Reach.Of.Period(SUPPLIER, day, day.plusDays(731))))).isEqualTo(RecallRefusal.RECALL_PERIOD_TOO_LONG);
    }
}
