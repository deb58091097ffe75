package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.OptionalLong;

/**
 * What one measure does to the price.
 *
 * @param measuredFrom what its bands count from
 * @param roundTo where values are rounded before they are compared, to multiples of this
 * @param bands from the lowest readings to the highest
 */
public record Clause(Measure property, Better better, Origin measuredFrom, OptionalLong roundTo, List<Band> bands) {

    /** Which readings are the better ones. */
    public enum Better { HIGHER, LOWER }

    /** What bands count from. */
    public enum Origin {
        /** The reading itself. */
        ZERO,
        /** Its difference from what the contract guarantees, below it negative. */
        GUARANTEE
    }

    public Clause {
        bands = List.copyOf(bands);
    }

    /** The lowest figure that its bands may have to judge; empty where there is no end. */
    OptionalLong least() {
        if (measuredFrom == Origin.ZERO) return OptionalLong.of(0);
        return property.most().isEmpty() ? OptionalLong.empty() : OptionalLong.of(-property.most().getAsLong());
    }

    OptionalLong most() {
        return property.most();
    }

    /** Where the band is that holds for this figure. */
    int bandOf(Ratio figure) {
        for (int i = 0; i < bands.size(); i++) if (bands.get(i).contains(figure)) return i;
        throw new IllegalArgumentException(property + " has no band for " + figure);
    }
}
