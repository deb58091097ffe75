package org.jucai.platform.award.runs;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.comparing.PooledLot;
import org.jucai.platform.award.comparing.ProblemMaker;
import org.jucai.platform.award.solving.AwardProblem;
import org.jucai.platform.award.solving.Rule;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.rounds.AwardRule;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.lots.FrozenLots.FrozenLot;

/** Makes the award's problem of what the round knows, in the documents' words. Pure. */
final class RoundProblem {

    private RoundProblem() {}

    /**
     * What a problem is made of.
     *
     * @param rules that hold
     */
    record Parts(UUID round, TenderTerms terms, List<AwardRule> rules, List<FrozenLot> lots, List<Candidate> candidates, boolean everyLotServed) {
        Parts {
            lots = List.copyOf(lots);
            candidates = List.copyOf(candidates);
        }
    }

    static AwardProblem of(Parts parts) {
        Set<String> lots = parts.lots().stream().map(lot -> lot.lot().id().toString()).collect(Collectors.toSet());
        Set<String> suppliers = parts.candidates().stream().map(Candidate::id).collect(Collectors.toSet());
        List<Rule> rules = parts.rules().stream().flatMap(rule -> rule(rule).stream()).filter(rule -> speaksOf(rule, lots, suppliers)).toList();
        ProblemMaker.Published published = new ProblemMaker.Published(parts.round().toString(), gridKg(parts.rules()), parts.terms().billRateBp(),
                ownFreight(parts.terms()), rules);
        return new ProblemMaker(published).make(parts.lots().stream().map(lot -> pooled(lot, !parts.everyLotServed())).toList(),
                parts.candidates().stream().map(one -> within(one, lots)).toList());
    }

    /** Fen a tonne by zone, net of tax, where an offer is ex works. */
    static Map<String, Long> ownFreight(TenderTerms terms) {
        return terms.ownFreight().stream().collect(Collectors.toMap(TenderTerms.OwnFreight::zone, TenderTerms.OwnFreight::fenPerTonne));
    }

    private static PooledLot pooled(FrozenLot lot, boolean mayFail) {
        return new PooledLot(lot.lot().id().toString(), lot.lot().zone(), mayFail, lot.lines().stream()
                .map(line -> new PooledLot.Line(line.id().toString(), line.minimum().kg(), line.target().kg(), line.maximum().kg())).toList());
    }

    /** A bundle that names a lot which is not there can only fail: its offers go with it. */
    private static Candidate within(Candidate candidate, Set<String> lots) {
        List<List<String>> lost = candidate.terms().bundles().stream().filter(bundle -> !lots.containsAll(bundle)).toList();
        Set<String> gone = lost.stream().flatMap(List::stream).collect(Collectors.toSet());
        List<LotOffer> offers = candidate.offers().stream().filter(offer -> lots.contains(offer.lot()) && !gone.contains(offer.lot())).toList();
        List<List<String>> bundles = candidate.terms().bundles().stream().filter(lots::containsAll).toList();
        OfferHeader.Terms terms = new OfferHeader.Terms(candidate.terms().totalTiers(), bundles, candidate.terms().validUntilOn(), candidate.terms().depositReference());
        return new Candidate(candidate.id(), candidate.group(), candidate.small(), terms, offers);
    }

    /** Whole trucks are no rule of the problem's: every award is a multiple of its grid. */
    static long gridKg(List<AwardRule> rules) {
        return rules.stream().flatMap(rule -> rule instanceof AwardRule.WholeTrucks(_, var truck) ? Stream.of(truck.kg()) : Stream.empty()).findFirst().orElse(1L);
    }

    private static Optional<Rule> rule(AwardRule rule) {
        return switch (rule) {
            case AwardRule.MaxSuppliers(var id, var count) -> Optional.of(new Rule.MaxSuppliers(id, count));
            case AwardRule.MinSuppliers(var id, var count) -> Optional.of(new Rule.MinSuppliers(id, count));
            case AwardRule.MaxSuppliersPerLot(var id, var count, var lot) -> Optional.of(new Rule.MaxSuppliersPerLot(id, count, named(lot)));
            case AwardRule.MinSuppliersPerLot(var id, var count, var lot) -> Optional.of(new Rule.MinSuppliersPerLot(id, count, named(lot)));
            case AwardRule.MaxSupplierShare(var id, var share, var of) -> Optional.of(new Rule.MaxSupplierShare(id, share, Rule.Of.valueOf(of.name())));
            case AwardRule.MaxGroupShare(var id, var share, var of) -> Optional.of(new Rule.MaxGroupShare(id, share, Rule.Of.valueOf(of.name())));
            case AwardRule.MinSmallShare(var id, var share) -> Optional.of(new Rule.MinSmallShare(id, share));
            case AwardRule.ExcludedPair(var id, var supplier, var lot, _) -> Optional.of(new Rule.ExcludedPair(id, supplier.toString(), lot.toString()));
            case AwardRule.Quality(var id, var attribute, var least, var most, var lot) -> Optional.of(new Rule.Quality(id, attribute, ppm(least), ppm(most), named(lot)));
            case AwardRule.WholeTrucks _ -> Optional.empty();
        };
    }

    private static @Nullable String named(Optional<UUID> lot) {
        return lot.map(UUID::toString).orElse(null);
    }

    private static @Nullable Long ppm(OptionalInt bound) {
        return bound.isPresent() ? (Long) (long) bound.getAsInt() : null;
    }

    /** A rule on a lot that was not opened, or on a supplier that did not offer, demands nothing any more. */
    static boolean speaksOf(Rule rule, Set<String> lots, Set<String> suppliers) {
        return switch (rule) {
            case Rule.MaxSuppliersPerLot(_, _, var lot) -> lot == null || lots.contains(lot);
            case Rule.MinSuppliersPerLot(_, _, var lot) -> lot == null || lots.contains(lot);
            case Rule.Quality(_, _, _, _, var lot) -> lot == null || lots.contains(lot);
            case Rule.ExcludedPair(_, var supplier, var lot) -> lots.contains(lot) && suppliers.contains(supplier);
            case Rule.MaxSuppliers _, Rule.MinSuppliers _, Rule.MaxSupplierShare _, Rule.MaxGroupShare _, Rule.MinSmallShare _ -> true;
        };
    }
}
