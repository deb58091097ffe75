package org.jucai.platform.award.runs;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.bidding.bids.BidStatus;
import org.jucai.platform.bidding.bids.OpenedLot;
import org.jucai.platform.bidding.bids.OpenedOffer;

/** Opened offers as those who take part in an award. Pure. */
public final class Offered {

    /** What was admitted, and what an award has made of it since: a revoked award leaves its winners and reserves to the next. */
    public static final Set<BidStatus> ADMITTED = Set.copyOf(EnumSet.of(BidStatus.ADMISSIBLE, BidStatus.WINNING, BidStatus.RESERVE, BidStatus.LOSING));

    /** Also what nobody judged yet: to see what it would cost. */
    static final Set<BidStatus> NOT_REJECTED = Set.copyOf(EnumSet.of(BidStatus.OPENED, BidStatus.ADMISSIBLE, BidStatus.WINNING, BidStatus.RESERVE, BidStatus.LOSING));

    /** All that can be read. */
    static final Set<BidStatus> ALL = Set.copyOf(EnumSet.allOf(BidStatus.class));

    private Offered() {}

    /**
     * @param circles one id for all who are connected
     * @param small suppliers that count as small
     */
    public static List<Candidate> of(List<OpenedOffer> offers, Set<BidStatus> taken, Map<UUID, UUID> circles, Set<UUID> small) {
        return offers.stream().map(offer -> {
            UUID circle = circles.get(offer.supplierId());
            return new Candidate(offer.supplierId().toString(), circle == null ? null : circle.toString(), small.contains(offer.supplierId()), offer.terms(),
                    offer.lots().stream().filter(lot -> taken.contains(lot.status())).map(OpenedLot::offer).toList());
        }).filter(candidate -> !candidate.offers().isEmpty()).toList();
    }
}
