package org.jucai.platform.contracts;

import java.math.BigInteger;
import org.jucai.platform.kernel.Kilograms;

/**
 * How delivered goods are counted.
 *
 * @param toleranceBp 数量允差: by how much more than contracted may be delivered, in hundredths of a per cent
 * @param ticket which weighing settles
 * @param weighingDifferencePermille 磅差: a greater difference between both weighings is weighed again
 * @param moisture how moisture is taken off
 */
public record DeliveryTerms(int toleranceBp, Ticket ticket, int weighingDifferencePermille, Moisture moisture) {

    private static final long WHOLE_BP = 10_000;

    /** The weighing that settles. */
    public enum Ticket { DESTINATION, ORIGIN, MEAN }

    /** What is deducted: 超出部分 the moisture above the limit, or all of it (折干). */
    public enum MoistureRule { EXCESS, FULL }

    /** @param limitPpm of the mass as received */
    public record Moisture(MoistureRule rule, long limitPpm) {}

    /** The most that may be called off and delivered of a contracted mass; a part of a kilogram is not. */
    public Kilograms most(Kilograms contracted) {
        return new Kilograms(BigInteger.valueOf(contracted.kg()).multiply(BigInteger.valueOf(WHOLE_BP + toleranceBp)).divide(BigInteger.valueOf(WHOLE_BP)).longValueExact());
    }
}
