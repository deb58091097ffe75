package org.jucai.platform.contracts;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.formulas.StandardFormulas;
import org.jucai.platform.security.Officers;
import org.jucai.platform.settlement.SettlementWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What follows once contracts stand: the round is carried out, contracts are completed, drawn again, and priced by other formulas. */
@PlatformTest
@Import({ContractWorld.class, SettlementWorld.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class CarriedOutTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired ContractWorld contracts;
    @Autowired DecidedRounds decided;
    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired EffectClock effects;
    @Autowired CompletionClock completions;
    @Autowired StandardFormulas standard;
    @Autowired SettlementWorld settlements;

    private static String covering(String mode) {
        return mode.equals("AGENCY") ? "SERVICE" : "RESALE";
    }

    private ContractWorld.Ready effective(String mode) {
        ContractWorld.Ready ready = contracts.sent(mode);
        contracts.allSign(ready, "SUPPLY");
        contracts.allSign(ready, covering(mode));
        contracts.depositsAreConfirmed(ready);
        effects.tick().block(PATIENCE);
        return ready;
    }

    private String round(ContractWorld.Ready ready) {
        return world.nobody().get("/api/rounds/" + ready.round()).ok().path("status").asString();
    }

    private Set<String> lots(ContractWorld.Ready ready) {
        return Set.of(awards.sql("select string_agg(distinct status, ',' order by status) from lot where round_id = '" + ready.round() + "'").split(","));
    }

    private static Set<String> states(List<JsonNode> all) {
        Set<String> states = new HashSet<>();
        all.forEach(each -> states.add(each.path("status").asString()));
        return states;
    }

    @Test
    void theFirstSupplyContractThatTakesEffectBeginsTheRoundsExecutionOnceAndItsAwardIsRevokedNoMore() {
        ContractWorld.Ready ready = contracts.sent("AGENCY");
        contracts.allSign(ready, "SERVICE");
        assertThat(round(ready)).as("a service contract delivers nothing").isEqualTo("AWARDED");
        contracts.allSign(ready, "SUPPLY");
        contracts.depositsAreConfirmed(ready);
        effects.tick().block(PATIENCE);
        assertThat(states(contracts.contracts(ready, "SUPPLY"))).containsExactly("EFFECTIVE");
        assertThat(round(ready)).isEqualTo("EXECUTING");
        assertThat(lots(ready)).contains("EXECUTING").doesNotContain("AWARDED", "PARTLY_AWARDED");
        assertThat(awards.sql("select count(*)::text from event where round_id = '" + ready.round() + "' and type = 'ExecutionBegan'")).isEqualTo("1");
        assertThat(decided.refused(ready.opened(), ready.opened().at("/revoke"), Map.of("reason", "反悔"))).isEqualTo("409 round-state-does-not-allow");
    }

    /** All of a contract's goods came on one truck each, less so many kilograms; the member has them. */
    private void came(JsonNode supply, long lessKg, String status) {
        for (JsonNode item : supply.path("items")) {
            long kg = item.path("massKg").asLong() - lessKg;
            awards.sql("with called as (update call_off set called_kg = " + kg + " where item_id = '" + item.path("id").asString() + "' returning *), put as ("
                    + "insert into delivery (id, code, contract_id, item_id, round_id, association_id, seller_id, buyer_id, member_id, grade, size, packing, zone, place, window_from_on, window_to_on, "
                    + "settling_ticket, difference_permille, planned_kg, planned_on, planned_at, status, version, settled_kg, plate, driver, phone, loaded_kg, expected_at, notified_at) select gen_random_uuid(), 'T-' || left(gen_random_uuid()::text, 8), contract_id, "
                    + "item_id, o.round_id, r.association_id, seller_id, buyer_id, enterprise_id, 'G', 'LUMP', 'BULK', 'XM-A', 'P', current_date, current_date, 'DESTINATION', 3, least(150000, " + kg
                    + "), current_date, now(), '" + status + "', 1, " + kg + ", 'YU-A1234', 'D', '0', least(150000, " + kg + "), now(), now() from called o join round r on r.id = o.round_id returning id) select count(*)::text from put");
        }
    }

    @Test
    void aContractIsCompletedOnceItsGoodsCameWithinTheToleranceAndTheLotOnceNoContractOfItRuns() {
        ContractWorld.Ready ready = effective("AGENCY");
        List<JsonNode> supplies = contracts.contracts(ready, "SUPPLY");
        completions.tick().block(PATIENCE);
        assertThat(states(contracts.contracts(ready))).as("nothing came").containsExactly("EFFECTIVE");
        supplies.forEach(supply -> came(supply, 1, "UNLOADED"));
        completions.tick().block(PATIENCE);
        assertThat(states(contracts.contracts(ready))).as("in quarantine").containsExactly("EFFECTIVE");
        awards.sql("with done as (update delivery set status = 'AT_MEMBER' where round_id = '" + ready.round() + "' returning id) select count(*)::text from done");
        completions.tick().block(PATIENCE);
        assertThat(states(contracts.contracts(ready))).as("not settled").containsExactly("EFFECTIVE");
        settlements.settlesAll(ready.round());
        completions.tick().block(PATIENCE);
        assertThat(states(contracts.contracts(ready))).as("members' contracts too").containsExactly("COMPLETED");
        assertThat(lots(ready)).contains("COMPLETED").doesNotContain("EXECUTING");
        assertThat(round(ready)).as("settled only once it is paid").isEqualTo("EXECUTING");
        assertThat(completions.tick().block(PATIENCE)).as("once").isZero();
    }

    @Test
    void aContractThatBroughtLessThanItsToleranceStaysOpen() {
        ContractWorld.Ready ready = effective("AGENCY");
        contracts.contracts(ready, "SUPPLY").forEach(supply -> came(supply, supply.path("items").get(0).path("massKg").asLong() / 10, "AT_MEMBER"));
        assertThat(completions.tick().block(PATIENCE)).isZero();
        assertThat(states(contracts.contracts(ready))).containsExactly("EFFECTIVE");
    }

    @Test
    void tonnesOfAMembersContractThatEndedBeforeTheSupplyContractStoodAreCoveredByTheOneThatIsDrawnForThem() {
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            ContractWorld.Ready ready = contracts.sent(mode);
            contracts.allSign(ready, "SUPPLY");
            contracts.allSign(ready, covering(mode));
            JsonNode ended = contracts.contracts(ready, covering(mode)).getFirst();
            String at = "/api/contracts/" + ended.path("id").asString();
            assertThat(ready.groupClient().does(at + "/redraw", null).refusal()).as("it stands").isEqualTo("nothing-to-cover-again");
            contracts.depositsAreConfirmed(ready);
            Officers.does(ready.of(ContractWorld.id(ended, "buyerId")), at + "/terminate", Map.of("reason", "换签约主体")).ok();
            Officers.does(ready.group(), at + "/terminate", Map.of("reason", "同意")).ok();
            effects.tick().block(PATIENCE);
            assertThat(states(contracts.contracts(ready, "SUPPLY"))).contains("SIGNING");
            assertThat(ready.client(ContractWorld.id(ended, "buyerId")).get(at).ok().path("allowedCommands").toString()).as("the group draws").doesNotContain("REDRAW");
            assertThat(contracts.read(ready, ended.path("id").asString()).path("allowedCommands").toString()).contains("REDRAW");
            JsonNode draft = ready.groupClient().does(at + "/redraw", null).ok();
            assertThat(draft.path("code").asString()).isEqualTo(ended.path("code").asString() + "-2");
            assertThat(draft.path("totalFen").asLong()).isEqualTo(ended.path("totalFen").asLong());
            assertThat(ready.groupClient().does(at + "/redraw", null).refusal()).as("once").isEqualTo("nothing-to-cover-again");
            Officers.does(ready.group(), "/api/rounds/" + ready.round() + "/contracts/send", Map.of("contractIds", List.of())).ok();
            JsonNode sent = contracts.read(ready, draft.path("id").asString());
            contracts.signs(ready, ContractWorld.id(sent, "sellerId"), sent).ok();
            contracts.signs(ready, ContractWorld.id(sent, "buyerId"), sent).ok();
            effects.tick().block(PATIENCE);
            assertThat(states(contracts.contracts(ready, "SUPPLY"))).as("its own deposit is missing").contains("SIGNING");
            Officers.does(ready.group(), "/api/contracts/" + draft.path("id").asString() + "/deposit", Map.of("reference", "ZZ-AGAIN-" + mode + ready.round().toString().substring(24))).ok();
            effects.tick().block(PATIENCE);
            assertThat(states(contracts.contracts(ready, "SUPPLY"))).as(mode).containsExactly("EFFECTIVE");
        }
    }

    private UUID formula(ContractWorld.Ready ready, String name) {
        return ready.opened().us().secretariat().does("/api/price-formulas", Map.of("document",
                standard.all().stream().filter(one -> one.name().equals(name)).findFirst().orElseThrow().document())).id();
    }

    private static List<String> formulas(JsonNode version) {
        List<String> said = new ArrayList<>();
        version.path("terms").path("formulas").forEach(each -> said.add(each.path("grade").asString() + " " + each.path("formulaId").asString() + " " + each.path("version").asLong()));
        return said;
    }

    @Test
    void theAssociationsUsualFormulaIsStampedOnEveryContractThatHasItsGradeAndReadInItsSentences() {
        ContractWorld.Ready ready = contracts.ready("PRINCIPAL");
        UUID formula = formula(ready, "calcined-bauxite");
        ready.opened().us().secretariat().does("/api/usual-formulas", Map.of("grade", World.BEST, "formulaId", formula.toString())).ok();
        contracts.draws(ready).ok();
        List<JsonNode> with = contracts.contracts(ready).stream().filter(each -> each.path("items").valueStream().anyMatch(item -> item.path("grade").asString().equals(World.BEST))).toList();
        assertThat(with).isNotEmpty().allSatisfy(each -> assertThat(formulas(each.path("text"))).contains(World.BEST + " " + formula + " 1"));
        JsonNode shown = with.getFirst().path("text").path("terms").path("formulas").get(0);
        assertThat(shown.path("sentences")).isNotEmpty();
        assertThat(shown.path("toBeVerified").asBoolean()).as("recalled figures are marked").isTrue();
        Client.Answer text = ready.groupClient().get("/api/contracts/" + with.getFirst().path("id").asString() + "/text");
        assertThat(text.ok().path("document").asString()).as("what is signed has the document in it").contains("jucai-price-formula/1").contains(formula.toString());
    }

    @Test
    void anotherFormulaIsProposedInEveryContractAtOnceAndTheSignedVersionStandsUntilBothSigned() {
        ContractWorld.Ready ready = effective("AGENCY");
        UUID formula = formula(ready, "calcined-bauxite");
        Set<String> grades = new HashSet<>();
        contracts.contracts(ready).forEach(each -> each.path("items").forEach(item -> grades.add(item.path("grade").asString())));
        List<Map<String, Object>> wanted = grades.stream().map(grade -> Map.<String, Object>of("grade", grade, "formulaId", formula.toString())).toList();
        String at = "/api/rounds/" + ready.round() + "/contracts/formulas";
        assertThat(Officers.does(ready.group(), at, Map.of("formulas", List.of(Map.of("grade", "ANDERE", "formulaId", formula.toString())))).refusal()).isEqualTo("formula-grade-not-drawn");
        List<Map<String, Object>> twice = new ArrayList<>(wanted);
        twice.addFirst(Map.of("grade", wanted.getFirst().get("grade")));
        int changed = Officers.does(ready.group(), at, Map.of("formulas", twice)).ok().path("contracts").asInt();
        List<JsonNode> all = contracts.contracts(ready);
        assertThat(all).hasSize(changed).allSatisfy(each -> {
            assertThat(each.path("text").path("number").asInt()).isEqualTo(1);
            assertThat(formulas(each.path("text"))).isEmpty();
            assertThat(formulas(each.path("amendment"))).isNotEmpty();
        });
        assertThat(Officers.does(ready.group(), at, Map.of("formulas", wanted)).ok().path("contracts").asInt()).as("nothing else is wanted").isZero();
        JsonNode one = all.getFirst();
        contracts.signs(ready, ContractWorld.id(one, "sellerId"), one).ok();
        assertThat(formulas(contracts.signs(ready, ContractWorld.id(one, "buyerId"), one).ok().path("text"))).isNotEmpty();
    }

    @Test
    void aFormulaOfAnotherAssociationIsNotStamped() {
        ContractWorld.Ready ready = contracts.ready("AGENCY");
        World.Association others = world.association(1);
        UUID strange = others.secretariat().does("/api/price-formulas", Map.of("document", standard.all().getFirst().document())).id();
        Map<String, Object> asked = new java.util.HashMap<>(ContractWorld.asked(ready));
        asked.put("formulas", List.of(Map.of("grade", World.BEST, "formulaId", strange.toString())));
        assertThat(Officers.does(ready.group(), "/api/contracts", asked).refusal()).isEqualTo("formula-of-another-association");
    }
}
