package org.jucai.platform.contracts.deliveries;

import java.math.BigInteger;
import org.jucai.platform.kernel.Kilograms;

/**
 * What of a contract's item decides how much may come 数量允差.
 *
 * @param contracted what is to come: what was agreed, with what other members passed on, less what a shortfall took
 * @param calledOff what deliveries have claimed of it: planned, and settled once weighed
 * @param toleranceBp how much more or less counts as agreed, in hundredths of a percent
 */
public record CallOffTerms(Kilograms contracted, Kilograms calledOff, int toleranceBp) {

    private static final BigInteger WHOLE = BigInteger.valueOf(10_000);

    /** Delivered never exceeds this; a part of a kilogram is none. */
    public Kilograms most() {
        return times(WHOLE.longValueExact() + toleranceBp);
    }

    /** From here on it counts as delivered in full; a part of a kilogram is one. */
    public Kilograms least() {
        return contracted.minus(new Kilograms(most().kg() - contracted.kg()));
    }

    /** How much more may be called off. */
    public Kilograms room() {
        return new Kilograms(Math.max(0, most().kg() - calledOff.kg()));
    }

    /** How much a delivery that claimed {@code planned} may weigh. */
    public Kilograms roomFor(Kilograms planned) {
        return room().plus(planned);
    }

    /** Short delivery beyond the tolerance; nothing where enough came. @param delivered what was settled and stayed */
    public Kilograms shortBy(Kilograms delivered) {
        return new Kilograms(Math.max(0, least().kg() - delivered.kg()));
    }

    private Kilograms times(long bp) {
        return new Kilograms(BigInteger.valueOf(contracted.kg()).multiply(BigInteger.valueOf(bp)).divide(WHOLE).longValueExact());
    }
}
