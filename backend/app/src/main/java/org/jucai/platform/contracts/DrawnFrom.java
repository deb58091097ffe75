package org.jucai.platform.contracts;

import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.rounds.RoundTerms;

/**
 * All that contracts are drawn from: an award that was made final, and what its lines, lots and winning offers say.
 *
 * @param groupId the finance group
 * @param feeRateBp published when the round was tendered
 */
record DrawnFrom(UUID roundId, String roundCode, RoundTerms.Mode mode, int awardNumber, UUID groupId, int feeRateBp, Settlement settlement, Map<UUID, Lot> lots,
        Map<UUID, Line> lines, Map<Winner, LotOffer> offers) {

    record Lot(UUID id, String code, String grade, String size, String packing) {}

    record Line(UUID id, String code, UUID enterpriseId, UUID allocationId, ContractItem.Destination destination) {}

    record Winner(UUID supplierId, UUID lotId) {}

    DrawnFrom {
        lots = Map.copyOf(lots);
        lines = Map.copyOf(lines);
        offers = Map.copyOf(offers);
    }

    /**
     * What the drawer states for the whole set.
     *
     * @param supply how suppliers are paid, {@code member} how members pay
     * @param base what all have in common
     */
    record Stated(ContractTerms.Payment supply, ContractTerms.Payment member, ContractTerms base) {

        ContractTerms of(ContractKind kind, int feeRateBp) {
            return new ContractTerms(kind == ContractKind.SUPPLY ? supply : member, base.lateInterestPpmPerDay(),
                    new ContractTerms.Fee(base.fee().basis(), kind.coversSupply() ? feeRateBp : 0), base.delivery(), base.formula(), base.disputeDays(),
                    base.approvalReference(), base.supplementary());
        }
    }

    Lot lot(String id) {
        return known(lots.get(UUID.fromString(id)), "lot " + id);
    }

    Line line(String id) {
        return known(lines.get(UUID.fromString(id)), "line " + id);
    }

    LotOffer offer(String supplier, String lot) {
        return known(offers.get(new Winner(UUID.fromString(supplier), UUID.fromString(lot))), "offer of " + supplier + " for " + lot);
    }

    private static <T> T known(@Nullable T found, String what) {
        if (found == null) throw new IllegalStateException(what + " is settled and is not there");
        return found;
    }
}
