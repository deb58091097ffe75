package org.jucai.platform.recovery;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.concurrent.Callable;
import java.util.stream.IntStream;
import org.jucai.platform.contracts.deliveries.DeliveryWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A truck that went back is replaced by another, tied to it, within the contract and never by more than went back. */
@PlatformTest
@Import(RecallWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class ReplacementsTest {

    private static final long SEED = 20261123L;

    @Autowired RecallWorld recalls;
    @Autowired DeliveryWorld deliveries;

    private JsonNode returned(DeliveryWorld.Bought bought, long kg) {
        return bought.group().does(DeliveryWorld.at(recalls.stored(bought, kg), "return"), Map.of("reason", "检验不合格")).ok();
    }

    private static Map<String, Object> on(DeliveryWorld.Bought bought, Long kg) {
        Map<String, Object> wanted = new HashMap<>(Map.of("plannedOn", bought.fromOn().plusDays(3).toString()));
        if (kg != null) wanted.put("massKg", kg);
        return wanted;
    }

    @Test
    void aTruckThatWentBackIsReplacedAndEachLeadsToTheOther() {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode gone = returned(bought, 31_000);
        assertThat(deliveries.calledOff(bought)).isZero();
        JsonNode next = bought.seller().does(DeliveryWorld.at(gone, "replacements"), on(bought, null)).ok();
        assertThat(next.path("massKg").asLong()).isEqualTo(31_000);
        assertThat(deliveries.calledOff(bought)).isEqualTo(31_000);
        String other = "/api/deliveries/" + next.path("deliveryId").asString() + "/replacements";
        assertThat(bought.member().get(other).ok().path("replaces").path("code").asString()).isEqualTo(gone.path("code").asString());
        assertThat(bought.store().get(DeliveryWorld.at(gone, "replacements")).ok().path("replacedBy").get(0).path("code").asString()).isEqualTo(next.path("code").asString());
        assertThat(bought.other().get(other).status()).isEqualTo(404);
        assertThat(bought.store().get("/api/deliveries/" + next.path("deliveryId").asString()).ok().path("storeId").asString()).isEqualTo(bought.store().party().toString());
    }

    @Test
    void whatStandsIsNotReplacedAndNothingIsReplacedTwiceOrByMore() {
        DeliveryWorld.Bought bought = recalls.bought();
        assertThat(bought.seller().does(DeliveryWorld.at(recalls.stored(bought, 20_000), "replacements"), on(bought, null)).refusal()).isEqualTo("delivery-needs-no-replacement");
        JsonNode gone = returned(bought, 31_000);
        assertThat(bought.seller().does(DeliveryWorld.at(gone, "replacements"), on(bought, 31_001L)).refusal()).isEqualTo("replacement-above-what-went-back");
        JsonNode first = bought.member().does(DeliveryWorld.at(gone, "replacements"), on(bought, 30_000L)).ok();
        assertThat(bought.seller().does(DeliveryWorld.at(gone, "replacements"), on(bought, 1_000L)).refusal()).isEqualTo("delivery-replaced-already");
        bought.seller().does("/api/deliveries/" + first.path("deliveryId").asString() + "/cancel", Map.of("reason", "车坏了")).ok();
        bought.seller().does(DeliveryWorld.at(gone, "replacements"), on(bought, 31_000L)).ok();
        assertThat(deliveries.calledOff(bought)).isEqualTo(51_000);
        assertThat(bought.other().does(DeliveryWorld.at(gone, "replacements"), on(bought, 1_000L)).status()).isEqualTo(404);
    }

    @Test
    void manyWhoReplaceOneTruckAtTheSameMomentPlanOne() throws Exception {
        DeliveryWorld.Bought bought = recalls.bought();
        JsonNode gone = returned(bought, 31_000);
        List<Client> who = List.of(bought.seller(), bought.member(), bought.group());
        List<Callable<Client.Answer>> all = IntStream.range(0, 9).<Callable<Client.Answer>>mapToObj(i -> () -> who.get(i % 3).does(DeliveryWorld.at(gone, "replacements"), on(bought, null))).toList();
        List<Client.Answer> answers = Together.all(all);
        assertThat(answers.stream().filter(Client.Answer::isOk)).hasSize(1);
        assertThat(answers.stream().filter(answer -> !answer.isOk()).map(Client.Answer::refusal)).allMatch(List.of("delivery-replaced-already", "version-conflict")::contains);
        assertThat(deliveries.calledOff(bought)).isEqualTo(31_000);
    }

    /** Sent, returned, replaced, replaced again: what is called off is always what is planned or lies there, and never more than was bought. */
    @Test
    void overAnyWalkOfReturnsAndReplacementsNoKilogramIsGainedOrLost() {
        SplittableRandom chance = new SplittableRandom(SEED);
        DeliveryWorld.Bought bought = recalls.bought();
        List<JsonNode> standing = new ArrayList<>();
        List<JsonNode> gone = new ArrayList<>();
        long expected = 0;
        for (int step = 0; step < 14; step++) {
            if (!gone.isEmpty() && chance.nextInt(2) == 0) {
                JsonNode one = gone.removeLast();
                long most = one.path("settledKg").asLong();
                long kg = chance.nextLong(1, most + 1);
                bought.seller().does(DeliveryWorld.at(one, "replacements"), on(bought, kg)).ok();
                expected += kg;
            } else if (standing.size() < 3) {
                JsonNode made = recalls.stored(bought, chance.nextLong(10_000, 33_000));
                standing.add(made);
                expected += made.path("settledKg").asLong();
            } else {
                JsonNode back = bought.group().does(DeliveryWorld.at(standing.removeFirst(), "return"), Map.of("reason", "不合格")).ok();
                gone.add(back);
                expected -= back.path("settledKg").asLong();
            }
            assertThat(deliveries.calledOff(bought)).as("seed %d, step %d", SEED, step).isEqualTo(expected);
        }
    }
}
