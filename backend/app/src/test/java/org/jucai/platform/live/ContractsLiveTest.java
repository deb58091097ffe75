package org.jucai.platform.live;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.contracts.ContractWorld;
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

/** Who hears of a contract: its two sides and the finance group, and nobody else. */
@PlatformTest
@Import(ContractWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ContractsLiveTest {

    @Autowired Platform platform;
    @Autowired World world;
    @Autowired ContractWorld contracts;
    @Autowired DecidedRounds decided;

    private Hearing hear(ContractWorld.Ready ready, Client client) {
        return Hearing.of(platform.port(), client.token(), "round:" + ready.round(), null).opened();
    }

    private static List<String> ofContracts(List<Hearing.Heard> heard) {
        return heard.stream().map(Hearing.Heard::type).filter(type -> type.startsWith("Contract")).toList();
    }

    @Test
    void aSignatureIsHeardByBothSidesAndTheFinanceGroupAndByNobodyElse() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
        UUID seller = ContractWorld.id(supply, "sellerId");
        UUID buyer = ContractWorld.id(supply, "buyerId");
        Client rival = ready.client(ready.opened().suppliers().stream().filter(each -> !each.equals(seller)).findFirst().orElseThrow());
        Client other = List.of(0, 3).stream().map(ready.opened().us()::buyerOf).filter(each -> !each.party().equals(buyer)).findFirst().orElseThrow();
        try (Hearing selling = hear(ready, ready.client(seller));
                Hearing buying = hear(ready, ready.client(buyer));
                Hearing group = hear(ready, ready.groupClient());
                Hearing association = hear(ready, ready.opened().us().secretariat());
                Hearing auditor = hear(ready, world.other(PartyKind.AUDITOR, Role.AUDITOR));
                Hearing competing = hear(ready, rival);
                Hearing member = hear(ready, other);
                Hearing anybody = hear(ready, world.nobody())) {
            contracts.signs(ready, seller, supply).ok();
            assertThat(List.of(selling, buying, group)).allSatisfy(each -> {
                JsonNode said = each.upTo("ContractSigned").getLast().data();
                assertThat(said.propertyNames()).as("which to read, and nothing of it").isSubsetOf("topic", "type", "at", "subjectId", "cells");
                assertThat(said.path("subjectId").asString()).isEqualTo(supply.path("id").asString());
            });
            JsonNode theirs = contracts.contracts(ready, "SERVICE").stream().filter(each -> ContractWorld.id(each, "buyerId").equals(other.party())).findFirst().orElseThrow();
            contracts.signs(ready, other.party(), theirs).ok();
            assertThat(member.upTo("ContractSigned")).as("its own, and not the one before").filteredOn(heard -> heard.type().startsWith("Contract")).singleElement()
                    .satisfies(heard -> assertThat(heard.data().path("subjectId").asString()).isEqualTo(theirs.path("id").asString()));
            decided.asks(ready.opened(), ready.opened().at("/revoke"), Map.of("reason", "供应商放弃"));
            for (Hearing stranger : List.of(association, auditor, competing, anybody)) assertThat(ofContracts(stranger.upTo("AwardRevoked"))).isEmpty();
        }
    }
}
