package org.jucai.platform.award.decisions;

import java.util.EnumSet;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.runs.Offered;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.award.runs.SolvedRun;
import org.jucai.platform.award.settling.LotLines;
import org.jucai.platform.award.settling.SettlingTerms;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShareTerms;
import org.jucai.platform.bidding.bids.BidBoard;
import org.jucai.platform.bidding.bids.OpenedLot;
import org.jucai.platform.bidding.bids.OpenedOffer;
import org.jucai.platform.bidding.bids.OpenedRound;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.lots.FrozenLots;
import org.jucai.platform.rounds.lots.LotStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Brings together what an award is settled from: frozen lots, opened offers, what the round published. */
@Component
class RoundSettling {

    private static final int DRAWN_ORDERS = 2_000;

    private final FrozenLots lots;
    private final BidBoard bids;
    private final RunBoard runs;

    RoundSettling(FrozenLots lots, BidBoard bids, RunBoard runs) {
        this.lots = lots;
        this.bids = bids;
        this.runs = runs;
    }

    /** An award with all that it is settled from; {@code lots} those that may be awarded. */
    record Settling(Round round, List<FrozenLots.FrozenLot> lots, OpenedRound opened, List<Settlement.Won> won, Set<UUID> gone) {

        Settlement settled() {
            return Settlement.of(won, candidates(), lots.stream().map(lot -> lines(lot, gone)).toList(), terms(round));
        }

        List<Candidate> candidates() {
            return Offered.of(opened.offers(), Offered.ADMITTED, Map.of(), Set.of());
        }

        /** Who made an admissible offer, by lot. */
        Map<String, Set<String>> offers() {
            Map<String, Set<String>> offers = new HashMap<>();
            for (OpenedOffer offer : opened.offers()) {
                for (OpenedLot lot : offer.lots()) {
                    if (Offered.ADMITTED.contains(lot.status())) offers.computeIfAbsent(lot.lotId().toString(), _ -> new HashSet<>()).add(offer.supplierId().toString());
                }
            }
            return offers;
        }

        /** Whether each winner's offer is still admitted, for a lot that is still to be awarded. */
        boolean stands() {
            Set<String> open = lots.stream().map(lot -> lot.lot().id().toString()).collect(Collectors.toSet());
            Map<String, Set<String>> offers = offers();
            return won.stream().allMatch(each -> open.contains(each.lot()) && offers.getOrDefault(each.lot(), Set.of()).contains(each.supplier()));
        }
    }

    Mono<Settling> of(Tx tx, Round round, SolvedRun run) {
        return Mono.zip(lots.of(tx, round.id(), EnumSet.of(LotStatus.TENDERED)), bids.opened(tx, round.id()), runs.awarded(tx, run.id()))
                .map(found -> new Settling(round, found.getT1(), found.getT2(), won(found.getT3()), new HashSet<>(run.linesLeft())));
    }

    /** What a result awards; the checker has recounted it. */
    private static List<Settlement.Won> won(RunBoard.Awarded awarded) {
        return awarded.parts().stream().map(part -> new Settlement.Won(part.lot(), part.supplier(), part.kg())).toList();
    }

    private static LotLines lines(FrozenLots.FrozenLot lot, Set<UUID> gone) {
        return new LotLines(lot.lot().id().toString(), lot.lot().zone(), lot.lines().stream().filter(line -> !gone.contains(line.id()))
                .map(line -> new LotLines.Line(line.id().toString(), line.enterpriseId().toString(), line.minimum(), line.target(), line.maximum(),
                        line.priceCap().orElse(null), Set.copyOf(line.sources()), line.submittedAt()))
                .toList());
    }

    static SettlingTerms terms(Round round) {
        TenderTerms terms = round.tender().orElseThrow();
        long truck = terms.rules().stream().flatMap(rule -> rule instanceof AwardRule.WholeTrucks(_, var each) ? Stream.of(each.kg()) : Stream.empty()).findFirst().orElse(1L);
        return new SettlingTerms(ShareRule.valueOf(terms.shareRule().name()), CostRule.valueOf(terms.costRule().name()), truck,
                terms.ownFreight().stream().collect(Collectors.toMap(TenderTerms.OwnFreight::zone, TenderTerms.OwnFreight::fenPerTonne)), terms.feeRateBp(),
                new ShareTerms.Samples(DRAWN_ORDERS, round.id().getLeastSignificantBits()));
    }
}
