package org.jucai.platform.award.settling;

import java.math.BigInteger;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;

/**
 * What is paid for a tonne: the offered price after the discount, tax included; a whole fen per tonne (law 1), rounded half up once.
 *
 * @param vatRateBp rate of the tax in hundredths of a per cent
 * @param vatIncluded whether the tax is in the offered prices
 */
record PaidPrice(int vatRateBp, boolean vatIncluded) {

    private static final long WHOLE_BP = 10_000;

    FenPerTonne of(long offeredFenPerTonne, int discountBp) {
        BigInteger above = BigInteger.valueOf(offeredFenPerTonne).multiply(BigInteger.valueOf((WHOLE_BP - discountBp) * (vatIncluded ? WHOLE_BP : WHOLE_BP + vatRateBp)));
        return new FenPerTonne(halfUp(above, BigInteger.valueOf(WHOLE_BP * WHOLE_BP)));
    }

    /** The tax in an amount, half up: the tax stands outside the price (Value-added Tax Law, article 7). */
    Fen taxIn(Fen amount) {
        return new Fen(halfUp(BigInteger.valueOf(amount.fen()).multiply(BigInteger.valueOf(vatRateBp)), BigInteger.valueOf(WHOLE_BP + vatRateBp)));
    }

    /** A fee of so many hundredths of a per cent of an amount, half up. */
    static Fen fee(Fen of, int rateBp) {
        return new Fen(halfUp(BigInteger.valueOf(of.fen()).multiply(BigInteger.valueOf(rateBp)), BigInteger.valueOf(WHOLE_BP)));
    }

    private static long halfUp(BigInteger above, BigInteger below) {
        return above.shiftLeft(1).add(below).divide(below.shiftLeft(1)).longValueExact();
    }
}
