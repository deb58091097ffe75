package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.security.Officers;
import org.jucai.platform.security.Visitor;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From a final award to contracts that bind, by HTTP. */
@PlatformTest
@Import(ContractWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ContractsApiTest {

    @Autowired ContractWorld contracts;
    @Autowired DecidedRounds decided;
    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired EffectClock clock;

    private static long sum(List<JsonNode> contracts, String field) {
        return contracts.stream().flatMap(contract -> contract.path("items").valueStream()).mapToLong(item -> item.path(field).asLong()).sum();
    }

    @Test
    void theContractsOfARoundSumToItsPublicAwardAndToItsStatements() {
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            ContractWorld.Ready ready = contracts.ready(mode);
            JsonNode drawn = contracts.draws(ready).ok();
            assertThat(drawn.path("held").isEmpty()).as("nothing to find fault with: %s", drawn).isTrue();
            JsonNode award = world.nobody().get(ready.opened().at("/award")).ok();
            List<JsonNode> supply = contracts.contracts(ready, "SUPPLY");
            assertThat(sum(supply, "massKg")).isEqualTo(award.path("lots").valueStream().mapToLong(lot -> lot.path("awardedKg").asLong()).sum()).isEqualTo(drawn.path("massKg").asLong());
            assertThat(sum(supply, "goodsFen")).isEqualTo(award.path("goodsFen").asLong()).isEqualTo(drawn.path("goodsFen").asLong());
            List<JsonNode> paid = mode.equals("AGENCY") ? contracts.contracts(ready) : contracts.contracts(ready, "RESALE");
            long statements = decided.allocations(ready.opened(), ready.opened().us().secretariat()).stream().mapToLong(each -> each.path("totalFen").asLong()).sum();
            assertThat(sum(paid, "totalFen")).as("delivered offers: nobody fetches").isEqualTo(statements);
            assertThat(contracts.contracts(ready)).allMatch(each -> each.path("totalInWords").asString().equals(AmountInWords.of(each.path("totalFen").asLong())));
        }
    }

    @Test
    void contractsAreDrawnOnceAndByTheGroupThatWasNamed() {
        ContractWorld.Ready ready = contracts.ready("AGENCY");
        Visitor other = awards.signsIn(world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER).person());
        assertThat(Officers.does(other, "/api/contracts", ContractWorld.asked(ready)).refusal()).isEqualTo("contract-not-for-this-party");
        contracts.draws(ready).ok();
        assertThat(contracts.draws(ready).refusal()).isEqualTo("contracts-already-drawn");
    }

    @Test
    void withoutAFinalAwardAllOfWhichMembersConfirmedThereIsNothingToDraw() {
        AwardWorld.Opened opened = decided.publicised();
        Client group = world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER);
        Officers.does(opened.officer(), "/api/purchasing-party", Map.of("groupId", group.party())).ok();
        ContractWorld.Ready early = new ContractWorld.Ready(opened, group, awards.signsIn(group.person()), Map.of(), Map.of());
        assertThat(contracts.draws(early).refusal()).isEqualTo("no-final-award");
        decided.madeFinal(opened);
        Visitor later = awards.signsIn(world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER).person());
        assertThat(contracts.draws(new ContractWorld.Ready(opened, group, later, Map.of(), Map.of())).refusal()).isEqualTo("allocations-not-confirmed");
    }

    @Test
    void aSupplyContractWaitsForMembersAndTheirDepositsAndSaysSo() {
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            ContractWorld.Ready ready = contracts.sent(mode);
            contracts.allSign(ready, "SUPPLY");
            clock.tick().block();
            JsonNode waiting = contracts.contracts(ready, "SUPPLY").getFirst();
            assertThat(waiting.path("status").asString()).isEqualTo("SIGNING");
            assertThat(waits(waiting)).containsExactlyInAnyOrder("MEMBER_CONTRACTS", "DEPOSITS");
            contracts.allSign(ready, mode.equals("AGENCY") ? "SERVICE" : "RESALE");
            clock.tick().block();
            assertThat(waits(contracts.contracts(ready, "SUPPLY").getFirst())).containsExactly("DEPOSITS");
            contracts.depositsAreConfirmed(ready);
            clock.tick().block();
            assertThat(contracts.contracts(ready)).allMatch(each -> each.path("status").asString().equals("EFFECTIVE"));
            assertThat(clock.tick().block()).as("once").isZero();
        }
    }

    private static List<String> waits(JsonNode contract) {
        return contract.path("waits").valueStream().map(each -> each.path("what").asString()).toList();
    }

    @Test
    void whatIsSignedIsWhatWasReadAndTheDigestIsOfTheTextThatIsHandedOut() throws Exception {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        JsonNode service = contracts.contracts(ready, "SERVICE").getFirst();
        UUID member = ContractWorld.id(service, "buyerId");
        JsonNode text = ready.client(member).get("/api/contracts/" + service.path("id").asString() + "/text").ok();
        byte[] digest = java.security.MessageDigest.getInstance("SHA-256").digest(text.path("document").asString().getBytes(java.nio.charset.StandardCharsets.UTF_8));
        assertThat(java.util.HexFormat.of().formatHex(digest)).isEqualTo(text.path("sha256").asString()).isEqualTo(service.path("text").path("sha256").asString());
        Map<String, Object> wrong = Map.of("number", 1, "sha256", "0".repeat(64));
        assertThat(Officers.does(ready.of(member), "/api/contracts/" + service.path("id").asString() + "/sign", wrong).refusal()).isEqualTo("contract-text-outdated");
        Visitor withoutFactor = awards.visitor(world.member(ready.opened().us().actor(), 0).person());
        assertThat(Officers.does(withoutFactor, "/api/contracts/" + service.path("id").asString() + "/sign", ContractWorld.signature(service)).status()).isEqualTo(403);
        contracts.signs(ready, member, service).ok();
        assertThat(contracts.signs(ready, member, service).refusal()).isEqualTo("contract-already-signed");
    }

    @Test
    void aDraftWithAForbiddenClauseStaysADraftAndIsToldWhichAndWhatToDo() {
        ContractWorld.Ready ready = contracts.drawn("AGENCY");
        JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
        Map<String, Object> terms = new HashMap<>(ContractWorld.TERMS);
        terms.put("supplementaryClauses", List.of("买方收到成员企业货款后十日内向卖方付款。"));
        Map<String, Object> amended = Map.of("number", 1, "payment", Map.of("trigger", "DELIVERY", "days", 90), "terms", terms);
        JsonNode draft = Officers.does(ready.group(), "/api/contracts/" + supply.path("id").asString() + "/amend", amended).ok();
        assertThat(draft.path("findings").valueStream().map(each -> each.path("clause").asString())).containsExactlyInAnyOrder("PAYMENT_TOO_LATE", "PAY_WHEN_PAID");
        assertThat(draft.path("findings").valueStream()).allMatch(each -> !each.path("advice").asString().isBlank());
        JsonNode sent = Officers.does(ready.group(), "/api/rounds/" + ready.round() + "/contracts/send", Map.of("contractIds", List.of())).ok();
        assertThat(sent.path("held").valueStream().map(each -> each.path("contractId").asString())).containsExactly(supply.path("id").asString());
        assertThat(contracts.read(ready, supply.path("id").asString()).path("status").asString()).isEqualTo("DRAFTED");
        assertThat(sent.path("sent").asInt()).isEqualTo(contracts.contracts(ready).size() - 1);
    }

    @Test
    void anAmendmentWithAForbiddenClauseIsRefusedAndTheSignedVersionStandsUntilBothSignedTheNext() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        contracts.allSign(ready, "SERVICE");
        String id = contracts.contracts(ready, "SERVICE").getFirst().path("id").asString();
        Map<String, Object> growing = new HashMap<>(ContractWorld.TERMS);
        growing.put("feeBasis", "PER_DAY");
        Map<String, Object> payment = Map.of("trigger", "ACCEPTANCE", "days", 5);
        assertThat(Officers.does(ready.group(), "/api/contracts/" + id + "/amend", Map.of("number", 1, "payment", payment, "terms", growing)).refusal()).isEqualTo("contract-clauses-refused");
        JsonNode proposed = Officers.does(ready.group(), "/api/contracts/" + id + "/amend", Map.of("number", 1, "payment", payment, "terms", ContractWorld.TERMS)).ok();
        assertThat(proposed.path("text").path("number").asInt()).isEqualTo(1);
        assertThat(contracts.signs(ready, ready.groupClient().party(), proposed).ok().path("text").path("number").asInt()).isEqualTo(1);
        JsonNode both = contracts.signs(ready, ContractWorld.id(proposed, "buyerId"), proposed).ok();
        assertThat(both.path("text").path("number").asInt()).isEqualTo(2);
        assertThat(both.path("text").path("terms").path("payment").path("trigger").asString()).isEqualTo("ACCEPTANCE");
    }

    @Test
    void nobodyReadsTheContractsOfOthers() {
        ContractWorld.Ready ready = contracts.sent("PRINCIPAL");
        Set<UUID> all = new HashSet<>(ready.clients().keySet());
        for (JsonNode contract : contracts.contracts(ready)) {
            Set<UUID> parties = new HashSet<>(List.of(ContractWorld.id(contract, "sellerId"), ContractWorld.id(contract, "buyerId"), ContractWorld.id(contract, "groupId")));
            for (UUID party : all) {
                Client.Answer read = ready.client(party).get("/api/contracts/" + contract.path("id").asString());
                assertThat(read.status()).as("%s reads %s", party, contract.path("code")).isEqualTo(parties.contains(party) ? 200 : 404);
                if (!parties.contains(party)) assertThat(contracts.signs(ready, party, contract).status()).isEqualTo(404);
            }
            assertThat(ready.opened().us().secretariat().get("/api/contracts/" + contract.path("id").asString()).status()).isEqualTo(403);
        }
        List<UUID> listed = new ArrayList<>();
        UUID member = ready.opened().us().buyerOf(0).party();
        ready.client(member).get("/api/contracts?limit=200").ok().path("items").forEach(line -> listed.add(ContractWorld.id(line, "buyerId")));
        assertThat(listed).isNotEmpty().containsOnly(member);
    }

    @Test
    void theBanksReferenceCountsOnce() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        List<JsonNode> services = contracts.contracts(ready, "SERVICE");
        String first = "/api/contracts/" + services.get(0).path("id").asString() + "/deposit";
        String second = "/api/contracts/" + services.get(1).path("id").asString() + "/deposit";
        Officers.does(ready.group(), first, Map.of("reference", "ZZ-77")).ok();
        assertThat(Officers.does(ready.group(), second, Map.of("reference", "ZZ-77")).refusal()).isEqualTo("deposit-reference-used");
        assertThat(Officers.does(ready.group(), first, Map.of("reference", "ZZ-78")).refusal()).isEqualTo("deposit-not-for-this-contract");
        String supply = "/api/contracts/" + contracts.contracts(ready, "SUPPLY").getFirst().path("id").asString() + "/deposit";
        assertThat(Officers.does(ready.group(), supply, Map.of("reference", "ZZ-79")).refusal()).isEqualTo("deposit-not-for-this-contract");
    }

    @Test
    void aRevokedAwardEndsWhatBindsNobodyAndIsNotRevokedOnceAContractBinds() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        decided.asks(ready.opened(), ready.opened().at("/revoke"), Map.of("reason", "供应商放弃"));
        assertThat(contracts.contracts(ready)).isNotEmpty().allMatch(each -> each.path("status").asString().equals("TERMINATED"));
        ContractWorld.Ready bound = contracts.sent("AGENCY");
        JsonNode service = contracts.contracts(bound, "SERVICE").getFirst();
        contracts.signs(bound, ContractWorld.id(service, "sellerId"), service).ok();
        contracts.signs(bound, ContractWorld.id(service, "buyerId"), service).ok();
        assertThat(decided.refused(bound.opened(), bound.opened().at("/revoke"), Map.of("reason", "反悔"))).isEqualTo("409 contracts-began");
        assertThat(contracts.contracts(bound).stream().map(each -> each.path("status").asString())).contains("EFFECTIVE", "SIGNING").doesNotContain("TERMINATED");
    }

    @Test
    void aDisputeStopsAndBothSidesEndIt() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        contracts.allSign(ready, "SERVICE");
        JsonNode service = contracts.contracts(ready, "SERVICE").getFirst();
        UUID member = ContractWorld.id(service, "buyerId");
        String at = "/api/contracts/" + service.path("id").asString();
        Officers.does(ready.of(member), at + "/dispute", Map.of("grounds", "水分争议")).ok();
        Officers.does(ready.group(), at + "/resolve", Map.of("outcome", "GO_ON", "words", "按仲裁检验")).ok();
        assertThat(contracts.read(ready, service.path("id").asString()).path("status").asString()).isEqualTo("DISPUTED");
        JsonNode done = Officers.does(ready.of(member), at + "/resolve", Map.of("outcome", "GO_ON", "words", "同意")).ok();
        assertThat(done.path("status").asString()).isEqualTo("EFFECTIVE");
        Officers.does(ready.of(member), at + "/terminate", Map.of("reason", "停产")).ok();
        assertThat(Officers.does(ready.group(), at + "/terminate", Map.of("reason", "同意解除")).ok().path("status").asString()).isEqualTo("TERMINATED");
    }

    @Test
    void goodsThatComeBackAreToldWithTheNamesOfThoseTheyGoThrough() {
        ContractWorld.Ready ready = contracts.drawn("AGENCY");
        JsonNode supply = contracts.contracts(ready, "SUPPLY").getFirst();
        awards.sql("insert into contract (id, round_id, round_code, association_id, award_number, code, kind, group_id, seller_id, buyer_id, status, status_since, version, mass_kg, total_fen, item_count, text) "
                + "select gen_random_uuid(), round_id, round_code, association_id, 99, left(code, 30) || '-B', kind, group_id, buyer_id, seller_id, 'DRAFTED', status_since, 1, mass_kg, total_fen, item_count, text "
                + "from contract where id = '" + supply.path("id").asString() + "' returning id");
        JsonNode loop = contracts.read(ready, supply.path("id").asString()).path("findings").valueStream().filter(each -> each.path("clause").asString().equals("CLOSED_LOOP")).findFirst().orElseThrow();
        String seller = supply.path("sellerName").asString();
        assertThat(loop.path("said").asString()).contains(seller + " → " + supply.path("buyerName").asString() + " → " + seller);
    }
}
