package org.jucai.platform.bidding;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.Callable;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.TestClock;
import org.jucai.platform.testing.Together;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;
import tools.jackson.databind.JsonNode;

/** Many who seal at once. */
@PlatformTest
@Import(BidWorld.class)
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class EnvelopeRacesTest {

    private static final int SUPPLIERS = 100;

    @Autowired
    BidWorld bids;

    @Autowired
    World world;

    @Autowired
    TestClock clock;

    private record Handed(Client supplier, byte[] envelope) {}

    private record Told(Client supplier, Client.Answer answer) {}

    @Test
    void ofAHundredWhoSealAcrossTheDeadlineNoneIsLostNoneIsLateAndEachIsToldTheTruth() throws Exception {
        BidWorld.Tendered round = bids.tendered();
        List<Handed> handed = new ArrayList<>();
        for (int i = 0; i < SUPPLIERS; i++) {
            Client supplier = bids.supplier(round);
            handed.add(new Handed(supplier, bids.sealed(round, supplier.party(), 1, 1, 180_000 + i)));
        }
        clock.set(round.dueAt().minusMillis(1));
        List<Callable<Told>> acts = new ArrayList<>();
        for (Handed one : handed) acts.add(() -> new Told(one.supplier(), one.supplier().sends(HttpMethod.PUT, round.envelope(), one.envelope())));
        acts.add(SUPPLIERS / 2, () -> {
            clock.set(round.dueAt());
            world.deadlinesAreKept();
            return new Told(world.nobody(), world.nobody().get("/api/rounds/" + round.round()));
        });
        for (Told told : Together.all(acts)) {
            if (told.supplier().token().isEmpty()) continue;
            holds(round, told);
        }
        assertThat(world.nobody().get("/api/rounds/" + round.round()).ok().path("status").asString()).isEqualTo("CLOSED");
    }

    /** What was answered is what stands: acknowledged before the deadline and kept, or refused and nowhere. */
    private void holds(BidWorld.Tendered round, Told told) {
        JsonNode kept = told.supplier().get(round.envelope()).ok().path("envelopes");
        if (!told.answer().isOk()) {
            assertThat(told.answer().refusal()).isEqualTo("offers-closed");
            assertThat(kept).isEmpty();
            return;
        }
        assertThat(kept).isEqualTo(told.answer().body().path("envelopes"));
        assertThat(java.time.Instant.parse(kept.at("/0/receivedAt").asString())).isBefore(round.dueAt());
    }

    @Test
    void theSameEnvelopeSentTwentyTimesAtOnceIsOneAndTwoThatDifferAreOneAndARefusal() throws Exception {
        BidWorld.Tendered round = bids.tendered();
        Client supplier = bids.supplier(round);
        byte[] one = bids.sealed(round, supplier.party(), 1, 1, 180_000);
        List<Callable<Client.Answer>> acts = new ArrayList<>();
        for (int i = 0; i < 20; i++) acts.add(() -> supplier.sends(HttpMethod.PUT, round.envelope(), one));
        assertThat(Together.all(acts)).allMatch(Client.Answer::isOk).extracting(answer -> answer.body().path("envelopes")).containsOnly(
                supplier.get(round.envelope()).ok().path("envelopes"));
        byte[] left = bids.sealed(round, supplier.party(), 2, 1, 170_000);
        byte[] right = bids.sealed(round, supplier.party(), 2, 1, 160_000);
        List<Client.Answer> both = Together.all(List.of(() -> supplier.sends(HttpMethod.PUT, round.envelope(), left), () -> supplier.sends(HttpMethod.PUT, round.envelope(), right)));
        assertThat(both).filteredOn(Client.Answer::isOk).hasSize(1);
        assertThat(both).filteredOn(answer -> !answer.isOk()).extracting(Client.Answer::refusal).containsExactly("envelope-version-not-next");
        clock.advance(Duration.ofSeconds(1));
    }
}
