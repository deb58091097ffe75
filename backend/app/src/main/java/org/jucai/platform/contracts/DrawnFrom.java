package org.jucai.platform.contracts;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
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
     * @param base what all have in common; of its formulas each contract has those of its goods
     */
    record Stated(ContractTerms.Payment supply, ContractTerms.Payment member, ContractTerms base) {

        ContractTerms of(ContractKind kind, int feeRateBp, List<ContractItem> items) {
            Set<String> grades = items.stream().map(item -> item.goods().grade()).collect(Collectors.toSet());
            return new ContractTerms(kind == ContractKind.SUPPLY ? supply : member, base.lateInterestPpmPerDay(),
                    new ContractTerms.Fee(base.fee().basis(), kind.coversSupply() ? feeRateBp : 0), base.delivery(),
                    base.formulas().stream().filter(each -> grades.contains(each.grade())).toList(), base.disputeDays(),
                    base.approvalReference(), base.supplementary());
        }
    }

    /** Of what was settled. */
    Set<String> grades() {
        return lots.values().stream().map(Lot::grade).collect(Collectors.toSet());
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
