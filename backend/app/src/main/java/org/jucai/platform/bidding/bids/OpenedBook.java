package org.jucai.platform.bidding.bids;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.Head;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Suite;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.bidding.offer.Reading;

/** Reads offers as they are kept: the content that was sealed, canonical, read strictly again each time. */
final class OpenedBook {

    private static final int LONGEST_HEADER = 1 << 18;
    private static final int LONGEST_OFFER = 1 << 14;

    private OpenedBook() {}

    /** What a supplier says across its lots, as it is kept. */
    record KeptOffer(UUID supplierId, String pseudonym, String header) {}

    /** An offer for a lot, as it is kept. */
    record KeptBid(UUID supplierId, UUID lotId, String content, BidStatus status, Optional<String> reason) {}

    /** @param offers by supplier; {@code bids} by lot within the supplier */
    static OpenedRound read(Book book, List<KeptOffer> offers, List<KeptBid> bids) {
        Map<UUID, List<OpenedLot>> lots = new HashMap<>();
        bids.forEach(bid -> lots.computeIfAbsent(bid.supplierId(), _ -> new ArrayList<>())
                .add(new OpenedLot(bid.lotId(), offer(bid.content()), bid.status(), bid.reason())));
        return new OpenedRound(book.roundId(), book.call(), offers.stream()
                .map(offer -> new OpenedOffer(offer.supplierId(), offer.pseudonym(), terms(offer.header()), lots.getOrDefault(offer.supplierId(), List.of())))
                .toList());
    }

    static LotOffer offer(String content) {
        return right(LotOffer.read(Json.read(content.getBytes(StandardCharsets.UTF_8), LONGEST_OFFER)));
    }

    /** The header was that of its envelope when it was opened; here it is held against itself. */
    static OfferHeader.Terms terms(String header) {
        Map<String, Object> content = Json.read(header.getBytes(StandardCharsets.UTF_8), LONGEST_HEADER);
        Head itself = new Head(Suite.X25519, String.valueOf(content.get("round")), String.valueOf(content.get("supplier")),
                content.get("version") instanceof Long version ? version : 0, List.of());
        return right(OfferHeader.read(content, itself)).terms();
    }

    private static <T> T right(Reading<T> reading) {
        return switch (reading) {
            case Reading.Right<T>(var value) -> value;
            case Reading.Wrong<T>(var faults) -> throw new IllegalStateException("an offer that was read when it was opened is not read again: " + faults);
        };
    }
}
