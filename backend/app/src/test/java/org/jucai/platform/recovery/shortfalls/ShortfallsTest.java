package org.jucai.platform.recovery.shortfalls;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.concurrent.Callable;
import org.apache.poi.ss.usermodel.Cell;
import org.apache.poi.ss.usermodel.CellType;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.contracts.EffectiveWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A supplier brings less than it contracted: what comes is divided by the rule by which its lot was shared. */
@PlatformTest
@Import(EffectiveWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ShortfallsTest {

    @Autowired EffectiveWorld world;
    @Autowired Platform platform;

    private static Map<String, Object> said(EffectiveWorld.Part part, long comes) {
        return new HashMap<>(Map.of("lotId", part.lot(), "comesKg", comes, "reason", "回转窑检修"));
    }

    private static Map<String, Object> found(EffectiveWorld.Part part, long comes) {
        Map<String, Object> said = said(part, comes);
        said.put("sellerId", part.seller().party());
        return said;
    }

    private static String at(JsonNode shortfall, String verb) {
        return "/api/shortfalls/" + shortfall.path("id").asString() + (verb.isEmpty() ? "" : "/" + verb);
    }

    @Test
    void whatComesIsDividedByTheLotsRuleAndEachMembersStatementShowsTheArithmetic() {
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            EffectiveWorld.Part part = world.part(mode);
            world.plans(part.seller(), part.firstContract(), part.firstItem(), 32_000).ok();
            long before = world.statement(part.first(), part.firstItem()).path("totalFen").asLong();
            JsonNode stated = part.seller().does("/api/shortfalls", said(part, 64_000)).ok();
            assertThat(stated.has("division")).as("shares of members are not the supplier's to look at before they stand").isFalse();
            JsonNode read = part.group().get(at(stated, "")).ok();
            assertThat(read.path("division").path("rows").valueStream().map(row -> row.path("afterKg").asLong())).containsExactlyInAnyOrder(40_000L, 24_000L);
            JsonNode divided = part.group().does(at(stated, "divide"), null).ok();
            assertThat(divided.path("status").asString()).isEqualTo("DIVIDED");
            assertThat(world.figure(part.firstItemId(), "most_kg")).as("with the tolerance").isEqualTo(42_000);
            JsonNode mine = world.statement(part.first(), part.firstItem());
            assertThat(mine.path("allocation").path("status").asString()).isEqualTo("ADJUSTED");
            assertThat(mine.path("allocation").path("massKg").asLong()).isEqualTo(40_000);
            assertThat(mine.path("gotKg").asLong()).as("what was confirmed stands beside it").isEqualTo(60_000);
            JsonNode change = mine.path("adjustments").get(0);
            assertThat(change.path("beforeFen").asLong()).as("the whole share costs what was confirmed").isEqualTo(before);
            assertThat(change.path("afterFen").asLong()).isBetween(before * 2 / 3 - 3, before * 2 / 3 + 3);
            assertThat(change.path("steps").toString()).contains("96 吨", "64 吨", "0.666666667", "40 吨").doesNotContain("24 吨", "36 吨");
            assertThat(world.statement(part.second(), part.secondItem()).path("allocation").path("massKg").asLong()).isEqualTo(24_000);
        }
    }

    @Test
    void whileItWaitsNobodyIsServedBeforeTheOthersAndAfterwardsNobodyAboveItsShare() throws IOException {
        EffectiveWorld.Part part = world.part("AGENCY");
        JsonNode stated = part.seller().does("/api/shortfalls", said(part, 64_000)).ok();
        assertThat(world.plans(part.first(), part.firstContract(), part.firstItem(), 1_000).refusal()).isEqualTo("call-off-held");
        assertThat(part.seller().does("/api/shortfalls", said(part, 60_000)).refusal()).isEqualTo("shortfall-stated-already");
        part.group().does(at(stated, "divide"), null).ok();
        world.plans(part.first(), part.firstContract(), part.firstItem(), 40_000).ok();
        assertThat(world.plans(part.first(), part.firstContract(), part.firstItem(), 2_001).refusal()).isEqualTo("call-off-exceeds-contract");
        world.plans(part.second(), part.secondContract(), part.secondItem(), 24_000).ok();
        JsonNode more = part.seller().does("/api/shortfalls", said(part, 80_000)).ok();
        JsonNode again = part.group().does(at(more, "divide"), null).ok();
        assertThat(again.path("division").path("rows").valueStream().map(row -> row.path("afterKg").asLong())).as("more comes after all").containsExactlyInAnyOrder(50_000L, 30_000L);
        assertThat(world.statement(part.second(), part.secondItem()).path("adjustments").size()).isEqualTo(2);
        assertThat(workbook(part.second(), part.secondItem())).as("the first change, then the second").containsSubsequence("36.0", "24.0", "24.0", "30.0");
    }

    /** Every figure of the statement's workbook, from top to bottom. */
    private List<String> workbook(Client member, JsonNode item) throws IOException {
        byte[] file = platform.nobody().get().uri("/api/allocations/" + item.path("allocationId").asString() + "/statement.xlsx").header("Authorization", "Bearer " + member.token())
                .exchange().expectStatus().isOk().expectBody().returnResult().getResponseBody();
        List<String> figures = new ArrayList<>();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(Objects.requireNonNull(file)))) {
            for (Row row : book.getSheetAt(0)) for (Cell cell : row) if (cell.getCellType() == CellType.NUMERIC) figures.add(String.valueOf(cell.getNumericCellValue()));
        }
        return figures;
    }

    @Test
    void theGroupInsistsTheSupplierWithdrawsAndCallsOffGoOn() {
        EffectiveWorld.Part part = world.part("PRINCIPAL");
        JsonNode stated = part.seller().does("/api/shortfalls", said(part, 64_000)).ok();
        assertThat(part.seller().does(at(stated, "divide"), null).status()).isEqualTo(403);
        assertThat(part.group().does(at(stated, "withdraw"), Map.of("words", "误报")).refusal()).isEqualTo("shortfall-step-of-another-party");
        part.group().does(at(stated, "insist"), Map.of("words", "请于月底前补足")).ok();
        assertThat(part.group().does(at(stated, "divide"), null).refusal()).isEqualTo("shortfall-ended-already");
        world.plans(part.seller(), part.firstContract(), part.firstItem(), 60_000).ok();
        JsonNode again = part.seller().does("/api/shortfalls", said(part, 64_000)).ok();
        part.seller().does(at(again, "withdraw"), Map.of("words", "已另找货源")).ok();
        assertThat(world.statement(part.first(), part.firstItem()).path("allocation").path("status").asString()).isEqualTo("CONFIRMED");
        assertThat(world.figure(part.firstItemId(), "short_kg")).isZero();
    }

    @Test
    void theGroupFindsItOnceTheTermIsOverAndNotBefore() {
        EffectiveWorld.Part part = world.part("AGENCY");
        world.plans(part.seller(), part.firstContract(), part.firstItem(), 32_000).ok();
        assertThat(part.group().does("/api/shortfalls", found(part, 32_000)).refusal()).isEqualTo("shortfall-while-the-term-runs");
        world.ended(part, part.secondContract());
        assertThat(part.group().does("/api/shortfalls", found(part, 92_001)).refusal()).isEqualTo("shortfall-above-what-may-come");
        JsonNode stated = part.group().does("/api/shortfalls", found(part, 60_000)).ok();
        JsonNode divided = part.group().does(at(stated, "divide"), null).ok();
        assertThat(divided.path("division").path("rows").valueStream().map(row -> row.path("afterKg").asLong())).as("whose contract ended gets nothing of it").containsExactlyInAnyOrder(60_000L, 0L);
        assertThat(world.statement(part.second(), part.secondItem()).path("allocation").path("massKg").asLong()).isZero();
    }

    @Test
    void rivalsAndOtherSuppliersLearnNothing() {
        EffectiveWorld.Part part = world.part("AGENCY");
        JsonNode stated = part.seller().does("/api/shortfalls", said(part, 64_000)).ok();
        Client other = part.ready().clients().values().stream().filter(each -> part.ready().opened().suppliers().contains(each.party()) && !each.party().equals(part.seller().party()))
                .findFirst().orElseThrow();
        assertThat(other.get(at(stated, "")).status()).isEqualTo(404);
        assertThat(other.does("/api/shortfalls", found(part, 1_000)).status()).isEqualTo(404);
        assertThat(other.get("/api/shortfalls").ok().path("items").size()).isZero();
        assertThat(part.first().get(at(stated, "")).status()).isEqualTo(403);
        EffectiveWorld.Part elsewhere = world.part("AGENCY");
        assertThat(elsewhere.group().get(at(stated, "")).status()).isEqualTo(404);
        assertThat(elsewhere.group().does(at(stated, "divide"), null).status()).isEqualTo(404);
        assertThat(part.group().get("/api/lot-supplies").ok().path("items").valueStream().filter(each -> each.path("isHeld").asBoolean()).count()).isEqualTo(1);
    }

    @Test
    void trucksThatArePlannedAtTheSameMomentAreInTheDivisionOrRefused() throws Exception {
        EffectiveWorld.Part part = world.part("AGENCY");
        List<Callable<Client.Answer>> all = new ArrayList<>();
        for (int i = 0; i < 3; i++) {
            all.add(() -> world.plans(part.first(), part.firstContract(), part.firstItem(), 8_000));
            all.add(() -> world.plans(part.second(), part.secondContract(), part.secondItem(), 6_000));
            all.add(() -> part.seller().does("/api/shortfalls", said(part, 64_000)));
        }
        List<Client.Answer> answers = Together.all(all);
        List<Client.Answer> stated = answers.stream().filter(each -> each.isOk() && each.body().has("comesKg")).toList();
        assertThat(stated).hasSize(1);
        List<Client.Answer> divided = Together.all(java.util.Collections.nCopies(4, () -> part.group().does(at(stated.getFirst().body(), "divide"), null)));
        assertThat(divided.stream().filter(Client.Answer::isOk)).hasSize(1);
        assertThat(divided.stream().filter(each -> !each.isOk()).map(Client.Answer::refusal)).allMatch(List.of("shortfall-ended-already", "version-conflict")::contains);
        long shares = 0;
        for (var item : List.of(part.firstItemId(), part.secondItemId())) {
            long share = world.figure(item, "contracted_kg + moved_kg - short_kg");
            assertThat(world.figure(item, "called_kg")).isLessThanOrEqualTo(share);
            shares += share;
        }
        assertThat(shares).isEqualTo(64_000);
        assertThat(world.statement(part.first(), part.firstItem()).path("adjustments").size()).as("divided once").isEqualTo(1);
    }

    @Test
    void afterTheTermTheGroupNamesWhatCame() {
        EffectiveWorld.Part part = world.part("PRINCIPAL");
        world.plans(part.seller(), part.firstContract(), part.firstItem(), 32_000).ok();
        world.timePasses(Duration.ofDays(120));
        JsonNode stated = part.group().does("/api/shortfalls", found(part, 32_000)).ok();
        part.group().does(at(stated, "divide"), null).ok();
        assertThat(world.figure(part.firstItemId(), "most_kg")).isEqualTo(33_600);
        assertThat(world.figure(part.secondItemId(), "most_kg")).isZero();
        assertThat(world.plans(part.second(), part.secondContract(), part.secondItem(), 1_000).refusal()).isIn("call-off-exceeds-contract", "delivery-not-found", "not-found");
    }
}
