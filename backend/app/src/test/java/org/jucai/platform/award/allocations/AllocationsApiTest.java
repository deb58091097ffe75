package org.jucai.platform.award.allocations;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.award.AwardWorld;
import org.jucai.platform.award.decisions.DecidedRounds;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** What members got of an award: each sees its own, confirms it or objects, and silence confirms. */
@PlatformTest
@Import(DecidedRounds.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class AllocationsApiTest {

    @Autowired DecidedRounds decided;
    @Autowired AwardWorld awards;
    @Autowired World world;
    @Autowired Platform platform;
    @Autowired AllocationClock silence;

    @Test
    void aStatementSaysWhatWasAskedGotPaidAndSavedAndAddsUp() {
        AwardWorld.Opened opened = awards.plain("EVALUATED");
        awards.sql("update round set tendering = jsonb_set(tendering, '{terms,feeRateBp}', '150') where id = '" + opened.round() + "' returning id");
        decided.madeFinal(decided.publicised(decided.proposed(opened)));
        Client member = opened.us().buyerOf(0);
        JsonNode allocation = decided.allocations(opened, member).stream().filter(each -> each.path("grade").asString().equals(World.BEST)).findFirst().orElseThrow();
        JsonNode statement = member.get("/api/allocations/" + allocation.path("id").asString() + "/statement").ok();
        assertThat(statement.path("gotKg").asLong()).isEqualTo(60_000);
        assertThat(statement.path("goodsFen").asLong()).as("60 t at 1,800.00, the tier of the lot's 96 t").isEqualTo(60 * 180_000);
        assertThat(statement.path("freightFen").asLong()).isEqualTo(60 * 4_360);
        assertThat(statement.path("feeFen").asLong()).as("1.5 % of the goods").isEqualTo(60 * 180_000 * 150 / 10_000);
        assertThat(statement.path("totalFen").asLong()).isEqualTo(statement.path("goodsFen").asLong() + statement.path("freightFen").asLong()
                + statement.path("ownFreightFen").asLong() + statement.path("feeFen").asLong());
        assertThat(statement.path("aloneFen").asLong()).as("alone the second supplier's 1,900.00 is cheapest").isEqualTo(60 * (190_000 + 4_360));
        assertThat(statement.path("savingFen").asLong()).isEqualTo(statement.path("aloneFen").asLong() - statement.path("totalFen").asLong());
        assertThat(statement.path("core").asString()).isEqualTo("NOBODY_GAINS");
        assertThat(statement.path("steps").valueStream().map(step -> step.path("step").asString()))
                .containsExactly("SHARE", "PRICE", "GOODS", "FREIGHT", "FEE", "TOTAL", "ALONE", "SAVING", "CORE");
        assertThat(statement.path("steps").valueStream().map(step -> step.path("text").asString())).noneMatch(text -> text.contains("{") || text.startsWith("statement."));
        assertThat(statement.at("/trucks/0/fullTrucks").asInt()).as("60 t are one truck of 32 t and 28 t").isEqualTo(1);
        assertThat(statement.toString()).as("nothing of the other member's mass").doesNotContain("36000");
    }

    @Test
    void aMemberReadsItsOwnAndNobodyElses() {
        AwardWorld.Opened opened = decided.madeFinal();
        Client member = opened.us().buyerOf(0);
        Client other = opened.us().buyerOf(3);
        List<JsonNode> own = decided.allocations(opened, member);
        List<JsonNode> others = decided.allocations(opened, other);
        assertThat(own).hasSize(2).allMatch(each -> each.path("enterpriseId").asString().equals(member.party().toString()));
        assertThat(others).hasSize(2).allMatch(each -> each.path("enterpriseId").asString().equals(other.party().toString()));
        String theirs = "/api/allocations/" + others.getFirst().path("id").asString();
        for (String path : List.of("/statement", "/statement.xlsx")) assertThat(member.get(theirs + path).status()).isEqualTo(404);
        assertThat(member.does(theirs + "/confirm", null).status()).isEqualTo(404);
        assertThat(member.does(theirs + "/object", Map.of("grounds", "不是我的")).status()).isEqualTo(404);
        assertThat(world.association(0).secretariat().get(theirs + "/statement").status()).isEqualTo(404);
        assertThat(world.other(PartyKind.AUDITOR, Role.AUDITOR).get(theirs + "/statement").status()).isEqualTo(200);
        opened.us().secretariat().get(theirs + "/statement").ok();
        assertThat(other.get("/api/demand-lines/" + others.getFirst().path("lineId").asString() + "/readings").ok().at("/items/0/purpose").asString())
                .as("and sees that the association read it").isEqualTo("DETAIL");
    }

    @Test
    void silenceConfirmsOnceAtTheEndOfTheTermAndNotBefore() throws Exception {
        AwardWorld.Opened opened = decided.madeFinal();
        List<JsonNode> all = decided.allocations(opened, opened.us().secretariat());
        String byHand = at(all, opened.us().buyerOf(0), 0);
        opened.us().buyerOf(0).does(byHand + "/confirm", null).ok();
        assertThat(opened.us().buyerOf(0).does(byHand + "/confirm", null).refusal()).isEqualTo("allocation-state-does-not-allow");
        Instant due = Instant.parse(all.getFirst().path("silenceConfirmsAt").asString());
        world.clockMoves(Duration.between(world.now(), due).minusMillis(1));
        silence.tick().block();
        assertThat(confirmed(opened)).isEqualTo("1");
        String last = at(all, opened.us().buyerOf(3), 0);
        opened.us().buyerOf(3).does(last + "/object", Map.of("grounds", "到货窗口冲突")).ok();
        world.clockMoves(Duration.ofMillis(1));
        assertThat(opened.us().buyerOf(3).does(at(all, opened.us().buyerOf(3), 1) + "/object", Map.of("grounds", "太迟")).refusal()).isEqualTo("allocation-term-ended");
        List<Callable<Long>> ticks = new ArrayList<>();
        for (int i = 0; i < 5; i++) ticks.add(() -> silence.tick().block());
        Together.all(ticks);
        assertThat(confirmed(opened)).as("all but the one that was objected to").isEqualTo("3");
        assertThat(awards.sql("select count(*) from event where round_id = '%s' and type = 'AllocationConfirmedBySilence'".formatted(opened.round()))).isEqualTo("2");
        decided.asks(opened, last + "/answer", Map.of("upheld", false, "reasons", "可另行商定日期"));
        assertThat(confirmed(opened)).isEqualTo("4");
    }

    private static String at(List<JsonNode> all, Client member, int which) {
        return "/api/allocations/" + all.stream().filter(each -> each.path("enterpriseId").asString().equals(member.party().toString())).toList().get(which).path("id").asString();
    }

    private String confirmed(AwardWorld.Opened opened) {
        return awards.sql("select count(*) from allocation where round_id = '%s' and status = 'CONFIRMED'".formatted(opened.round()));
    }

    @Test
    void whatIsObjectedToIsAnsweredOnce() {
        AwardWorld.Opened opened = decided.madeFinal();
        Client member = opened.us().buyerOf(0);
        String at = "/api/allocations/" + decided.allocations(opened, member).getFirst().path("id").asString();
        assertThat(member.does(at + "/object", Map.of("grounds", "料源不符")).ok().path("status").asString()).isEqualTo("OBJECTED");
        assertThat(member.does(at + "/object", Map.of("grounds", "再次")).refusal()).isEqualTo("allocation-state-does-not-allow");
        assertThat(decided.asks(opened, at + "/answer", Map.of("upheld", true, "reasons", "属实")).at("/objection/upheld").asBoolean()).isTrue();
        assertThat(decided.refused(opened, at + "/answer", Map.of("upheld", false, "reasons", "改判"))).isEqualTo("409 allocation-state-does-not-allow");
    }

    @Test
    void theStatementIsAWorkbookToo() throws IOException {
        AwardWorld.Opened opened = decided.madeFinal();
        Client member = opened.us().buyerOf(0);
        UUID id = UUID.fromString(decided.allocations(opened, member).getFirst().path("id").asString());
        byte[] file = platform.nobody().get().uri("/api/allocations/" + id + "/statement.xlsx").header("Authorization", "Bearer " + member.token()).header("Accept-Language", "en")
                .exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file == null ? new byte[0] : file))) {
            assertThat(book.getSheetAt(0).getRow(0).getCell(0).getStringCellValue()).startsWith("Allocation statement R-");
            assertThat(book.getSheetAt(0).getLastRowNum()).isGreaterThan(15);
        }
    }
}
