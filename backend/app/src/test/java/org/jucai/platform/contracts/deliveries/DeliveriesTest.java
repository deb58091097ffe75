package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.at;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.notice;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.ticket;

import java.time.Duration;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.custody.CustodyBook;
import org.jucai.platform.contracts.custody.Holding;
import org.jucai.platform.contracts.custody.Moved;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Trucks, from the plan to the release, as those who meet them do it; over HTTP, all at once where it matters. */
@PlatformTest
@Import(DeliveryWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class DeliveriesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired DeliveryWorld deliveries;
    @Autowired Database database;
    @Autowired CustodyBook custody;
    @Autowired JsonMapper json;

    private static String fresh() {
        return "T-" + Client.newKey();
    }

    private static List<String> commands(JsonNode delivery) {
        return delivery.path("allowedCommands").valueStream().map(JsonNode::asString).toList();
    }

    /** The parcels as the moves in the journal make them, one after the other, against those that are kept. */
    private Holding derived(UUID delivery) {
        List<Moved> moves = database.read(Scope.background(), tx -> tx.sql("select body::text from event where stream = 'custody' and stream_id = :id order by version")
                .bind("id", CustodyBook.streamOf(delivery)).mapValue(String.class).all().map(body -> json.readValue(body, Moved.class)).collectList()).block(PATIENCE);
        return Holding.derived(moves);
    }

    private Holding kept(UUID delivery) {
        return database.read(Scope.background(), tx -> custody.holding(tx, delivery)).block(PATIENCE);
    }

    @Test
    void aTruckGoesIntoTheStoreAndIsReleasedInPartsAndEachKilogramIsWhereTheJournalSays() {
        DeliveryWorld.Bought bought = deliveries.principal(100, 500);
        Map<String, Object> truck = deliveries.truck(bought, 32_000);
        truck.put("storeId", bought.store().party());
        JsonNode delivery = deliveries.planned(bought, truck);
        deliveries.checked(bought, delivery, bought.store());
        JsonNode weighed = bought.store().does(at(delivery, "weigh"), ticket("DESTINATION", fresh(), 47_980)).ok();
        assertThat(weighed.path("settledKg").asLong()).isEqualTo(31_980);
        assertThat(deliveries.calledOff(bought)).isEqualTo(31_980);
        bought.store().does(at(delivery, "unload"), null).ok();
        assertThat(bought.group().does(at(delivery, "release"), released(1_000)).refusal()).isEqualTo("delivery-state-does-not-allow");
        JsonNode stored = bought.store().does(at(delivery, "pass"), Map.of("report", "ZJ-1")).ok();
        assertThat(stored.path("status").asString()).isEqualTo("IN_STORE");
        assertThat(bought.member().does(at(delivery, "release"), released(1_000)).refusal()).isEqualTo("delivery-step-of-another-party");
        assertThat(bought.group().does(at(delivery, "release"), released(31_981)).refusal()).isEqualTo("released-above-holding");
        assertThat(bought.group().does(at(delivery, "release"), released(10_000)).ok().path("status").asString()).isEqualTo("IN_STORE");
        JsonNode parted = bought.member().get(at(delivery, "")).ok();
        assertThat(masses(parted)).isEqualTo(Map.of("MEMBER", 10_000L, "STORE", 21_980L));
        assertThat(bought.store().does(at(delivery, "return"), Map.of("reason", "复检不合格")).refusal()).as("not once a part is the member's").isEqualTo("delivery-state-does-not-allow");
        assertThat(bought.group().does(at(delivery, "release"), Map.of("paymentReference", "HK-2", "permitReference", "FH-2")).ok().path("status").asString()).isEqualTo("RELEASED");
        UUID id = UUID.fromString(delivery.path("id").asString());
        assertThat(derived(id)).isEqualTo(kept(id));
        assertThat(kept(id).mass().kg()).isEqualTo(31_980);
    }

    private static Map<String, Object> released(long kg) {
        return Map.of("massKg", kg, "paymentReference", "HK-1", "permitReference", "FH-1");
    }

    private static Map<String, Long> masses(JsonNode delivery) {
        Map<String, Long> masses = new TreeMap<>();
        delivery.path("parcels").forEach(parcel -> masses.merge(parcel.path("place").asString(), parcel.path("massKg").asLong(), Long::sum));
        return masses;
    }

    @Test
    void callOffsThatRaceNeverExceedTheContractAndItsTolerance() throws Exception {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        List<Callable<Client.Answer>> all = IntStream.range(0, 8).<Callable<Client.Answer>>mapToObj(i -> () -> (i % 2 == 0 ? bought.seller() : bought.member())
                .does(bought.plan(), Map.of("trucks", List.of(deliveries.truck(bought, 32_000))))).toList();
        List<Client.Answer> answers = Together.all(all);
        assertThat(answers).filteredOn(Client.Answer::isOk).hasSize(3);
        assertThat(answers).filteredOn(answer -> !answer.isOk()).allSatisfy(answer -> assertThat(answer.refusal()).isEqualTo("call-off-exceeds-contract"));
        assertThat(deliveries.calledOff(bought)).isEqualTo(96_000);
    }

    @Test
    void aTicketThatIsUsedForSeveralTrucksAtTheSameMomentCountsOnce() throws Exception {
        DeliveryWorld.Bought bought = deliveries.agency(200, 0);
        List<JsonNode> trucks = new ArrayList<>();
        for (int i = 0; i < 5; i++) {
            JsonNode truck = deliveries.planned(bought, 32_000);
            deliveries.checked(bought, truck, bought.member());
            trucks.add(truck);
        }
        String number = fresh();
        List<Callable<Client.Answer>> all = trucks.stream().<Callable<Client.Answer>>map(truck -> () -> bought.member()
                .does(at(truck, "weigh"), ticket("DESTINATION", number.toLowerCase(java.util.Locale.ROOT), 48_000))).toList();
        List<Client.Answer> answers = Together.all(all);
        assertThat(answers).filteredOn(Client.Answer::isOk).hasSize(1);
        assertThat(answers).filteredOn(answer -> !answer.isOk()).allSatisfy(answer -> assertThat(answer.refusal()).isEqualTo("weigh-ticket-counted-already"));
        assertThat(bought.member().get("/api/deliveries?contractId=" + bought.contract() + "&status=WEIGHED").ok().path("items")).hasSize(1);
    }

    @Test
    void aTicketThatIsSentAgainAfterALostConnectionIsEnteredOnceAndAnsweredAlike() throws Exception {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = deliveries.planned(bought, 32_000);
        deliveries.checked(bought, truck, bought.member());
        String key = Client.newKey();
        Map<String, Object> ticket = ticket("DESTINATION", fresh(), 47_980);
        JsonNode first = bought.member().does(key, at(truck, "weigh"), ticket).ok();
        List<Callable<Client.Answer>> again = IntStream.range(0, 5).<Callable<Client.Answer>>mapToObj(i -> () -> bought.member().does(key, at(truck, "weigh"), ticket)).toList();
        for (Client.Answer answer : Together.all(again)) {
            if (answer.isOk()) assertThat(answer.body()).isEqualTo(first);
            else assertThat(answer.refusal()).isEqualTo("request-in-flight");
        }
        assertThat(bought.member().get(at(truck, "")).ok().path("tickets")).hasSize(1);
        assertThat(kept(UUID.fromString(truck.path("id").asString())).mass().kg()).isEqualTo(31_980);
    }

    @Test
    void ticketsThatDifferBeyondThreePermilleAreWeighedAgainAndThePhonesTimeIsKeptAsStated() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = deliveries.planned(bought, 32_000);
        bought.seller().does(at(truck, "notify"), notice("晋C88888")).ok();
        bought.seller().does(at(truck, "weigh"), ticket("ORIGIN", fresh(), 48_000)).ok();
        assertThat(bought.member().does(at(truck, "weigh"), ticket("DESTINATION", fresh(), 47_000)).refusal()).as("not looked at").isEqualTo("delivery-state-does-not-allow");
        bought.member().does(at(truck, "arrive"), Map.of("statedAt", "2031-01-01T00:00:00Z")).ok();
        bought.member().does(at(truck, "check"), Map.of("accepted", true, "remark", "正常")).ok();
        assertThat(bought.seller().does(at(truck, "weigh"), ticket("DESTINATION", fresh(), 48_000)).refusal()).isEqualTo("weighbridge-of-the-other-side");
        JsonNode again = bought.member().does(at(truck, "weigh"), ticket("DESTINATION", fresh(), 47_000)).ok();
        assertThat(again.path("status").asString()).isEqualTo("GATE_CHECKED");
        assertThat(again.path("weighAgainByKg").asLong()).isEqualTo(-1_000);
        assertThat(commands(again)).contains("WEIGH_DESTINATION");
        assertThat(bought.seller().does(at(truck, "weigh"), ticket("ORIGIN", fresh(), 47_000)).refusal()).isEqualTo("origin-ticket-too-late");
        Map<String, Object> skewed = new TreeMap<>(ticket("DESTINATION", fresh(), 47_020));
        skewed.put("weighedAt", "2031-01-01T00:00:00Z");
        JsonNode weighed = bought.member().does(at(truck, "weigh"), skewed).ok();
        assertThat(weighed.path("settledKg").asLong()).isEqualTo(31_020);
        JsonNode last = weighed.path("tickets").valueStream().max(Comparator.comparing(one -> one.path("weighedAt").asString())).orElseThrow();
        assertThat(last.path("weighedAt").asString()).isEqualTo("2031-01-01T00:00:00Z");
        assertThat(last.path("enteredAt").asString()).startsWith("2027-");
        assertThat(weighed.path("arrivedAt").asString()).startsWith("2027-");
    }
}
