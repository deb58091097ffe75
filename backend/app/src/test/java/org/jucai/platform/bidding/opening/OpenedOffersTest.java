package org.jucai.platform.bidding.opening;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.Map;
import org.jucai.platform.bidding.BidWorld;
import org.jucai.platform.bidding.Trustees;
import org.jucai.platform.bidding.bids.BidStatus;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.live.Hearing;
import org.jucai.platform.testing.OpenedRoundStory;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.jucai.platform.testing.World;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.test.context.TestPropertySource;

/** Two of three trustees open what was sealed: all that is to be opened, and nothing else. */
@PlatformTest
@Import({OpenedRoundStory.class, World.class})
@TestPropertySource(properties = "jucai.membership.sealing-key=AAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAAA=")
class OpenedOffersTest {

    @Autowired OpenedRoundStory story;
    @Autowired BidWorld bids;
    @Autowired Trustees trustees;
    @Autowired World world;
    @Autowired Platform platform;

    @Test
    void twoTrusteesOpenEverythingThatHasEnoughOffers() {
        OpenedRoundStory.Offered round = story.opened(story.offered(3));
        OpenedRound opened = story.book(round);
        assertThat(opened.offers()).hasSize(3).allSatisfy(offer -> assertThat(offer.lots()).hasSize(2).allSatisfy(lot -> assertThat(lot.status()).isEqualTo(BidStatus.OPENED)));
        assertThat(opened.offers().stream().map(offer -> offer.pseudonym())).containsExactlyInAnyOrder("S01", "S02", "S03");
        long cheapest = opened.offers().stream().filter(offer -> offer.supplierId().equals(round.supplier(0).party()))
                .findFirst().orElseThrow().lots().getFirst().offer().pricing().tiers().getFirst().priceFenPerTonne();
        assertThat(cheapest).isEqualTo(185_000);
        assertThat(story.lots(round).values()).containsOnly("TENDERED");
    }

    @Test
    void aLotWithTooFewOffersIsNeverOpenedAndFailsAlone() {
        OpenedRoundStory.Offered round = story.offered(1);
        String both = round.round().terms().lots().getFirst();
        String lonely = round.round().terms().lots().getLast();
        story.offers(round, Map.of(), List.of(OpenedRoundStory.offer(both, 190_000)));
        story.opened(round);
        assertThat(story.book(round).offers()).allSatisfy(offer -> assertThat(offer.lots()).extracting(lot -> lot.lotId().toString()).containsExactly(both));
        assertThat(story.lots(round)).containsEntry(lonely, "FAILED").containsEntry(both, "TENDERED");
    }

    @Test
    void withFewerEnvelopesThanALotNeedsNothingIsOpenedAndTheCallFails() {
        OpenedRoundStory.Offered round = story.closed(story.offered(1));
        assertThat(story.status(round)).isEqualTo("POOLED");
        assertThat(story.lots(round).values()).containsOnly("FROZEN");
    }

    @Test
    void whoOfferedHearsEachStepAndABystanderOnlyThatTheRoundIsOpened() {
        OpenedRoundStory.Offered round = story.offered(2);
        String topic = "round:" + round.id();
        try (Hearing offerer = Hearing.of(platform.port(), round.supplier(0).token(), topic, null).opened();
                Hearing bystander = Hearing.of(platform.port(), bids.supplier(round.round()).token(), topic, null).opened()) {
            story.opened(round);
            assertThat(offerer.upTo("OffersOpened").stream().map(Hearing.Heard::type))
                    .contains("OpeningBegan", "SharesReleased", "EnvelopesUnsealed", "SectionsAskedFor", "OpeningEnded");
            assertThat(bystander.upTo("OffersOpened").stream().map(Hearing.Heard::type)).contains("TenderClosed").doesNotContain("OpeningBegan", "SharesReleased", "EnvelopesUnsealed", "SectionsAskedFor", "OpeningEnded");
        }
    }
}
