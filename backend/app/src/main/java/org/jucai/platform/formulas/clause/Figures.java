package org.jucai.platform.formulas.clause;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.RoundingMode;
import java.text.DecimalFormat;
import java.text.DecimalFormatSymbols;
import java.util.Locale;

/** Figures as people read them; where six decimals do not say all, with a sign of that. */
public final class Figures {

    private static final int DECIMALS = 6;

    private Figures() {}

    /** Yuan from fen, with two decimals at least. */
    public static String yuan(Ratio fen) {
        return decimal(fen.over(Ratio.of(100)), 2);
    }

    /** Tonnes from kilograms. */
    public static String tonnes(Ratio kg) {
        return decimal(kg.over(Ratio.of(1_000)), 3);
    }

    /** Percent from parts per million; a part that percent cannot say stays a fraction of the whole. */
    public static String percent(Ratio ppm) {
        Ratio percent = ppm.over(Ratio.of(10_000));
        return ends(percent) ? decimal(percent, 0) + " %" : ppm.over(Ratio.MILLION).toString();
    }

    /** A reading with the unit of its measure. */
    public static String reading(Measure measure, Ratio figure) {
        return switch (measure.unit()) {
            case PPM -> decimal(figure.over(Ratio.of(10_000)), 0) + " %";
            case MG_PER_CM3 -> decimal(figure.over(Ratio.of(1_000)), 0) + " g/cm³";
            case CELSIUS -> decimal(figure, 0) + " °C";
            case THOUSANDTHS -> decimal(figure.over(Ratio.of(1_000)), 0);
            case KJ_PER_KG -> decimal(figure.over(Ratio.of(1_000)), 0) + " MJ/kg";
        };
    }

    /** A number. */
    public static String number(Ratio number) {
        return decimal(number, 0);
    }

    private static boolean ends(Ratio number) {
        return new Ratio(number.numerator().multiply(BigInteger.TEN.pow(DECIMALS)), number.denominator()).isWhole();
    }

    private static String decimal(Ratio number, int decimals) {
        BigDecimal rounded = new BigDecimal(number.numerator()).divide(new BigDecimal(number.denominator()), DECIMALS, RoundingMode.HALF_UP);
        DecimalFormat format = new DecimalFormat("#,##0.######", DecimalFormatSymbols.getInstance(Locale.ROOT));
        format.setMinimumFractionDigits(decimals);
        return (ends(number) ? "" : "≈ ") + format.format(rounded).replace('-', '−');
    }
}
