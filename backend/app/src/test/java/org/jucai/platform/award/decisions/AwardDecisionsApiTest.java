package org.jucai.platform.award.decisions;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.apache.poi.xwpf.usermodel.XWPFDocument;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** From a computed award to one that is final, as everybody concerned lives through it. */
@PlatformTest
@Import(DecidedRounds.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class AwardDecisionsApiTest {

    @Autowired DecidedRounds decided;
    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void anAwardIsProposedPublicisedAndMadeFinalAndEachSeesWhatConcernsIt() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        assertThat(decided.refused(opened, opened.at("/publicise"), Map.of())).isEqualTo("409 award-not-proposed");
        decided.proposed(opened);
        assertThat(world.nobody().get(opened.at("/award")).status()).as("not public before its notice").isEqualTo(404);
        assertThat(world.nobody().get(opened.at("/award/public-bundle")).status()).isGreaterThanOrEqualTo(400);
        assertThat(opened.us().buyerOf(0).get(opened.at("/award")).status()).isEqualTo(404);
        JsonNode ours = opened.us().secretariat().get(opened.at("/award")).ok();
        assertThat(ours.path("status").asString()).isEqualTo("PROPOSED");
        assertThat(ours.at("/decision/reasons").asString()).isEqualTo("最低到厂价组合中选");
        decided.publicised(opened);
        JsonNode seen = world.nobody().get(opened.at("/award")).ok();
        assertThat(seen.path("status").asString()).isEqualTo("PUBLICISED");
        assertThat(seen.has("decision") || seen.has("runId") || seen.has("comparedMilliFen")).as("reasons and run stay with the association").isFalse();
        assertThat(seen.path("gapPpm").asLong()).isZero();
        assertThat(world.nobody().get(opened.at("/award/public-bundle")).status()).as("from the notice on anybody checks it").isEqualTo(200);
        JsonNode second = seen.at("/lots/1");
        assertThat(second.path("outcome").asString()).isEqualTo("WHOLE");
        assertThat(second.at("/winners/0/supplierId").asString()).isEqualTo(opened.suppliers().getFirst().toString());
        assertThat(second.at("/winners/0/priced/0/priceFenPerTonne").asLong()).as("the offered price of the tier reached, not the compared one").isEqualTo(180_000);
        assertThat(second.at("/winners/0/goodsFen").asLong()).isEqualTo(96 * 180_000);
        assertThat(second.path("others")).as("losing prices are not public in 询比").isEmpty();
        assertThat(opened.us().secretariat().get(opened.at("/award")).ok().at("/lots/1/others/0/reserve").asBoolean()).isTrue();
        finalised(opened);
    }

    private void finalised(AwardWorld.Opened opened) {
        Instant until = decided.publicUntil(opened);
        assertThat(decided.finalised(opened, until.minusMillis(1))).isEqualTo("PUBLICITY_NOT_ENDED");
        decided.noticeEnds(opened);
        RoundCommand byTheSame = new RoundCommand.Finalise(opened.us().secretariat().person(), List.of(), List.of());
        assertThat(decided.colleague(opened, byTheSame, world.now())).as("who publicised it").isEqualTo("FOUR_EYES_NEEDED");
        assertThat(decided.finalised(opened)).isEmpty();
        assertThat(world.nobody().get(opened.at("/award")).ok().path("status").asString()).isEqualTo("FINAL");
        assertThat(awards.sql("select string_agg(status, ',' order by lot_id = '%s', supplier_id) from bid where round_id = '%s'".formatted(opened.lots().getFirst(), opened.round())))
                .isEqualTo("WINNING,RESERVE,RESERVE,WINNING");
        assertThat(awards.sql("select string_agg(distinct status, ',') from demand_line where round_id = '%s'".formatted(opened.round()))).isEqualTo("ALLOCATED");
        assertThat(awards.sql("select string_agg(distinct status, ',') from lot where round_id = '%s'".formatted(opened.round()))).isEqualTo("AWARDED");
        List<JsonNode> all = decided.allocations(opened, opened.us().secretariat());
        assertThat(all.stream().mapToLong(each -> each.path("massKg").asLong()).sum()).isEqualTo(160_000);
    }

    @Test
    void onlyWhatAnOfficialRunComputedToItsEndIsProposedAndOnlyWhileItStands() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        String at = opened.at("/award/propose");
        UUID scenario = awards.asks(opened, Map.of("basis", "SCENARIO", "work", "QUICK"));
        awards.ended(opened, scenario);
        assertThat(decided.refused(opened, at, of(scenario))).isEqualTo("409 award-run-is-a-scenario");
        UUID run = decided.computed(opened);
        assertThat(decided.refused(opened, at, Map.of("runId", run.toString(), "decision", Map.of("by", "COMMITTEE", "reasons", "评审", "lots", List.of()))))
                .isEqualTo("422 award-decision-of-others");
        awards.sql("update award_run set exploratory = true where id = '" + run + "' returning id");
        assertThat(decided.refused(opened, at, of(run))).isEqualTo("409 award-run-exploratory");
        awards.sql("update award_run set exploratory = false where id = '" + run + "' returning id");
        awards.sql("update bid set status = 'REJECTED' where round_id = '%s' and supplier_id = '%s' and lot_id = '%s' returning id"
                .formatted(opened.round(), opened.suppliers().getFirst(), opened.lots().get(1)));
        assertThat(decided.refused(opened, at, of(run))).as("a winner was rejected since").isEqualTo("409 award-run-outdated");
        UUID again = decided.computed(opened);
        AwardWorld.Opened other = awards.plain("EVALUATED");
        assertThat(decided.refused(other, other.at("/award/propose"), of(again))).as("of another round").isEqualTo("404 not-found");
        awards.sql("update round set status = 'OPENED' where id = '" + opened.round() + "' returning id");
        assertThat(decided.refused(opened, at, of(again))).isEqualTo("409 round-state-does-not-allow");
        awards.sql("update round set status = 'EVALUATED' where id = '" + opened.round() + "' returning id");
        assertThat(decided.asks(opened, at, of(again)).path("number").asInt()).isEqualTo(1);
        assertThat(decided.asks(opened, at, of(again)).path("number").asInt()).as("the next proposal ends the one before").isEqualTo(2);
        assertThat(opened.us().secretariat().get(opened.at("/award?number=1")).ok().path("status").asString()).isEqualTo("REVOKED");
        assertThat(world.nobody().get(opened.at("/award?number=1")).status()).isEqualTo(404);
    }

    private static Map<String, Object> of(UUID run) {
        return Map.of("runId", run.toString(), "decision", DecidedRounds.PANEL);
    }

    @Test
    void inATenderALotWithFewerThanThreeOffersNeedsTheCommitteesReasons() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        awards.sql("update round set terms = terms || '{\"profile\": \"TENDER\"}' where id = '" + opened.round() + "' returning id");
        String run = decided.computed(opened).toString();
        Map<String, Object> bare = Map.of("by", "COMMITTEE", "reasons", "按评标办法", "lots", List.of());
        assertThat(decided.refused(opened, opened.at("/award/propose"), Map.of("runId", run, "decision", bare))).isEqualTo("422 award-lot-needs-reasons");
        List<Map<String, String>> reasons = opened.lots().stream().map(lot -> Map.of("lotId", lot.toString(), "reasons", "报价低于市场价")).toList();
        decided.asks(opened, opened.at("/award/propose"), Map.of("runId", run, "decision", Map.of("by", "COMMITTEE", "reasons", "按评标办法", "lots", reasons)));
        decided.publicised(opened);
        JsonNode notice = world.nobody().get(opened.at("/award")).ok();
        assertThat(notice.at("/lots/0/others/0/reserve").asBoolean()).as("candidates are public in 招标").isTrue();
        assertThat(notice.at("/lots/0/others/0/priceFenPerTonne").asLong()).isPositive();
    }

    @Test
    void whoIsConcernedObjectsUntilTheLastMillisecondAndNobodyAfter() {
        AwardWorld.Opened opened = decided.publicised();
        Client loser = world.seller(opened.us().actor(), opened.suppliers().getLast());
        Map<String, String> grounds = Map.of("grounds", "水分保证值高于我方");
        assertThat(world.supplier(opened.us().actor()).does(opened.at("/objections"), grounds).refusal()).as("offered nothing").isEqualTo("not-concerned-by-award");
        assertThat(world.member(opened.us().actor(), 1).does(opened.at("/objections"), grounds).refusal()).as("asked for nothing").isEqualTo("not-concerned-by-award");
        Instant until = decided.publicUntil(opened);
        world.clockMoves(Duration.between(world.now(), until).minusMillis(1));
        UUID objection = loser.does(opened.at("/objections"), grounds).id();
        world.clockMoves(Duration.ofMillis(1));
        assertThat(opened.us().buyerOf(0).does(opened.at("/objections"), grounds).refusal()).isEqualTo("objection-too-late");
        assertThat(world.nobody().get(opened.at("/award")).ok().path("status").asString()).isEqualTo("CONTESTED");
        assertThat(decided.finalised(opened)).isEqualTo("OBJECTION_STILL_OPEN");
        assertThat(loser.get(opened.at("/objections")).ok().path("items")).hasSize(1);
        assertThat(opened.us().buyerOf(0).get(opened.at("/objections")).ok().path("items")).as("others' objections are not shown").isEmpty();
        assertThat(opened.us().secretariat().get(opened.at("/objections")).ok().at("/items/0/allowedCommands/0").asString()).isEqualTo("ANSWER");
        assertThat(loser.does("/api/objections/" + objection + "/answer", Map.of("upheld", true, "reasons", "自答")).status()).isEqualTo(403);
        decided.asks(opened, "/api/objections/" + objection + "/answer", Map.of("upheld", false, "reasons", "符合采购要求"));
        assertThat(decided.refused(opened, "/api/objections/" + objection + "/answer", Map.of("upheld", true, "reasons", "改判"))).isEqualTo("409 objection-already-answered");
        assertThat(decided.finalised(opened)).isEmpty();
        assertThat(loser.does(opened.at("/objections"), grounds).refusal()).as("made final").isEqualTo("objection-too-late");
    }

    @Test
    void anUpheldObjectionEndsInTheNextVersionWithoutTheWinnerThatFailed() {
        AwardWorld.Opened opened = decided.publicised();
        UUID objection = opened.us().buyerOf(0).does(opened.at("/objections"), Map.of("grounds", "中选人资质失效", "lotId", opened.lots().get(1).toString())).id();
        assertThat(decided.refused(opened, opened.at("/award/exclude-winner"), Map.of("supplierId", opened.suppliers().getFirst().toString(), "reason", "资质失效")))
                .isEqualTo("409 round-state-does-not-allow");
        decided.asks(opened, "/api/objections/" + objection + "/answer", Map.of("upheld", true, "reasons", "情况属实"));
        decided.noticeEnds(opened);
        assertThat(decided.finalised(opened)).isEqualTo("OBJECTION_UPHELD");
        decided.asks(opened, opened.at("/revoke"), Map.of("reason", "异议成立"));
        assertThat(world.nobody().get(opened.at("/award")).ok().path("status").asString()).as("the public sees that it was revoked").isEqualTo("REVOKED");
        assertThat(decided.refused(opened, opened.at("/award/exclude-winner"), Map.of("supplierId", opened.us().id().toString(), "reason", "误填"))).isEqualTo("422 not-a-winner");
        decided.asks(opened, opened.at("/award/exclude-winner"), Map.of("supplierId", opened.suppliers().getFirst().toString(), "reason", "资质失效"));
        assertThat(world.seller(opened.us().actor(), opened.suppliers().getFirst()).get(opened.at("/bids")).ok().path("items").valueStream()
                .map(bid -> bid.path("status").asString() + " " + bid.path("reason").asString())).as("also where it had not won, with the reason").containsExactly("REJECTED 资质失效", "REJECTED 资质失效");
        decided.madeFinal(decided.publicised(decided.proposed(opened)));
        JsonNode next = world.nobody().get(opened.at("/award")).ok();
        assertThat(next.path("number").asInt()).isEqualTo(2);
        assertThat(next.path("lots").valueStream().flatMap(lot -> lot.path("winners").valueStream()).map(winner -> winner.path("supplierId").asString()).collect(Collectors.toSet()))
                .containsExactly(opened.suppliers().getLast().toString());
    }

    @Test
    void revokedAfterItWasFinalWhatItAllocatedEndsAndLinesWaitInTheirLotsAgain() {
        AwardWorld.Opened opened = decided.madeFinal();
        decided.asks(opened, opened.at("/revoke"), Map.of("reason", "成交供应商放弃"));
        assertThat(awards.sql("select string_agg(distinct status, ',') from demand_line where round_id = '%s'".formatted(opened.round()))).isEqualTo("POOLED");
        assertThat(decided.allocations(opened, opened.us().secretariat())).allMatch(each -> each.path("status").asString().equals("REVOKED"));
        decided.madeFinal(decided.publicised(decided.proposed(opened)));
        List<JsonNode> own = decided.allocations(opened, opened.us().buyerOf(0));
        assertThat(own.stream().map(each -> each.path("awardNumber").asInt() + " " + each.path("status").asString()))
                .containsExactly("2 COMPUTED", "2 COMPUTED", "1 REVOKED", "1 REVOKED");
    }

    @Test
    void theNoticeIsADocumentInEitherLanguage() throws IOException {
        AwardWorld.Opened opened = decided.publicised();
        assertThat(text(opened, "zh")).contains("成交结果公示").contains("P-001").contains("1,800.00");
        assertThat(text(opened, "en")).contains("Public notice of the award").doesNotContain("{");
    }

    private String text(AwardWorld.Opened opened, String language) throws IOException {
        byte[] file = platform.nobody().get().uri(opened.at("/award/notice.docx?language=" + language)).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
        try (XWPFDocument document = new XWPFDocument(new ByteArrayInputStream(file == null ? new byte[0] : file))) {
            String paragraphs = document.getParagraphs().stream().map(each -> each.getText()).collect(Collectors.joining("\n"));
            return paragraphs + document.getTables().stream().map(each -> each.getText()).collect(Collectors.joining("\n"));
        }
    }

    @Test
    void auditorsSeeWhatIsBehindTheNoticeAndOtherAssociationsDoNot() {
        AwardWorld.Opened opened = decided.proposed();
        assertThat(world.other(PartyKind.AUDITOR, Role.AUDITOR).get(opened.at("/award")).ok().has("decision")).isTrue();
        assertThat(world.association(0).secretariat().get(opened.at("/award")).status()).isEqualTo(404);
        assertThat(decided.colleague(opened, new RoundCommand.Fail("无法成交"), world.now())).isEmpty();
        assertThat(opened.us().secretariat().get(opened.at("/award")).ok().path("status").asString()).as("ends with its round").isEqualTo("REVOKED");
    }
}
