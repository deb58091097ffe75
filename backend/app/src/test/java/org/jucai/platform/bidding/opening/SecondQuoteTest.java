package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;
import static org.jucai.platform.testing.OpenedRoundStory.offer;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import org.awaitility.Awaitility;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.bidding.envelope.Sender;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.RoundCommand;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.testing.Client;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.context.TestPropertySource;

/** 二次报价: sealed once more by those whose offers were opened; whoever gives none stands by its first. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class SecondQuoteTest {

    private static final Duration PATIENCE = Duration.ofMinutes(2);

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired World world;
    @Autowired RoundDesk rounds;
    @Autowired Database database;

    /** Opened once with so many offers, and called again until tomorrow. */
    private OpenedRoundStory.Offered calledAgain(int suppliers) {
        OpenedRoundStory.Offered first = story.offered(suppliers);
        database.write(Scope.background(), tx -> tx.sql("update round set tendering = jsonb_set(tendering, '{terms,secondQuote}', 'true') where id = :id")
                .bind("id", first.id()).fetch().rowsUpdated()).block(PATIENCE);
        openedByTwo(first);
        Actor officer = new Actor(first.round().us().secretariat().person(), first.round().us().id(), PartyKind.ASSOCIATION, Set.of(Role.SECRETARIAT),
                Set.of(), Actor.Entry.SESSION, true);
        Instant due = world.now().plus(Duration.ofDays(1));
        Instant opens = due.plus(Duration.ofMinutes(30));
        database.write(Scope.of(officer), tx -> rounds.handle(new Asking(tx, officer, world.now()), first.id(), OptionalLong.empty(),
                new RoundCommand.CallSecondQuote(due, Optional.of(opens), "评审小组要求"))).block(PATIENCE);
        BidWorld.Tendered again = new BidWorld.Tendered(first.round().us(), first.id(), first.round().trustees(), bids.termsOf(first.id()), due, opens);
        return new OpenedRoundStory.Offered(again, new ArrayList<>(first.offerers()));
    }

    /** Each trustee releases what is asked of it then, until all is open: between the phases the running application may be at work itself. */
    private void openedByTwo(OpenedRoundStory.Offered round) {
        story.closed(round);
        Awaitility.await().atMost(Duration.ofMinutes(2)).until(() -> {
            for (OpeningPhase phase : List.of(OpeningPhase.HEADERS, OpeningPhase.SECTIONS)) if (!isOpen(round)) story.releases(round, phase, 0, 1);
            return isOpen(round);
        });
    }

    private boolean isOpen(OpenedRoundStory.Offered round) {
        return world.nobody().get(round.path()).ok().path("status").asString().equals("OPENED");
    }

    private void quotes(OpenedRoundStory.Offered round, Client supplier, List<Map<String, Object>> offers) {
        assertThat(seal(round, supplier, offers).status()).isEqualTo(200);
    }

    private Client.Answer seal(OpenedRoundStory.Offered round, Client supplier, List<Map<String, Object>> offers) {
        String me = supplier.party().toString();
        List<Map<String, Object>> contents = new ArrayList<>();
        contents.add(BidWorld.header(round.round().terms(), me, 1, offers.stream().map(offer -> String.valueOf(offer.get("lot"))).toList()));
        contents.addAll(offers);
        return supplier.sends(HttpMethod.PUT, round.round().envelope(), bids.seal(round.round().terms(), new Sender(me, 1), contents).envelope().bytes());
    }

    /** Price of the first tier, by supplier and lot. */
    private static Map<String, Long> prices(OpenedRound round) {
        Map<String, Long> prices = new TreeMap<>();
        round.offers().forEach(offer -> offer.lots().forEach(lot -> prices.put(offer.supplierId() + " " + lot.lotId(),
                lot.offer().pricing().tiers().getFirst().priceFenPerTonne())));
        return prices;
    }

    private static Map<UUID, String> names(OpenedRound round) {
        Map<UUID, String> names = new TreeMap<>();
        round.offers().forEach(offer -> names.put(offer.supplierId(), offer.pseudonym()));
        return names;
    }

    @Test
    void whoQuotesAgainIsComparedByItsSecondQuoteAndWhoDoesNotByItsFirst() {
        OpenedRoundStory.Offered round = calledAgain(3);
        OpenedRound first = story.book(round);
        String lot = round.round().terms().lots().getFirst();
        quotes(round, round.supplier(0), List.of(offer(lot, 170_000)));
        quotes(round, round.supplier(1), List.of(offer(lot, 0)));
        assertThat(prices(story.book(round))).as("nothing of it before its opening").isEqualTo(prices(first));
        openedByTwo(round);
        OpenedRound second = story.book(round);
        Map<String, Long> expected = new TreeMap<>(prices(first));
        expected.put(round.supplier(0).party() + " " + lot, 170_000L);
        assertThat(second.call()).isEqualTo(2);
        assertThat(prices(second)).as("a second quote that cannot be taken replaces nothing").isEqualTo(expected);
        assertThat(names(second)).isEqualTo(names(first));
        assertThat(round.round().us().secretariat().get(round.path() + "/lots").ok().path("items").valueStream().map(one -> one.path("status").asString())).containsOnly("TENDERED");
    }

    @Test
    void aSecondQuoteThatNobodyGivesLeavesTheFirstOffersStanding() {
        OpenedRoundStory.Offered round = calledAgain(2);
        Map<String, Long> first = prices(story.book(round));
        story.closed(round);
        story.awaits(round, "OPENED");
        assertThat(story.book(round).call()).isEqualTo(2);
        assertThat(prices(story.book(round))).hasSize(4).isEqualTo(first);
    }

    @Test
    void onlyWhoseOfferWasOpenedSealsASecondQuoteAndOneAloneMay() {
        OpenedRoundStory.Offered round = calledAgain(2);
        List<Map<String, Object>> offers = List.of(offer(round.round().terms().lots().getFirst(), 160_000));
        assertThat(seal(round, bids.supplier(round.round()), offers).refusal()).isEqualTo("no-first-offer");
        quotes(round, round.supplier(1), offers);
        openedByTwo(round);
        assertThat(prices(story.book(round))).containsValue(160_000L).hasSize(4);
    }
}
