package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.IntStream;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Who hears what of an award: as much as its role reads, and the round's steps besides. */
@PlatformTest
@Import(DecidedRounds.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class AwardsLiveTest {

    private static final Set<String> STEPS = Set.of("RoundDrafted", "RoundAnnounced", "CollectingOpened", "RoundLocked", "RoundPooled", "RoundFrozen", "RoundTendered",
            "AwardPublicised", "AwardRevoked", "AwardFinalised");

    @Autowired Platform platform;
    @Autowired World world;
    @Autowired AwardWorld awards;
    @Autowired DecidedRounds decided;

    @Test
    void aProposalIsHeardByTheAssociationAndWhoOverseesItAndByEverybodyElseFromItsNoticeOn() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        try (Hearing ours = hear(opened, opened.us().secretariat());
                Hearing supervisor = hear(opened, world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR));
                Hearing regulator = hear(opened, world.other(PartyKind.REGULATOR, Role.REGULATOR));
                Hearing seller = hear(opened, seller(opened, 0));
                Hearing member = hear(opened, opened.us().buyerOf(0));
                Hearing otherAssociation = hear(opened, world.association(0).secretariat());
                Hearing anybody = hear(opened, world.nobody())) {
            decided.publicised(decided.proposed(opened));
            assertThat(types(ours.upTo("AwardNoticed"))).contains("AwardRunAsked", "AwardRunEnded", "AwardProposed");
            assertThat(types(supervisor.upTo("AwardNoticed"))).contains("AwardRunEnded", "AwardProposed");
            assertThat(types(regulator.upTo("AwardNoticed"))).contains("AwardProposed").noneMatch(type -> type.startsWith("AwardRun"));
            for (Hearing other : List.of(seller, member, otherAssociation, anybody)) {
                assertThat(besidesSteps(other.upTo("AwardPublicised"))).isEmpty();
            }
        }
    }

    @Test
    void anObjectionIsHeardByItsPartyTheAssociationAndWhoOverseesItAndByNobodyElse() {
        AwardWorld.Opened opened = decided.publicised();
        Client objector = seller(opened, 1);
        try (Hearing ours = hear(opened, opened.us().secretariat());
                Hearing auditor = hear(opened, world.other(PartyKind.AUDITOR, Role.AUDITOR));
                Hearing objecting = hear(opened, objector);
                Hearing rival = hear(opened, seller(opened, 0));
                Hearing member = hear(opened, opened.us().buyerOf(0));
                Hearing anybody = hear(opened, world.nobody())) {
            String objection = objector.does(opened.at("/objections"), Map.of("grounds", "水分保证值高于我方")).id().toString();
            assertThat(List.of(ours, auditor, objecting)).allSatisfy(each -> assertThat(subject(each.upTo("ObjectionRaised"))).isEqualTo(objection));
            decided.asks(opened, "/api/objections/" + objection + "/answer", Map.of("upheld", true, "reasons", "情况属实"));
            assertThat(List.of(ours, auditor, objecting)).allSatisfy(each -> assertThat(subject(each.upTo("ObjectionAnswered"))).isEqualTo(objection));
            decided.asks(opened, opened.at("/revoke"), Map.of("reason", "异议成立"));
            assertThat(List.of(rival, member, anybody)).allSatisfy(each -> assertThat(besidesSteps(each.upTo("AwardRevoked"))).isEmpty());
        }
    }

    @Test
    void whatBecameOfItsOffersIsHeardByTheSupplierWhoseTheyAre() {
        AwardWorld.Opened opened = decided.publicised();
        decided.asks(opened, opened.at("/revoke"), Map.of("reason", "成交供应商资质失效"));
        try (Hearing failed = hear(opened, seller(opened, 0));
                Hearing rival = hear(opened, seller(opened, 1));
                Hearing regulator = hear(opened, world.other(PartyKind.REGULATOR, Role.REGULATOR));
                Hearing member = hear(opened, opened.us().buyerOf(0))) {
            decided.asks(opened, opened.at("/award/exclude-winner"), Map.of("supplierId", opened.suppliers().getFirst().toString(), "reason", "资质失效"));
            assertThat(besidesSteps(failed.upTo("BidsRejected"))).containsExactly("BidsRejected");
            regulator.upTo("BidsRejected");
            decided.publicised(decided.proposed(opened));
            assertThat(List.of(rival, member)).allSatisfy(each -> assertThat(besidesSteps(each.upTo("AwardPublicised"))).isEmpty());
        }
    }

    @Test
    void eachMemberHearsOfItsOwnAllocationsAndTheAssociationOfTheAnswers() {
        AwardWorld.Opened opened = decided.publicised();
        Client first = opened.us().buyerOf(0);
        try (Hearing ours = hear(opened, opened.us().secretariat());
                Hearing member = hear(opened, first);
                Hearing other = hear(opened, opened.us().buyerOf(3));
                Hearing seller = hear(opened, seller(opened, 0))) {
            decided.madeFinal(opened);
            Set<String> own = ids(opened, first);
            assertThat(subjects(member, own.size())).isEqualTo(own);
            Set<String> others = ids(opened, opened.us().buyerOf(3));
            assertThat(subjects(other, others.size())).isEqualTo(others).doesNotContainAnyElementsOf(own);
            String confirmed = own.iterator().next();
            first.does("/api/allocations/" + confirmed + "/confirm", null).ok();
            List<Hearing.Heard> heard = ours.upTo("AllocationConfirmed");
            assertThat(subject(heard)).isEqualTo(confirmed);
            assertThat(types(heard)).as("its step tells of them all at once").contains("AwardFinalised").doesNotContain("AllocationComputed");
            decided.asks(opened, opened.at("/revoke"), Map.of("reason", "成交供应商放弃"));
            assertThat(types(other.upTo("AwardRevoked"))).doesNotContain("AllocationConfirmed");
            assertThat(types(seller.upTo("AwardRevoked"))).noneMatch(type -> type.startsWith("Allocation"));
        }
    }

    private Set<String> ids(AwardWorld.Opened opened, Client client) {
        return decided.allocations(opened, client).stream().map(each -> each.path("id").asString()).collect(Collectors.toSet());
    }

    /** Of the next so many allocations that are told of. */
    private static Set<String> subjects(Hearing hearing, int count) {
        return IntStream.range(0, count).mapToObj(_ -> subject(hearing.upTo("AllocationComputed"))).collect(Collectors.toSet());
    }

    private static String subject(List<Hearing.Heard> heard) {
        JsonNode said = heard.getLast().data();
        assertThat(said.propertyNames()).as("which to read, and nothing of it").isSubsetOf("topic", "type", "at", "subjectId", "cells");
        assertThat(said.path("cells")).isEmpty();
        return said.path("subjectId").asString();
    }

    private Client seller(AwardWorld.Opened opened, int supplier) {
        UUID party = opened.suppliers().get(supplier);
        return world.seller(opened.us().actor(), party);
    }

    private Hearing hear(AwardWorld.Opened opened, Client client) {
        return Hearing.of(platform.port(), client.token(), "round:" + opened.round(), null).opened();
    }

    private static List<String> types(List<Hearing.Heard> heard) {
        return heard.stream().map(Hearing.Heard::type).filter(type -> !type.equals(Hearing.OPENED)).toList();
    }

    /** Everybody hears the round's steps, and may hear those of a moment before it came. */
    private static List<String> besidesSteps(List<Hearing.Heard> heard) {
        return types(heard).stream().filter(type -> !STEPS.contains(type)).toList();
    }
}
