package org.jucai.platform.award.decisions;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.award.runs.CheckedFigures;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.rounds.lots.PooledLot;

/**
 * Makes an award's sheet. Pure.
 *
 * @param lots that were opened, in the order of codes
 * @param offers who made admissible ones, by lot
 * @param candidates made public by the profile; empty where it makes none public
 */
record SheetMaker(List<PooledLot> lots, Map<String, Set<String>> offers, Settlement settlement, List<Award.Rank> candidates) {

    AwardSheet sheet(CheckedFigures checked) {
        Map<String, SettledLot> settled = settlement.lots().stream().collect(Collectors.toMap(SettledLot::lot, Function.identity()));
        List<AwardSheet.Lot> all = lots.stream().map(lot -> {
            SettledLot got = settled.get(lot.id().toString());
            return got == null ? failed(lot) : served(lot, got);
        }).toList();
        long suppliers = all.stream().flatMap(lot -> lot.winners().stream()).map(AwardSheet.Winner::supplierId).distinct().count();
        return new AwardSheet(all, (int) suppliers, all.stream().mapToLong(AwardSheet.Lot::goodsFen).sum(),
                all.stream().flatMap(lot -> lot.winners().stream()).mapToLong(AwardSheet.Winner::freightFen).sum(), checked.gapPpm());
    }

    private AwardSheet.Lot failed(PooledLot lot) {
        return new AwardSheet.Lot(lot.id(), lot.code(), lot.grade(), lot.size(), lot.packing(), lot.zone(), AwardSheet.Outcome.FAILED, lot.target().kg(), 0,
                admissible(lot), 0, List.of(), of(lot));
    }

    private AwardSheet.Lot served(PooledLot lot, SettledLot settled) {
        long kg = settled.sold().stream().mapToLong(sold -> sold.mass().kg()).sum();
        AwardSheet.Outcome outcome = kg >= lot.target().kg() ? AwardSheet.Outcome.WHOLE : AwardSheet.Outcome.IN_PART;
        return new AwardSheet.Lot(lot.id(), lot.code(), lot.grade(), lot.size(), lot.packing(), lot.zone(), outcome, lot.target().kg(), kg, admissible(lot),
                settled.sold().stream().mapToLong(sold -> sold.goods().fen()).sum(), settled.sold().stream().map(SheetMaker::winner).toList(), of(lot));
    }

    private static AwardSheet.Winner winner(SettledLot.Sold sold) {
        return new AwardSheet.Winner(UUID.fromString(sold.supplier()), sold.mass().kg(), sold.totalKg(), sold.discountBp(),
                sold.priced().stream().map(priced -> new AwardSheet.Priced(priced.fromKg(), priced.mass().kg(), priced.price().fen())).toList(), sold.vatRateBp(),
                sold.delivered(), sold.freightPrice().fen(), sold.goods().fen(), sold.goodsTax().fen(), sold.freight().fen());
    }

    private int admissible(PooledLot lot) {
        return offers.getOrDefault(lot.id().toString(), Set.of()).size();
    }

    private List<Award.Rank> of(PooledLot lot) {
        return candidates.stream().filter(rank -> rank.lotId().equals(lot.id())).map(Award.Rank::atNotice).toList();
    }
}
