package org.jucai.platform.award.comparing;

import java.math.BigInteger;

/**
 * The price by which offers are compared (law 2): after the discount, net of the tax that the buyer deducts, and as if paid in
 * cash on the day. All in one exact fraction, rounded half up once to a whole fen per tonne.
 *
 * <p>Net of tax: {@code price / (1 + rate)} where the tax is in the price (Value-added Tax Law, article 7: the tax stands outside
 * the price). Cash equivalent of a bill of T days: {@code price / (1 + rate * T / 360)}, simple interest on a year of 360 days as
 * bills are discounted, at the rate that the round published. Prepaid counts as cash: no round pays the buyer for paying early.
 *
 * @param vatRateBp rate of the tax in hundredths of a per cent
 * @param vatIncluded whether the tax is in the offered prices
 * @param tenorDays days until a bill is paid; 0 for cash
 * @param billRateBp the round's published annual rate for bills, in hundredths of a per cent
 */
public record ComparisonPrice(int vatRateBp, boolean vatIncluded, int tenorDays, int billRateBp) {

    private static final BigInteger WHOLE_BP = BigInteger.valueOf(10_000);
    private static final long YEAR_DAYS = 360;

    /**
     * @param offeredFenPerTonne as the supplier wrote it
     * @param discountBp taken off first, in hundredths of a per cent
     * @return whole fen per tonne
     */
    public long fenPerTonne(long offeredFenPerTonne, int discountBp) {
        BigInteger year = WHOLE_BP.multiply(BigInteger.valueOf(YEAR_DAYS));
        BigInteger above = BigInteger.valueOf(offeredFenPerTonne)
                .multiply(BigInteger.valueOf(10_000L - discountBp))
                .multiply(vatIncluded ? WHOLE_BP : BigInteger.ONE)
                .multiply(year);
        BigInteger below = WHOLE_BP
                .multiply(vatIncluded ? BigInteger.valueOf(10_000L + vatRateBp) : BigInteger.ONE)
                .multiply(year.add(BigInteger.valueOf((long) billRateBp * tenorDays)));
        return halfUp(above, below);
    }

    private static long halfUp(BigInteger above, BigInteger below) {
        return above.shiftLeft(1).add(below).divide(below.shiftLeft(1)).longValueExact();
    }
}
