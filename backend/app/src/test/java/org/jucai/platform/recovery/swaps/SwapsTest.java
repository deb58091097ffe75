package org.jucai.platform.recovery.swaps;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Callable;
import org.jucai.platform.contracts.EffectiveWorld;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.Together;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** A member passes tonnes of its share on that did not arrive yet. */
@PlatformTest
@Import(EffectiveWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SwapsTest {

    @Autowired EffectiveWorld world;

    private EffectiveWorld.Part part(String mode) {
        EffectiveWorld.Part part = world.part(mode);
        world.room(part.ready(), 30_000);
        return part;
    }

    private static Map<String, Object> wanted(EffectiveWorld.Part part, long kg) {
        return new HashMap<>(Map.of("itemId", part.firstItemId(), "massKg", kg));
    }

    private static String at(JsonNode swap, String verb) {
        return "/api/swaps/" + swap.path("id").asString() + (verb.isEmpty() ? "" : "/" + verb);
    }

    private static Client.Answer accepts(EffectiveWorld.Part part, JsonNode swap) {
        return part.second().does(at(swap, "accept"), Map.of("itemId", part.secondItemId()));
    }

    private long share(EffectiveWorld.Part part, boolean first) {
        return world.figure(first ? part.firstItemId() : part.secondItemId(), "contracted_kg + moved_kg - short_kg");
    }

    @Test
    void oneOffersAnotherAcceptsAllWhoseContractsItTouchesAgreeAndBothSharesChangeByTheSame() {
        for (String mode : List.of("AGENCY", "PRINCIPAL")) {
            EffectiveWorld.Part part = part(mode);
            long before = world.statement(part.second(), part.secondItem()).path("totalFen").asLong();
            JsonNode offered = part.first().does("/api/swaps", wanted(part, 18_000)).ok();
            JsonNode seen = part.second().get(at(offered, "")).ok();
            assertThat(seen.has("giverName")).as("members are rivals").isFalse();
            assertThat(part.seller().get(at(offered, "")).status()).as("the supplier is told once somebody accepts").isEqualTo(404);
            JsonNode accepted = accepts(part, offered).ok();
            assertThat(accepted.path("giverName").asString()).isNotEmpty();
            assertThat(part.group().does(at(offered, "agree"), null).refusal()).isEqualTo("swap-waits-for-others");
            part.first().does(at(offered, "agree"), null).ok();
            if (mode.equals("AGENCY")) {
                assertThat(part.group().does(at(offered, "agree"), null).refusal()).isEqualTo("swap-waits-for-others");
                part.seller().does(at(offered, "agree"), null).ok();
            } else {
                assertThat(part.seller().get(at(offered, "")).ok().path("takerName").asString()).as("told").isNotEmpty();
            }
            assertThat(share(part, true)).as("nothing changes before the last word").isEqualTo(60_000);
            assertThat(part.group().does(at(offered, "agree"), null).ok().path("status").asString()).isEqualTo("DONE");
            assertThat(share(part, true)).isEqualTo(42_000);
            assertThat(share(part, false)).isEqualTo(54_000);
            JsonNode grown = world.statement(part.second(), part.secondItem());
            assertThat(grown.path("allocation").path("status").asString()).isEqualTo("ADJUSTED");
            assertThat(grown.path("allocation").path("massKg").asLong()).isEqualTo(54_000);
            assertThat(grown.path("allocation").path("totalFen").asLong()).as("half as much again").isBetween(before * 3 / 2 - 3, before * 3 / 2 + 3);
            world.plans(part.second(), part.secondContract(), part.secondItem(), 54_000).ok();
            assertThat(world.plans(part.first(), part.firstContract(), part.firstItem(), 44_101).refusal()).as("42 t and the tolerance").isEqualTo("call-off-exceeds-contract");
        }
    }

    @Test
    void whatIsPlannedIsNotPassedOnAlsoWhereItIsPlannedAfterItWasOffered() {
        EffectiveWorld.Part part = part("AGENCY");
        world.plans(part.first(), part.firstContract(), part.firstItem(), 32_000).ok();
        assertThat(part.first().does("/api/swaps", wanted(part, 28_001)).refusal()).isEqualTo("swap-more-than-is-left");
        JsonNode offered = part.first().does("/api/swaps", wanted(part, 28_000)).ok();
        accepts(part, offered).ok();
        part.first().does(at(offered, "agree"), null).ok();
        part.seller().does(at(offered, "agree"), null).ok();
        world.plans(part.first(), part.firstContract(), part.firstItem(), 1_000).ok();
        assertThat(part.group().does(at(offered, "agree"), null).refusal()).isEqualTo("swap-more-than-is-left");
        assertThat(share(part, true)).isEqualTo(60_000);
        part.second().does(at(offered, "end"), Map.of("words", "不够了")).ok();
        assertThat(part.group().does(at(offered, "agree"), null).refusal()).isEqualTo("swap-state-does-not-allow");
    }

    @Test
    void noLineGrowsAboveItsMaximumOrItsCap() {
        EffectiveWorld.Part part = part("PRINCIPAL");
        JsonNode much = part.first().does("/api/swaps", wanted(part, 30_001)).ok();
        assertThat(accepts(part, much).refusal()).isEqualTo("swap-above-maximum");
        JsonNode offered = part.first().does("/api/swaps", wanted(part, 30_000)).ok();
        world.caps(part.ready(), 100_000);
        assertThat(accepts(part, offered).refusal()).isEqualTo("swap-above-cap");
        world.caps(part.ready(), 900_000);
        accepts(part, offered).ok();
        part.first().does(at(offered, "agree"), null).ok();
        world.caps(part.ready(), 100_000);
        assertThat(part.group().does(at(offered, "agree"), null).refusal()).as("asked again when it is done").isEqualTo("swap-above-cap");
    }

    @Test
    void rivalsSuppliersAndStrangersLearnAndDoNothing() {
        EffectiveWorld.Part part = part("AGENCY");
        JsonNode offered = part.first().does("/api/swaps", wanted(part, 10_000)).ok();
        assertThat(accepts(part, part.first().get(at(offered, "")).ok()).isOk()).isTrue();
        EffectiveWorld.Part other = part("AGENCY");
        for (Client stranger : List.of(other.first(), other.seller(), other.group())) {
            assertThat(stranger.get(at(offered, "")).status()).isEqualTo(404);
            assertThat(stranger.does(at(offered, "agree"), null).status()).isEqualTo(404);
        }
        assertThat(other.first().does("/api/swaps", wanted(part, 1_000)).status()).as("another's share").isEqualTo(404);
        assertThat(part.second().does("/api/swaps", wanted(part, 1_000)).status()).as("a rival's share").isEqualTo(404);
        Map<String, Object> named = wanted(part, 1_000);
        named.put("toName", "没有这家公司");
        assertThat(part.first().does("/api/swaps", named).refusal()).isEqualTo("swap-member-unknown");
        JsonNode again = part.first().does("/api/swaps", wanted(part, 1_000)).ok();
        assertThat(part.first().does(at(again, "accept"), Map.of("itemId", part.firstItemId())).refusal()).isEqualTo("swap-with-itself");
        assertThat(part.second().does(at(again, "end"), Map.of("words", "抢占")).refusal()).isEqualTo("swap-step-of-another-party");
        assertThat(part.second().get("/api/own-shares").ok().path("items").valueStream().map(each -> each.path("freeKg").asLong())).contains(36_000L).doesNotContain(60_000L);
    }

    @Test
    void ofManyWhoAcceptOrAgreeAtTheSameMomentOneIsFirst() throws Exception {
        EffectiveWorld.Part part = part("PRINCIPAL");
        JsonNode offered = part.first().does("/api/swaps", wanted(part, 20_000)).ok();
        List<Callable<Client.Answer>> accepting = new ArrayList<>();
        for (int i = 0; i < 6; i++) accepting.add(() -> accepts(part, offered));
        List<Client.Answer> answers = Together.all(accepting);
        assertThat(answers.stream().filter(Client.Answer::isOk)).hasSize(1);
        assertThat(answers.stream().filter(each -> !each.isOk()).map(Client.Answer::refusal)).allMatch(List.of("version-conflict", "swap-state-does-not-allow")::contains);
        part.first().does(at(offered, "agree"), null).ok();
        List<Callable<Client.Answer>> last = new ArrayList<>();
        for (int i = 0; i < 4; i++) last.add(() -> part.group().does(at(offered, "agree"), null));
        for (int i = 0; i < 4; i++) last.add(() -> world.plans(part.first(), part.firstContract(), part.firstItem(), 12_000));
        Together.all(last);
        assertThat(share(part, true) + share(part, false)).as("no kilogram is gained or lost").isEqualTo(96_000);
        assertThat(world.figure(part.firstItemId(), "called_kg")).isLessThanOrEqualTo(world.figure(part.firstItemId(), "most_kg"));
        assertThat(share(part, true)).isIn(40_000L, 60_000L);
        assertThat(world.statement(part.first(), part.firstItem()).path("allocation").path("massKg").asLong()).isEqualTo(share(part, true));
    }

    @Test
    void aShortLotIsDividedByWhatEachIsToGetAfterTheSwap() {
        EffectiveWorld.Part part = part("PRINCIPAL");
        JsonNode offered = part.first().does("/api/swaps", wanted(part, 12_000)).ok();
        accepts(part, offered).ok();
        part.first().does(at(offered, "agree"), null).ok();
        part.group().does(at(offered, "agree"), null).ok();
        JsonNode stated = part.seller().does("/api/shortfalls", Map.of("lotId", part.lot(), "comesKg", 60_000, "reason", "检修")).ok();
        assertThat(part.first().does("/api/swaps", wanted(part, 1_000)).refusal()).isEqualTo("swap-while-a-shortfall-waits");
        part.group().does("/api/shortfalls/" + stated.path("id").asString() + "/divide", null).ok();
        assertThat(share(part, true)).as("48 and 48").isEqualTo(30_000);
        assertThat(share(part, false)).isEqualTo(30_000);
    }
}
