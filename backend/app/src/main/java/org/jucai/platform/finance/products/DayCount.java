package org.jucai.platform.finance.products;

import java.math.BigInteger;
import org.jucai.platform.kernel.Fen;

/** By how many days a year counts; the days themselves are counted one by one. */
public enum DayCount {
    ACTUAL_360(360),
    ACTUAL_365(365);

    private static final BigInteger MILLION = BigInteger.valueOf(1_000_000);

    private final long yearDays;

    DayCount(long yearDays) {
        this.yearDays = yearDays;
    }

    /** Simple interest of so many days, rounded half up, once. @param ratePpm a year, in parts per million */
    public Fen interest(Fen principal, long ratePpm, long days) {
        BigInteger doubled = BigInteger.valueOf(principal.fen()).multiply(BigInteger.valueOf(ratePpm)).multiply(BigInteger.valueOf(days)).shiftLeft(1);
        BigInteger divisor = MILLION.multiply(BigInteger.valueOf(yearDays));
        return new Fen(doubled.add(divisor).divide(divisor.shiftLeft(1)).longValueExact());
    }
}
