package org.jucai.platform.award.settling;

import java.util.Map;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShareTerms;

/**
 * What a round published about sharing and paying before offers were due.
 *
 * @param truckKg shares are multiples of this where all lines can have such shares; 1 = kilograms
 * @param ownFreightFenPerTonneByZone what fetching a tonne costs its member where an offer is ex works, net of deductible tax
 * @param feeRateBp of the purchasing party, tax included, in hundredths of a per cent of the goods' amount; 0 = none
 * @param samples orders of joining that are drawn where there are too many to count, and their seed
 */
public record SettlingTerms(ShareRule shareRule, CostRule costRule, long truckKg, Map<String, Long> ownFreightFenPerTonneByZone, int feeRateBp,
                            ShareTerms.Samples samples) {

    public SettlingTerms {
        ownFreightFenPerTonneByZone = Map.copyOf(ownFreightFenPerTonneByZone);
        if (feeRateBp < 0) throw new IllegalArgumentException("a fee is not negative: " + feeRateBp);
    }
}
