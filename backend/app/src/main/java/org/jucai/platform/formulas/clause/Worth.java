package org.jucai.platform.formulas.clause;

/**
 * What effects come to, each kind by itself, so that nothing is rounded and no price is needed yet.
 *
 * @param fenPerTonne on the price
 * @param pricePpm on the price, in parts per million of the base price
 * @param massPpm on the mass that is paid
 * @param amountFen on the amount
 */
record Worth(Rank rank, Ratio fenPerTonne, Ratio pricePpm, Ratio massPpm, Ratio amountFen) {

    /** From the worst: nothing is taken, nothing is paid, something is. */
    enum Rank { REFUSED, UNPAID, PAID }

    static final Worth NOTHING = new Worth(Rank.PAID, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
    static final Worth UNPAID = new Worth(Rank.UNPAID, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
    static final Worth REFUSED = new Worth(Rank.REFUSED, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);

    static Worth of(Of of, Ratio value) {
        return switch (of) {
            case FEN_PER_TONNE -> new Worth(Rank.PAID, value, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO);
            case PRICE_PPM -> new Worth(Rank.PAID, Ratio.ZERO, value, Ratio.ZERO, Ratio.ZERO);
            case MASS_PPM -> new Worth(Rank.PAID, Ratio.ZERO, Ratio.ZERO, value, Ratio.ZERO);
            case AMOUNT_FEN -> new Worth(Rank.PAID, Ratio.ZERO, Ratio.ZERO, Ratio.ZERO, value);
        };
    }

    Worth plus(Worth other) {
        return new Worth(rank.compareTo(other.rank) < 0 ? rank : other.rank, fenPerTonne.plus(other.fenPerTonne), pricePpm.plus(other.pricePpm),
                massPpm.plus(other.massPpm), amountFen.plus(other.amountFen));
    }

    /** The change of the price at this base price, in fen for a tonne. */
    Ratio onPrice(Ratio base) {
        return fenPerTonne.plus(base.times(pricePpm).over(Ratio.MILLION));
    }

    /** Whether it is no better than the other in any respect, whatever the base price between these two. */
    boolean isNoBetterThan(Worth other, PriceFormula.Base base) {
        if (rank != other.rank) return rank.compareTo(other.rank) < 0;
        return rank != Rank.PAID
                || massPpm.compareTo(other.massPpm) <= 0 && amountFen.compareTo(other.amountFen) <= 0
                        && isNoDearerAt(Ratio.of(base.fromFenPerTonne()), other) && isNoDearerAt(Ratio.of(base.toFenPerTonne()), other);
    }

    /** The difference is a straight line over the base price: where it holds at both ends it holds between. */
    private boolean isNoDearerAt(Ratio base, Worth other) {
        return onPrice(base).compareTo(other.onPrice(base)) <= 0;
    }
}
