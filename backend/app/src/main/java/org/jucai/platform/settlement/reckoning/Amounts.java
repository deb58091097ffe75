package org.jucai.platform.settlement.reckoning;

import java.util.function.LongBinaryOperator;
import org.jucai.platform.contracts.ContractKind;

/**
 * What goods come to, tax included, in fen; each part may be negative in a correction.
 *
 * @param goodsFen at the contract's price by the mass that settles
 * @param qualityFen what quality, moisture or a shortfall change of it
 * @param freightFen of the supplier
 * @param equalisationFen 均价调节, through the finance group
 * @param feeFen of the finance group
 */
public record Amounts(long goodsFen, long qualityFen, long freightFen, long equalisationFen, long feeFen) {

    public static final Amounts ZERO = new Amounts(0, 0, 0, 0, 0);

    public Amounts plus(Amounts other) {
        return with(other, Math::addExact);
    }

    public Amounts minus(Amounts other) {
        return with(other, Math::subtractExact);
    }

    public Amounts negated() {
        return ZERO.minus(this);
    }

    private Amounts with(Amounts other, LongBinaryOperator by) {
        return new Amounts(by.applyAsLong(goodsFen, other.goodsFen), by.applyAsLong(qualityFen, other.qualityFen), by.applyAsLong(freightFen, other.freightFen),
                by.applyAsLong(equalisationFen, other.equalisationFen), by.applyAsLong(feeFen, other.feeFen));
    }

    /** The part that a contract of this kind settles. Upstream and downstream are cut from the same amounts, so they cannot differ in the goods. */
    public Amounts of(ContractKind kind) {
        return switch (kind) {
            case SUPPLY -> new Amounts(goodsFen, qualityFen, freightFen, 0, 0);
            case RESALE -> this;
            case SERVICE -> new Amounts(0, 0, 0, equalisationFen, feeFen);
        };
    }

    public long totalFen() {
        return goodsFen + qualityFen + freightFen + equalisationFen + feeFen;
    }
}
