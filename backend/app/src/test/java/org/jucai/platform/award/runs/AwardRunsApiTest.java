package org.jucai.platform.award.runs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.live.Hearing;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Awards computed by HTTP, as the association lives through it. */
@PlatformTest
@Import(AwardWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class AwardRunsApiTest {

    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void anEvaluatedRoundGetsItsCheapestAwardCheckedAndInWords() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        JsonNode run = awards.ended(opened, awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK")));
        assertThat(run.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(run.at("/run/figures/gapMilliFen").asLong()).isZero();
        assertThat(run.path("awards").valueStream().map(part -> part.path("supplierId").asString() + " " + part.path("kg").asLong())).containsExactly(
                opened.suppliers().get(1) + " 64000", opened.suppliers().get(0) + " 96000");
        // 1800.00 less 13 % tax is 1592.92 yuan a tonne, freight of zone XM-A 43.60 less 9 % is 40.00.
        assertThat(run.at("/awards/1/landedFenPerTonne").asLong()).isEqualTo(159_292 + 4_000);
        assertThat(run.at("/run/figures/totalFen").asLong()).isEqualTo(96L * (159_292 + 4_000) + 64L * (124_779 + 4_000));
        assertThat(run.at("/checked/0").asString()).startsWith("成立");
    }

    @Test
    void whoeverMayNotIsRefusedAndWhoMayOnlyReadReads() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
        awards.ended(opened, run);
        String at = "/api/award-runs/" + run;
        for (Client reader : List.of(world.other(PartyKind.AUDITOR, Role.AUDITOR), world.other(PartyKind.SUPERVISOR, Role.SUPERVISOR))) {
            assertThat(reader.get(at).ok().at("/awards/0/lotCode").asString()).isEqualTo("P-001");
            assertThat(reader.get(at + "/bundle").status()).as("no token downloads it").isEqualTo(403);
            assertThat(reader.get(opened.at("/comparison")).ok().path("items")).hasSize(2);
        }
        for (Client stranger : List.of(opened.us().buyerOf(0), world.supplier(opened.us().actor()), world.other(PartyKind.BANK, Role.BANK_RISK_OFFICER),
                world.other(PartyKind.REGULATOR, Role.REGULATOR), world.other(PartyKind.FINANCE_GROUP, Role.FINANCE_OFFICER))) {
            for (String path : List.of(at, at + "/bundle", opened.at("/award-runs"), opened.at("/comparison"))) assertThat(stranger.get(path).status()).isEqualTo(403);
        }
        Client neighbour = world.association(0).secretariat();
        assertThat(neighbour.get(at).status()).isEqualTo(404);
        assertThat(neighbour.get(opened.at("/award-runs")).ok().path("items")).isEmpty();
        assertThat(neighbour.get(opened.at("/comparison")).status()).isEqualTo(404);
    }

    @Test
    void anOfficialRunKeepsTheRulesAndWaitsForTheEvaluation() {
        AwardWorld.Opened opened = awards.plain("OPENED");
        assertThat(refusal(opened, Map.of("basis", "OFFICIAL"))).isEqualTo("409 round-state-does-not-allow");
        assertThat(awards.ended(opened, awards.asks(opened, Map.of("basis", "SCENARIO", "work", "QUICK"))).at("/run/status").asString()).isEqualTo("SOLVED");
        awards.sql("update round set status = 'EVALUATED' where id = '" + opened.round() + "' returning code");
        assertThat(refusal(opened, Map.of("basis", "OFFICIAL", "everyLotServed", true))).isEqualTo("422 award-run-official-keeps-its-rules");
        assertThat(refusal(opened, Map.of("basis", "SCENARIO", "leaveOut", List.of("nothing")))).isEqualTo("422 award-run-rule-unknown");
    }

    private static String refusal(AwardWorld.Opened opened, Map<String, ?> body) {
        var answer = opened.officer().asks(HttpMethod.POST, opened.at("/award-runs")).header("Idempotency-Key", Client.newKey()).bodyValue(body)
                .exchange().expectBody(JsonNode.class).returnResult();
        return answer.getStatus().value() + " " + String.valueOf(answer.getResponseBody()).replaceAll("(?s).*/problems/([a-z-]+).*", "$1");
    }

    @Test
    void scenariosStandBesideEachOtherWithThePriceOfEachRule() {
        AwardWorld.Opened opened = awards.opened("EVALUATED", AwardWorld.lines(), lots -> List.of(new AwardRule.MaxSuppliers("one", 1)), AwardWorld.offers());
        JsonNode official = awards.ended(opened, awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK", "priceRules", true)));
        world.clockMoves(Duration.ofSeconds(1));
        JsonNode without = awards.ended(opened, awards.asks(opened, Map.of("basis", "SCENARIO", "work", "QUICK", "leaveOut", List.of("one"))));
        JsonNode two = awards.ended(opened, awards.asks(opened, Map.of("basis", "SCENARIO", "work", "QUICK", "change", List.of(Map.of("rule", "one", "count", 2)))));
        long dearer = official.at("/run/figures/objectiveMilliFen").asLong() - without.at("/run/figures/objectiveMilliFen").asLong();
        assertThat(dearer).isPositive();
        assertThat(official.at("/rulePrices/0/differenceMilliFen").asLong()).isEqualTo(dearer);
        assertThat(official.at("/rulePrices/0/words").asString()).isEqualTo("全轮最多 1 家供应商");
        assertThat(two.at("/run/figures/objectiveMilliFen").asLong()).isEqualTo(without.at("/run/figures/objectiveMilliFen").asLong());
        assertThat(opened.us().secretariat().get(opened.at("/award-runs")).ok().path("items").valueStream().map(run -> run.path("basis").asString()))
                .containsExactly("SCENARIO", "SCENARIO", "OFFICIAL");
        assertThat(refusal(opened, Map.of("basis", "SCENARIO", "change", List.of(Map.of("rule", "one", "shareBp", 2)))))
                .isEqualTo("422 award-run-rule-has-no-such-bound");
    }

    @Test
    void rulesThatCannotAllHoldAreNamedInPlainWordsWithTheCheapestToGiveUp() {
        AwardWorld.Opened opened = awards.opened("EVALUATED", AwardWorld.lines(), lots -> List.of(new AwardRule.MinSuppliersPerLot("two", 2, Optional.of(lots.getFirst())),
                new AwardRule.ExcludedPair("not-there", new UUID(0, 1), lots.getFirst(), "关联"), new AwardRule.MaxSupplierShare("third", 3_000, AwardRule.ShareOf.LOT)), AwardWorld.offers());
        JsonNode run = awards.ended(opened, awards.asks(opened, Map.of("basis", "SCENARIO", "work", "QUICK", "everyLotServed", true)));
        assertThat(run.at("/run/status").asString()).isEqualTo("INFEASIBLE");
        assertThat(run.at("/clash/rules").valueStream().map(rule -> rule.path("rule").asString() + ": " + rule.path("words").asString()))
                .containsExactly("third: 任何一家供应商不超过每个采购包的 30%");
        assertThat(run.at("/clash/proved").asBoolean()).isTrue();
        assertThat(run.at("/clash/irreducible").asBoolean()).isTrue();
        assertThat(run.at("/clash/cheapest").asString()).isEqualTo("third");
        assertThat(run.at("/awards")).isEmpty();
    }

    @Test
    void nobodyPaysAboveItsCapSuchLinesLeaveAndTheAwardIsComputedAnew() {
        AwardWorld.Opened opened = awards.opened("EVALUATED", List.of(new AwardWorld.Line(0, World.SECOND, "LUMP", 40, 300_000), new AwardWorld.Line(3, World.SECOND, "LUMP", 24, 120_000)),
                _ -> List.of(), List.of(new AwardWorld.Offer(0, 0, 1_000, 200_000, List.of(new AwardWorld.Tier(0, 150_000)))));
        JsonNode run = awards.ended(opened, awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK")));
        assertThat(run.at("/run/status").asString()).isEqualTo("SOLVED");
        assertThat(run.at("/run/linesLeft").asInt()).isEqualTo(1);
        assertThat(run.at("/leftLineIds/0").asString()).isEqualTo(awards.sql("select id from demand_line where round_id = '" + opened.round() + "' and target_kg = 24000"));
        assertThat(run.path("awards").valueStream().map(part -> part.path("kg").asLong())).containsExactly(40_000L);
        AwardWorld.Opened dear = awards.opened("EVALUATED", List.of(new AwardWorld.Line(0, World.SECOND, "LUMP", 40, 120_000)), _ -> List.of(),
                List.of(new AwardWorld.Offer(0, 0, 1_000, 200_000, List.of(new AwardWorld.Tier(0, 150_000)))));
        assertThat(awards.ended(dear, awards.asks(dear, Map.of("basis", "OFFICIAL", "work", "QUICK"))).at("/run/fault").asString()).isEqualTo("CAPS_LEAVE_NOTHING");
    }

    @Test
    void theSecretariatHearsLiveHowItGoesAndNobodyElseDoes() throws Exception {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        String topic = "round:" + opened.round();
        try (Hearing office = Hearing.of(platform.port(), opened.us().secretariat().token(), topic, null).opened();
                Hearing member = Hearing.of(platform.port(), opened.us().buyerOf(0).token(), topic, null).opened()) {
            UUID run = awards.asks(opened, Map.of("basis", "OFFICIAL", "work", "QUICK"));
            List<Hearing.Heard> heard = office.upTo("AwardRunEnded");
            assertThat(heard.stream().filter(one -> one.type().startsWith("AwardRun")).map(Hearing.Heard::type)).contains("AwardRunAsked", "AwardRunBegun", "AwardRunEnded");
            assertThat(heard.getLast().data().path("subjectId").asString()).isEqualTo(run.toString());
            opened.us().secretariat().does(opened.at("/suspend"), Map.of("reason", "核查")).ok();
            assertThat(member.upTo("RoundSuspended")).noneMatch(one -> one.type().startsWith("AwardRun"));
        }
    }

    @Test
    void aLotWhoseLinesAreNotThoseThatWereFrozenIsNotAwarded() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        awards.sql("update demand_line set maximum_kg = maximum_kg + 1 where round_id = '" + opened.round() + "' returning id");
        assertThat(refusal(opened, Map.of("basis", "OFFICIAL"))).isEqualTo("409 lot-digest-differs");
    }

    @Test
    void offersStandSideBySideOnWhatTheyCostLanded() {
        AwardWorld.Opened opened = awards.plain("OPENED");
        JsonNode table = opened.us().secretariat().get(opened.at("/comparison?limit=1")).ok();
        assertThat(table.path("suppliers")).hasSize(2);
        assertThat(table.path("items")).hasSize(1);
        assertThat(table.at("/items/0/offers").valueStream().map(cell -> cell.path("landedFenPerTonne").asLong() + " " + cell.path("rank").asInt()))
                .containsExactly((132_743 + 4_000) + " 2", (124_779 + 4_000) + " 1");
        JsonNode rest = opened.us().secretariat().get(opened.at("/comparison?limit=1&cursor=" + table.path("nextCursor").asString())).ok();
        assertThat(rest.at("/items/0/lotCode").asString()).isEqualTo("P-002");
        assertThat(rest.path("nextCursor").asString("")).isEmpty();
    }
}
