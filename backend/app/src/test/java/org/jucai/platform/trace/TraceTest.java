package org.jucai.platform.trace;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.List;
import java.util.Set;
import java.util.stream.Stream;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.inspection.InspectionWorld;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.recovery.RecallWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A code is scanned by those whom its goods concern, by their rivals, and by strangers. */
@PlatformTest
@Import({RecallWorld.class, InspectionWorld.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class TraceTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired RecallWorld goods;
    @Autowired InspectionWorld inspections;
    @Autowired World world;
    @Autowired Database database;
    @Autowired LabelKeys keys;

    private static JsonNode label(Client reader, JsonNode truck) {
        return reader.get("/api/labels?codes=" + truck.path("code").asString()).ok().path("items").get(0);
    }

    private static Stream<String> kinds(JsonNode trace) {
        return trace.path("steps").valueStream().map(step -> step.path("kind").asString());
    }

    @Test
    void goodsAreFollowedFromTheirSourceToTheMemberAndEachStepIsProved() {
        InspectionWorld.Tested tested = inspections.agency();
        JsonNode batch = inspections.drawn(tested);
        inspections.issued(tested.tester(), tested.verifier(), InspectionWorld.code(batch, "MAIN"), 870_000);
        inspections.beats();
        inspections.timePasses(Duration.ofDays(14));
        String code = batch.path("loads").get(0).path("code").asString();
        JsonNode trace = tested.bought().member().get("/api/trace/" + code).ok();
        assertThat(kinds(trace)).startsWith("SOURCE", "AWARDED", "CONTRACTED").contains("PLANNED", "NOTIFIED", "ARRIVED", "CHECKED", "WEIGHED_DESTINATION", "SETTLED", "UNLOADED",
                "BATCHED", "SAMPLED", "TESTED", "JUDGED");
        trace.path("steps").valueStream().filter(step -> !step.path("kind").asString().equals("SOURCE")).forEach(step -> assertThat(step.path("proofs").isEmpty()).as(step.toString()).isFalse());
        JsonNode supplier = tested.bought().seller().get("/api/trace/" + code).ok();
        assertThat(proofs(supplier)).as("both sides were told the same").isEqualTo(proofs(trace));
        JsonNode whole = tested.bought().seller().get("/api/trace/" + batch.path("code").asString()).ok();
        assertThat(whole.path("deliveries").get(0).path("code").asString()).isEqualTo(code);
        assertThat(trace.toString()).doesNotContain(tested.tester().party().toString()).doesNotContain(InspectionWorld.code(batch, "MAIN"));
    }

    private static List<String> proofs(JsonNode trace) {
        return trace.path("steps").valueStream().flatMap(step -> step.path("proofs").valueStream()).map(proof -> proof.path("name").asString() + proof.path("sha256").asString()).toList();
    }

    @Test
    void strangersAndRivalsLearnThatTheCodeIsOneOfOursAndNothingElse() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode truck = goods.stored(bought, 32_000);
        JsonNode label = label(bought.seller(), truck);
        String at = "/api/trace/" + label.path("code").asString() + "?seal=" + label.path("seal").asString();
        Client laboratory = world.other(PartyKind.LABORATORY, Role.LABORATORY_TECHNICIAN);
        for (Client each : List.of(world.nobody(), bought.other(), laboratory, goods.bought().seller())) {
            JsonNode trace = each.get(at).ok();
            assertThat(trace.path("concerned").asBoolean()).isFalse();
            assertThat(trace.path("sealed").asBoolean()).isTrue();
            assertThat(List.copyOf(trace.propertyNames())).containsExactlyInAnyOrder("code", "kind", "sealed", "concerned", "deliveries", "steps", "parcels", "recalls");
            for (String list : List.of("deliveries", "steps", "parcels", "recalls")) assertThat(trace.path(list).isEmpty()).isTrue();
        }
        assertThat(bought.other().get("/api/labels?codes=" + truck.path("code").asString()).ok().path("items").isEmpty()).isTrue();
    }

    @Test
    void aStoreFollowsWhatItHoldsAndNotTheContractThatIsNotItsOwn() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode trace = bought.store().get("/api/trace/" + goods.stored(bought, 32_000).path("code").asString()).ok();
        assertThat(kinds(trace)).contains("WEIGHED_DESTINATION", "PASSED").doesNotContain("SOURCE", "AWARDED", "CONTRACTED");
    }

    @Test
    void misreadUnknownAndForgedCodesAreEachSaid() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode first = label(bought.seller(), goods.unloaded(bought, 20_000));
        JsonNode second = label(bought.seller(), goods.unloaded(bought, 20_000));
        String code = first.path("code").asString();
        char last = code.charAt(code.length() - 1);
        assertThat(world.nobody().get("/api/trace/" + code.substring(0, code.length() - 1) + (last == '2' ? '3' : '2')).refusal()).isEqualTo("trace-code-misread");
        assertThat(world.nobody().get("/api/trace/D-23456789").refusal()).isEqualTo("trace-code-unknown");
        assertThat(world.nobody().get("/api/trace/hello").refusal()).isEqualTo("trace-code-unreadable");
        for (String forged : List.of("1.2222222222222222", "77." + first.path("seal").asString().substring(2), "nonsense", second.path("seal").asString())) {
            assertThat(world.nobody().get("/api/trace/" + code + "?seal=" + forged).refusal()).as(forged).isEqualTo("label-forged");
        }
    }

    @Test
    void labelsOfAnOldKeyCountUntilTheKeyIsWithdrawn() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode truck = goods.unloaded(bought, 20_000);
        JsonNode old = label(bought.seller(), truck);
        String at = "/api/trace/" + old.path("code").asString() + "?seal=" + old.path("seal").asString();
        int number = Integer.parseInt(old.path("seal").asString().split("\\.")[0]);
        Scope keeper = Scope.parties(Set.of(world.other(PartyKind.PLATFORM, Role.PLATFORM_ADMIN).party()));
        database.write(keeper, keys::renew).block(PATIENCE);
        assertThat(label(bought.seller(), truck).path("seal").asString()).doesNotStartWith(number + ".");
        world.nobody().get(at).ok();
        database.write(keeper, tx -> keys.withdraw(tx, number)).block(PATIENCE);
        assertThat(world.nobody().get(at).refusal()).isEqualTo("label-of-a-withdrawn-key");
        Scope member = Scope.parties(Set.of(bought.member().party()));
        assertThat(database.read(member, keys::all).block(PATIENCE)).isEmpty();
    }

    @Test
    void aParcelsLabelLeadsToWhatBecameOfItAlsoAfterItWasParted() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode truck = goods.stored(bought, 32_000);
        JsonNode before = bought.store().get("/api/trace/" + truck.path("code").asString()).ok().path("parcels").get(0);
        bought.group().does(DeliveryWorld.at(truck, "release"), RecallWorld.release(12_345)).ok();
        JsonNode trace = bought.member().get("/api/trace/" + before.path("code").asString()).ok();
        assertThat(trace.path("parcel").path("massKg").asLong()).isEqualTo(32_000);
        assertThat(trace.path("parcels").valueStream().mapToLong(each -> each.path("massKg").asLong()).sorted()).containsExactly(12_345L, 19_655L);
        assertThat(trace.path("parcels").valueStream().map(each -> each.path("place").asString()).toList()).containsExactlyInAnyOrder("MEMBER", "STORE");
    }

    @Test
    void whatIsRecalledSaysSoToWhomItConcerns() {
        DeliveryWorld.Bought bought = goods.bought();
        JsonNode truck = goods.stored(bought, 32_000);
        bought.seller().does("/api/recalls", RecallWorld.recall(truck)).ok();
        assertThat(bought.member().get("/api/trace/" + truck.path("code").asString()).ok().path("recalls").get(0).path("reason").asString()).isEqualTo("氧化铁超标");
        assertThat(world.nobody().get("/api/trace/" + truck.path("code").asString()).ok().path("recalls").isEmpty()).isTrue();
    }
}
