package org.jucai.platform.award.settling;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.shares.Alone;
import org.jucai.platform.award.shares.CostCurve;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * The same offers for a lot, to somebody who buys of one supplier only: landed, at the tiers and the discount that the mass reaches
 * by itself. Offers that hold only together with other lots are none.
 */
final class AloneOffers implements CostCurve {

    /** Dearer than anything: nobody delivers such a mass. */
    private static final BigInteger NOT_TO_BE_HAD = BigInteger.TEN.pow(40);

    private final List<Terms> offers;
    private final String zone;
    private final SettlingTerms round;

    AloneOffers(List<Candidate> suppliers, LotLines lot, SettlingTerms round) {
        this.zone = lot.zone();
        this.round = round;
        this.offers = suppliers.stream()
                .flatMap(supplier -> supplier.offers().stream().filter(offer -> offer.lot().equals(lot.lot())).map(offer -> new Terms(supplier, offer)))
                .filter(terms -> terms.alone() && terms.reaches(zone, round))
                .toList();
    }

    /** The cheapest, goods and freight; empty where nobody delivers so little, or so much. */
    Optional<Alone.Cost> cheapest(Kilograms mass) {
        return Alone.of(mass, offers.stream().map(terms -> priced(terms, mass.kg())).toList());
    }

    private Alone.Offer priced(Terms terms, long kg) {
        FenPerTonne freight = new FenPerTonne(terms.freightPrice(zone).fen() + terms.ownFreight(zone, round).fen());
        return new Alone.Offer(terms.supplier().id(), new Kilograms(terms.offer().minimumKg()), new Kilograms(terms.offer().maximumKg()),
                terms.schedule(terms.discountBp(kg), freight));
    }

    @Override
    public BigInteger milliFen(long kg) {
        if (kg == 0) return BigInteger.ZERO;
        return offers.stream().filter(terms -> terms.offer().minimumKg() <= kg && kg <= terms.offer().maximumKg())
                .map(terms -> priced(terms, kg).schedule().milliFen(kg)).min(BigInteger::compareTo).orElse(NOT_TO_BE_HAD);
    }

    /** Where it may bend is asked of curves that charges are drawn from; this one is only compared with. */
    @Override
    public List<Long> breaks() {
        return List.of(0L);
    }
}
