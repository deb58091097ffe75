package org.jucai.platform.settlement;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jucai.platform.settlement.SettlementWorld.at;
import static org.jucai.platform.settlement.SettlementWorld.sheet;
import static org.jucai.platform.settlement.SettlementWorld.statements;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
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
import reactor.core.publisher.Mono;
import tools.jackson.databind.JsonNode;

/** One transfer of a bank that pays several statements, and what stays owed until all is paid. */
@PlatformTest
@Import(SettlementWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TransfersTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final long EACH_FEN = 6_496_000;

    @Autowired SettlementWorld settlements;
    @Autowired Database database;
    @Autowired Platform platform;

    private SettlementWorld.Settled trucks(int many) {
        SettlementWorld.Settled settled = settlements.agency();
        IntStream.range(0, many).forEach(_ -> settlements.came(settled, 32_000));
        settlements.beats();
        return settled;
    }

    private static List<JsonNode> all(SettlementWorld.Settled settled) {
        return statements(settled.bought().seller(), settled.bought().contract());
    }

    private static Map<String, Object> part(JsonNode statement, long fen) {
        return Map.of("settlementId", statement.path("id").asString(), "amountFen", fen);
    }

    private Map<String, Object> transfer(long whole, List<Map<String, Object>> parts) {
        return Map.of("reference", "HK-" + Client.newKey(), "paidOn", settlements.today(), "wholeFen", whole, "parts", parts);
    }

    @Test
    void oneTransferPaysSeveralStatementsToTheFenAndItsReferenceCountsOnce() {
        SettlementWorld.Settled settled = trucks(3);
        List<JsonNode> of = all(settled);
        Client member = settled.bought().member();
        List<Map<String, Object>> parts = List.of(part(of.getFirst(), EACH_FEN), part(of.get(1), EACH_FEN), part(of.getLast(), 1_000_000));
        Client.Answer refused = member.does("/api/transfers", transfer(2 * EACH_FEN + 1_000_001, parts));
        assertThat(refused.refusal()).isEqualTo("transfer-not-split-exactly");
        assertThat(refused.body().path("detail").asString()).contains("139,920.01", "139,920.00", "0.01");
        assertThat(member.does("/api/transfers", transfer(2 * EACH_FEN + 1, List.of(part(of.getFirst(), EACH_FEN), part(of.get(1), EACH_FEN + 1)))).refusal()).isEqualTo("payment-exceeds-debt");
        assertThat(settled.bought().seller().does("/api/transfers", transfer(EACH_FEN, List.of(part(of.getFirst(), EACH_FEN)))).refusal()).isEqualTo("settlement-step-of-another-party");
        assertThat(all(settled)).as("what was refused paid nothing").allMatch(each -> each.path("paidFen").asLong() == 0);
        Map<String, Object> transfer = transfer(2 * EACH_FEN + 1_000_000, parts);
        assertThat(member.does("/api/transfers", transfer).ok().path("items")).hasSize(3);
        assertThat(all(settled)).extracting(each -> each.path("outstandingFen").asLong()).containsExactly(0L, 0L, EACH_FEN - 1_000_000);
        JsonNode payment = sheet(settled.bought().seller(), of.getLast()).path("payments").get(0);
        assertThat(payment.path("transferFen").asLong()).as("the payee reads what the bank states").isEqualTo(2 * EACH_FEN + 1_000_000);
        Map<String, Object> again = new HashMap<>(settlements.payment(1));
        again.put("reference", " " + transfer.get("reference").toString().toLowerCase(java.util.Locale.ROOT));
        assertThat(member.does(at(of.getLast(), "payments"), again).refusal()).as("alone, or however it is written").isEqualTo("payment-reference-used-already");
    }

    @Test
    void aTransferGoesFromOnePartyToOneOther() {
        SettlementWorld.Settled one = trucks(1);
        JsonNode supply = all(one).getFirst();
        JsonNode service = statements(one.bought().member(), one.cover()).getFirst();
        long fee = service.path("totalFen").asLong();
        assertThat(one.bought().member().does("/api/transfers", transfer(EACH_FEN + fee, List.of(part(supply, EACH_FEN), part(service, fee)))).refusal()).isEqualTo("transfer-of-several-parties");
    }

    @Test
    void ofManyWhoRecordOneTransferAtTheSameMomentOneDoes() throws Exception {
        SettlementWorld.Settled settled = trucks(2);
        List<JsonNode> of = all(settled);
        String reference = "HK-" + Client.newKey();
        List<Callable<Client.Answer>> asks = List.of(of, of.reversed(), of, of.reversed()).stream().<Callable<Client.Answer>>map(order -> () -> settled.bought().member().does("/api/transfers",
                Map.of("reference", reference, "paidOn", settlements.today(), "wholeFen", 2_000, "parts", order.stream().map(each -> part(each, 1_000)).toList()))).toList();
        assertThat(Together.all(asks).stream().map(answer -> answer.isOk() ? "paid" : answer.refusal())).containsExactlyInAnyOrder("paid", "payment-reference-used-already",
                "payment-reference-used-already", "payment-reference-used-already");
        assertThat(all(settled)).allMatch(each -> each.path("paidFen").asLong() == 1_000);
    }

    @Test
    void theDatabaseKeepsNoTransferThatIsNotSplitExactly() {
        SettlementWorld.Settled settled = trucks(1);
        JsonNode statement = all(settled).getFirst();
        settled.bought().member().does(at(statement, "payments"), settlements.payment(1_000)).ok();
        UUID other = UUID.fromString(statements(settled.bought().member(), settled.cover()).getFirst().path("id").asString());
        UUID paid = UUID.fromString(statement.path("id").asString());
        Mono<Long> more = database.write(Scope.parties(Set.of(settled.bought().member().party())), tx -> tx.sql("""
                insert into payment (id, statement_id, transfer_id, payer_id, paid_on, amount_fen, interest_fen, recorded_by, recorded_at)
                select gen_random_uuid(), :other, transfer_id, payer_id, paid_on, 1, 0, recorded_by, recorded_at from payment where statement_id = :paid""")
                .bind("other", other).bind("paid", paid).fetch().rowsUpdated());
        assertThatThrownBy(() -> more.block(PATIENCE)).hasStackTraceContaining("not split exactly");
        long payments = database.read(Scope.background(), tx -> tx.sql("select count(*) from payment where statement_id = :other").bind("other", other).mapValue(Long.class).one())
                .blockOptional(PATIENCE).orElseThrow();
        assertThat(payments).isZero();
    }

    @Test
    void aDebtStaysOnTheListUntilItsLateInterestIsPaidToo() {
        SettlementWorld.Settled settled = trucks(1);
        Client seller = settled.bought().seller();
        JsonNode due = all(settled).getFirst();
        long wait = ChronoUnit.DAYS.between(LocalDate.parse(settlements.today()), LocalDate.parse(due.path("nextDueOn").asString()));
        settlements.timePasses(Duration.ofDays(wait + 10));
        settled.bought().member().does(at(due, "payments"), settlements.payment(EACH_FEN)).ok();
        settlements.timePasses(Duration.ofDays(5));
        long interest = EACH_FEN * 10 / 2_000;
        JsonNode left = seller.get("/api/payables?overdue=true").ok().path("items").get(0);
        assertThat(left.path("debt").path("outstandingFen").asLong()).isZero();
        assertThat(left.path("debt").path("interestFen").asLong()).as("it grows no more").isEqualTo(interest);
        JsonNode sheet = sheet(settled.bought().member(), due);
        assertThat(sheet.path("flows").path("money").asBoolean()).isFalse();
        assertThat(sheet.path("allowedCommands").toString()).contains("RECORD_PAYMENT");
        String csv = new String(file(seller, "/api/payables/list.csv?overdue=true"), StandardCharsets.UTF_8);
        assertThat(csv.lines().toList()).hasSize(2).last().asString().contains(due.path("code").asString(), "0.00,0.00,324.80,324.80");
        Map<String, Object> tooMuch = new HashMap<>(settlements.payment(0));
        tooMuch.put("interestFen", interest + 1);
        assertThat(settled.bought().member().does(at(due, "payments"), tooMuch).refusal()).isEqualTo("payment-exceeds-debt");
        Map<String, Object> rest = new HashMap<>(settlements.payment(0));
        rest.put("interestFen", interest);
        assertThat(settled.bought().member().does(at(due, "payments"), rest).ok().path("flows").path("money").asBoolean()).isTrue();
        assertThat(seller.get("/api/payables").ok().path("items")).isEmpty();
    }

    private byte[] file(Client reader, String path) {
        return platform.nobody().get().uri(path).header(HttpHeaders.AUTHORIZATION, "Bearer " + reader.token()).exchange().expectStatus().isOk().expectBody().returnResult().getResponseBodyContent();
    }
}
