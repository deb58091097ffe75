package org.jucai.platform.catalogue;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.VatRate;

/**
 * A price that somebody observed.
 *
 * @param place where
 * @param observedOn when; only roughly, where {@code approximateDate}
 * @param remark kiln, size, circumstances
 */
public record ObservedPrice(
        GradeCode grade,
        String place,
        Basis basis,
        Tax tax,
        Quote quote,
        LocalDate observedOn,
        boolean approximateDate,
        String source,
        Confidence confidence,
        @Nullable String remark) {

    /** Where the price holds. */
    public enum Basis { EX_WORKS, DELIVERED }

    /** Which tax, and whether the price contains it. */
    public record Tax(boolean included, VatRate rate) {}

    /**
     * @param price the price; the middle, where a range was quoted
     * @param low lower end of a quoted range
     * @param high upper end of a quoted range
     */
    public record Quote(FenPerTonne price, @Nullable FenPerTonne low, @Nullable FenPerTonne high) {

        boolean isOrdered() {
            return (low == null || low.compareTo(price) <= 0) && (high == null || high.compareTo(price) >= 0);
        }
    }

    /** The price without tax, comparable across treatments of tax. */
    public FenPerTonne exTax() {
        return tax.included() ? tax.rate().takenOutOf(quote.price()) : quote.price();
    }
}
