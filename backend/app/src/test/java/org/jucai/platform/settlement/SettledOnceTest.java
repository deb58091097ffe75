package org.jucai.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.settlement.SettlementWorld.at;
import static org.jucai.platform.settlement.SettlementWorld.sheet;
import static org.jucai.platform.settlement.SettlementWorld.statements;

import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Stream;
import org.apache.poi.ss.usermodel.Row;
import org.apache.poi.xssf.usermodel.XSSFWorkbook;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpHeaders;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Settled once, and when a contract counts as settled. */
@PlatformTest
@Import(SettlementWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SettledOnceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired SettlementWorld settlements;
    @Autowired SettlementClock clock;
    @Autowired SettledInFull gate;
    @Autowired Database database;
    @Autowired Platform platform;

    private JsonNode only(SettlementWorld.Settled settled) {
        return statements(settled.bought().seller(), settled.bought().contract()).getFirst();
    }

    private SettlementWorld.Settled one(long kg) {
        SettlementWorld.Settled settled = settlements.agency();
        settlements.came(settled, kg);
        settlements.beats();
        return settled;
    }

    @Test
    void aDeliveryIsSettledOnceWhoeverDrawsItAtTheSameMoment() throws Exception {
        SettlementWorld.Settled settled = settlements.agency();
        for (int i = 0; i < 6; i++) settlements.came(settled, 30_000 + i);
        Map<String, Object> asked = Map.of("contractId", settled.bought().contract());
        Callable<Object> beat = () -> clock.tick().blockOptional(PATIENCE);
        Callable<Object> byHand = () -> settled.bought().group().does("/api/settlements", asked);
        Together.<Object>all(List.of(beat, beat, byHand, byHand));
        settlements.beats();
        List<JsonNode> all = statements(settled.bought().seller(), settled.bought().contract());
        assertThat(all).hasSize(6);
        assertThat(all.stream().mapToLong(each -> each.path("goodsFen").asLong()).sum()).isEqualTo(180_015L * 200);
        long standing = database.read(Scope.background(), tx -> tx.sql("select count(*) from statement_line where contract_id = :contract and stands").bind("contract", settled.bought().contract())
                .mapValue(Long.class).one()).block(PATIENCE);
        assertThat(standing).isEqualTo(6);
        assertThat(settled.bought().group().does("/api/settlements", asked).refusal()).isEqualTo("nothing-to-settle");
    }

    @Test
    void aContractIsSettledOnlyOnceItsStatementsAreAgreedAndInvoiced() {
        SettlementWorld.Settled settled = one(32_000);
        assertThat(asked(settled)).isFalse();
        for (Client side : List.of(settled.bought().seller(), settled.bought().member())) side.does(at(only(settled), "agree"), null).ok();
        assertThat(asked(settled)).as("not invoiced").isFalse();
        settled.bought().seller().does(at(only(settled), "invoices"), settlements.invoice(sheet(settled.bought().seller(), only(settled)))).ok();
        assertThat(asked(settled)).isTrue();
        settlements.came(settled, 1_000);
        assertThat(asked(settled)).as("another truck came").isFalse();
    }

    private boolean asked(SettlementWorld.Settled settled) {
        return Boolean.TRUE.equals(database.read(Scope.background(), tx -> gate.isCarriedOut(tx, settled.bought().contract(), Map.of())).block(PATIENCE));
    }

    private byte[] file(Client reader, String path) {
        return platform.nobody().get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token()).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
    }

    @Test
    void theAccountantsPackHasWhatItsReaderReadsAndSumsThatAgree() throws IOException {
        SettlementWorld.Settled settled = one(32_000);
        String round = only(settled).path("roundId").asString();
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(settled.bought().group(), "/api/settlements/pack?roundId=" + round)))) {
            assertThat(book.getSheet("结算单").getLastRowNum()).as("both sides").isEqualTo(2);
            assertThat(book.getSheet("明细与过磅单").getRow(1).getCell(15).getStringCellValue()).contains("1号地磅");
            for (Row row : book.getSheet("勾稽")) if (row.getCell(0).getStringCellValue().contains("之差")) assertThat(row.getCell(1).getNumericCellValue()).isZero();
        }
        try (XSSFWorkbook book = new XSSFWorkbook(new ByteArrayInputStream(file(settled.bought().seller(), "/api/settlements/pack?roundId=" + round)))) {
            assertThat(book.getSheet("结算单").getLastRowNum()).as("the supplier's own").isEqualTo(1);
        }
        String csv = new String(file(settled.bought().seller(), "/api/settlements/list.csv?roundId=" + round), StandardCharsets.UTF_8);
        assertThat(csv).startsWith("\uFEFF").contains("64960.00").doesNotContain("服务,");
        assertThat(file(settled.bought().seller(), at(only(settled), "paper.pdf"))).startsWith("%PDF".getBytes(StandardCharsets.US_ASCII));
    }

    @Test
    void aRoundIsNotSettledWhileAStatementIsOpen() {
        SettlementWorld.Settled settled = one(32_000);
        String round = only(settled).path("roundId").asString();
        assertThat(settled.bought().group().get("/api/settlements/sides?roundId=" + round).ok().path("sides").path("differenceFen").asLong()).isZero();
        Client.Answer refused = settled.bought().group().does("/api/rounds/" + round + "/settle", Map.of("depositsEnded", "已全部退还"));
        assertThat(refused.refusal()).isEqualTo("round-not-to-be-closed");
        assertThat(refused.body().path("detail").asString()).contains("2 张结算单", "2 张未确认");
    }

    @Test
    void whatIsWrongWithOneContractOrOneStatementHoldsUpNoneOfThoseAfterIt() {
        List<SettlementWorld.Settled> both = Stream.of(settlements.agency(), settlements.agency()).sorted(Comparator.comparing(each -> each.bought().contract().toString())).toList();
        SettlementWorld.Settled bad = both.getFirst();
        write("update contract set text = text || '{\"number\": \"x\"}' where id = :id", bad.bought().contract());
        both.forEach(each -> settlements.came(each, 32_000));
        settlements.beats();
        assertThat(drawn(bad)).as("it cannot be read").isZero();
        assertThat(drawn(both.getLast())).as("comes after it").isEqualTo(2);
        write("update contract set text = text || '{\"number\": 1}' where id = :id", bad.bought().contract());
        settlements.beats();
        assertThat(drawn(bad)).as("tried again").isEqualTo(2);

        UUID first = database.read(Scope.background(), tx -> tx.sql("select id from statement where status = 'DRAWN' order by id limit 1").mapValue(UUID.class).one()).block(PATIENCE);
        write("update statement set talk = '\"x\"' where id = :id", Objects.requireNonNull(first));
        settlements.timePasses(Duration.ofDays(14));
        assertThat(count("select count(*) from statement where status = 'DRAWN'")).as("all but that one").isEqualTo(1);
        write("update statement set talk = '{\"bySilence\": false}' where id = :id", first);
        settlements.beats();
        assertThat(count("select count(*) from statement where status = 'DRAWN'")).as("tried again").isZero();
    }

    @Test
    void whoDrawsByHandTakesBackWhatWentBackToo() {
        SettlementWorld.Settled settled = settlements.agency();
        JsonNode truck = settlements.came(settled, 32_000);
        settlements.beats();
        settled.bought().member().does(DeliveryWorld.at(truck, "return"), Map.of("reason", "混入杂质")).ok();
        settlements.told();
        JsonNode drawn = settled.bought().group().does("/api/settlements", Map.of("contractId", settled.bought().contract())).ok();
        assertThat(drawn.path("items").valueStream().map(each -> each.path("period").asString())).as("on both sides").containsExactly("REVERSAL", "REVERSAL");
        assertThat(drawn(settled)).isEqualTo(4);
        settlements.beats();
        assertThat(drawn(settled)).as("once").isEqualTo(4);
    }

    private long drawn(SettlementWorld.Settled of) {
        return count("select count(*) from statement where contract_id in ('%s', '%s')".formatted(of.bought().contract(), of.cover()));
    }

    private long count(String sql) {
        return database.read(Scope.background(), tx -> tx.sql(sql).mapValue(Long.class).one()).blockOptional(PATIENCE).orElseThrow();
    }

    private void write(String sql, UUID id) {
        database.write(Scope.background(), tx -> tx.sql(sql).bind("id", id).fetch().rowsUpdated()).block(PATIENCE);
    }
}
