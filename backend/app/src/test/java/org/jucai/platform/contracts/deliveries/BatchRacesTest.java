package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.at;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
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

/** Batches that cross each other, and rows that somebody would write past the desks. */
@PlatformTest
@Import(DeliveryWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class BatchRacesTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);
    private static final int TRUCKS = 10;

    @Autowired DeliveryWorld deliveries;
    @Autowired Database database;
    @Autowired JsonMapper json;

    private List<JsonNode> atTheGate(DeliveryWorld.Bought bought) {
        return IntStream.range(0, TRUCKS).mapToObj(_ -> deliveries.checked(bought, deliveries.planned(bought, 32_000), bought.member())).toList();
    }

    private static Map<String, Object> row(JsonNode truck, String side, String number) {
        Map<String, Object> row = new TreeMap<>(DeliveryWorld.ticket(side, number, 48_000));
        row.put("deliveryCode", truck.path("code").asString());
        return row;
    }

    private static Callable<Client.Answer> sends(Client who, List<Map<String, Object>> rows) {
        return () -> who.does("/api/weigh-tickets", Map.of("tickets", rows));
    }

    @Test
    void twoBatchesThatNameTheSameTrucksInOppositeOrderAreBothAnswered() throws Exception {
        DeliveryWorld.Bought bought = deliveries.agency(TRUCKS * 32, 0);
        List<JsonNode> trucks = atTheGate(bought);
        List<Map<String, Object>> there = trucks.stream().map(truck -> row(truck, "DESTINATION", "A-" + Client.newKey())).toList();
        List<Map<String, Object>> origin = trucks.reversed().stream().map(truck -> row(truck, "ORIGIN", "B-" + Client.newKey())).toList();
        List<Client.Answer> answers = Together.all(List.of(sends(bought.member(), there), sends(bought.seller(), origin)));
        assertThat(answers).extracting(Client.Answer::status).containsOnly(200);
        assertThat(answers.getFirst().body().path("taken").asInt()).as("the destination's all count").isEqualTo(TRUCKS);
        assertThat(answers.getLast().body().path("taken").asInt()).as("the origin's all count, or all come too late").isIn(0, TRUCKS);
        assertThat(deliveries.calledOff(bought)).isEqualTo(TRUCKS * 32_000L);
    }

    @Test
    void theSameTicketsForOtherTrucksInOppositeOrderCountOnceEach() throws Exception {
        DeliveryWorld.Bought one = deliveries.agency(TRUCKS * 32, 0);
        DeliveryWorld.Bought two = deliveries.agency(TRUCKS * 32, 0);
        List<JsonNode> ones = atTheGate(one);
        List<JsonNode> twos = atTheGate(two);
        List<Map<String, Object>> forward = new ArrayList<>();
        List<Map<String, Object>> backward = new ArrayList<>();
        for (int i = 0; i < TRUCKS; i++) {
            String number = "C-" + Client.newKey();
            forward.add(row(ones.get(i), "DESTINATION", number));
            backward.addFirst(row(twos.get(i), "DESTINATION", number));
        }
        List<Client.Answer> answers = Together.all(List.of(sends(one.member(), forward), sends(two.member(), backward)));
        assertThat(answers).extracting(Client.Answer::status).containsOnly(200);
        assertThat(answers.stream().mapToInt(answer -> answer.body().path("taken").asInt()).sum()).isEqualTo(TRUCKS);
    }

    @Test
    void singleTicketsAndBatchesOfTheSameTrucksDoNotWaitForEachOther() throws Exception {
        DeliveryWorld.Bought bought = deliveries.agency(TRUCKS * 32, 0);
        List<JsonNode> trucks = atTheGate(bought);
        List<Callable<Client.Answer>> all = new ArrayList<>();
        List<Map<String, Object>> rows = trucks.reversed().stream().map(truck -> row(truck, "DESTINATION", "D-" + truck.path("code").asString())).toList();
        all.add(sends(bought.member(), rows));
        for (JsonNode truck : trucks) {
            all.add(() -> bought.member().does(at(truck, "weigh"), DeliveryWorld.ticket("DESTINATION", "D-" + truck.path("code").asString(), 48_000)));
        }
        assertThat(Together.all(all)).extracting(Client.Answer::status).as("weighed once, and refused the second time").isSubsetOf(200, 409);
        assertThat(bought.member().get("/api/deliveries?status=WEIGHED&contractId=" + bought.contract()).ok().path("items")).hasSize(TRUCKS);
    }

    @Test
    void aDeliveryThatIsNotAsContractedIsNotWrittenWhoeverAsks() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        UUID planned = UUID.fromString(deliveries.planned(bought, 32_000).path("id").asString());
        Actor seller = new Actor(bought.seller().person(), bought.seller().party(), PartyKind.SUPPLIER, Set.of(Role.SUPPLIER_SELLER), Set.of(), Actor.Entry.TOKEN, false);
        refused(seller, planned, Map.of());
        database.write(Scope.background(), tx -> tx.sql("update call_off set called_kg = 64000 where item_id = :item").bind("item", bought.item()).fetch().rowsUpdated())
                .block(PATIENCE);
        Map<String, Object> wrong = new TreeMap<>(Map.of("planned_kg", 32_001, "member_id", bought.other().party(), "buyer_id", bought.other().party(), "grade", "GL-50",
                "zone", "XM-Z", "place", "别处", "difference_permille", 99, "settling_ticket", "ORIGIN", "association_id", UUID.randomUUID(),
                "window_to_on", bought.fromOn().plusDays(90).toString()));
        wrong.put("status", "NOTIFIED");
        wrong.put("contract_id", UUID.randomUUID());
        wrong.forEach((column, value) -> refused(seller, planned, Map.of(column, value)));
        assertThat(copied(seller, planned, Map.of())).as("as contracted, and called off").isEqualTo(1);
        refused(seller, planned, Map.of());
    }

    private void refused(Actor actor, UUID planned, Map<String, Object> change) {
        assertThatThrownBy(() -> copied(actor, planned, change)).as("%s", change).rootCause().hasMessageContaining("row-level security");
    }

    /** Writes the delivery once more, with another id and code and with what is changed. */
    private long copied(Actor actor, UUID planned, Map<String, Object> change) {
        Map<String, Object> other = new TreeMap<>(change);
        other.put("id", UUID.randomUUID());
        other.put("code", "D-" + Client.newKey());
        String copy = "insert into delivery select (jsonb_populate_record(d, :change::jsonb)).* from delivery d where id = :id";
        return database.write(Scope.of(actor), tx -> tx.sql(copy).bind("change", json.writeValueAsString(other)).bind("id", planned).fetch().rowsUpdated()).block(PATIENCE);
    }
}
