package org.jucai.platform.contracts.deliveries;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.at;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.notice;
import static org.jucai.platform.contracts.deliveries.DeliveryWorld.ticket;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jucai.platform.files.Photos;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import tools.jackson.databind.JsonNode;

/** What was photographed at the gate and of a ticket: shown with its hash to those whom the delivery concerns, and to nobody else. */
@PlatformTest
@Import(DeliveryWorld.class)
class EvidenceTest {

    @Autowired DeliveryWorld deliveries;
    @Autowired World world;

    private static UUID photo(Client who, long seed) {
        return who.uploads("/api/files?statedAt=2027-03-22T02:00:00Z", "车尾.jpg", Photos.jpeg(seed, 20_000)).id();
    }

    private JsonNode arrived(DeliveryWorld.Bought bought, Client gate) {
        JsonNode truck = deliveries.planned(bought, 32_000);
        bought.seller().does(at(truck, "notify"), notice("晋C" + truck.path("code").asString().substring(2, 7))).ok();
        return gate.does(at(truck, "arrive"), Map.of("statedAt", "2027-03-22T02:00:00Z")).ok();
    }

    private static Map<String, Object> looked(List<UUID> files) {
        return Map.of("accepted", true, "remark", "外观正常", "fileIds", files);
    }

    private static Map<String, Object> weighed(List<UUID> files) {
        Map<String, Object> ticket = new TreeMap<>(ticket("DESTINATION", "E-" + Client.newKey(), 47_980));
        ticket.put("fileIds", files);
        return ticket;
    }

    @Test
    void photosOfTheCheckAndOfATicketAreSeenWithTheirHashByThoseWhomTheDeliveryConcernsAndByNobodyElse() {
        DeliveryWorld.Bought bought = deliveries.principal(100, 0);
        JsonNode truck = arrived(bought, bought.member());
        UUID load = photo(bought.member(), 1);
        UUID slip = photo(bought.member(), 2);
        bought.member().does(at(truck, "check"), looked(List.of(load))).ok();
        bought.member().does(at(truck, "weigh"), weighed(List.of(slip))).ok();
        for (Client concerned : List.of(bought.seller(), bought.group(), bought.member())) {
            JsonNode seen = concerned.get(at(truck, "")).ok();
            assertThat(seen.path("files")).hasSize(1);
            assertThat(seen.path("files").get(0).path("sha256").asString()).isEqualTo(Photos.sha256(Photos.jpeg(1, 20_000)));
            assertThat(seen.path("files").get(0).path("statedAt").asString()).isEqualTo("2027-03-22T02:00:00Z");
            assertThat(seen.path("tickets").get(0).path("files").get(0).path("id").asString()).isEqualTo(slip.toString());
            assertThat(concerned.get("/api/files/" + load).status()).isEqualTo(200);
            assertThat(concerned.get("/api/files/" + slip).status()).isEqualTo(200);
        }
        for (Client stranger : List.of(bought.other(), bought.store(), world.supplier(bought.us().actor()), bought.us().secretariat())) {
            assertThat(stranger.get("/api/files/" + load).status()).as("a stolen id").isEqualTo(404);
            assertThat(stranger.get("/api/files/" + load + "/content").status()).isEqualTo(404);
        }
        UUID unattached = photo(bought.member(), 3);
        assertThat(bought.seller().get("/api/files/" + unattached).status()).as("what shows nothing yet is its party's alone").isEqualTo(404);
    }

    @Test
    void aStepWithAFileThatIsNotOnesOwnIsNotTakenAtAll() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = arrived(bought, bought.member());
        UUID own = photo(bought.member(), 4);
        UUID sellers = photo(bought.seller(), 5);
        for (List<UUID> files : List.of(List.of(own, sellers), List.of(UUID.randomUUID()))) {
            assertThat(bought.member().does(at(truck, "check"), looked(files)).refusal()).isEqualTo("file-to-attach-not-found");
        }
        JsonNode still = bought.member().get(at(truck, "")).ok();
        assertThat(still.path("status").asString()).isEqualTo("ARRIVED");
        assertThat(still.path("files")).isEmpty();
        assertThat(bought.seller().get("/api/files/" + own).status()).isEqualTo(404);
        assertThat(bought.member().does(at(truck, "check"), looked(IntStream.range(0, 11).mapToObj(i -> UUID.randomUUID()).toList())).status()).isEqualTo(400);
    }

    @Test
    void aStepThatIsSentAgainUnderItsKeyAttachesOnce() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = arrived(bought, bought.member());
        List<UUID> files = new ArrayList<>(List.of(photo(bought.member(), 6), photo(bought.member(), 7)));
        String key = Client.newKey();
        JsonNode first = bought.member().does(key, at(truck, "check"), looked(files)).ok();
        assertThat(bought.member().does(key, at(truck, "check"), looked(files)).ok()).isEqualTo(first);
        assertThat(first.path("files")).hasSize(2);
        assertThat(bought.member().get(at(truck, "")).ok().path("files")).hasSize(2);
    }

    @Test
    void whatSpeaksAgainstATruckIsKeptWithItsRefusal() {
        DeliveryWorld.Bought bought = deliveries.agency(100, 0);
        JsonNode truck = arrived(bought, bought.member());
        bought.member().does(at(truck, "check"), Map.of("accepted", false, "remark", "受潮结块", "fileIds", List.of(photo(bought.member(), 8)))).ok();
        JsonNode seen = bought.seller().get(at(truck, "")).ok();
        assertThat(seen.path("status").asString()).isEqualTo("REFUSED");
        assertThat(seen.path("files")).hasSize(1);
    }
}
