package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** The cap in whole fen per tonne; null is no cap. */
final class PriceRule {

    private static final BigDecimal DOUBTFUL = new BigDecimal(2_000_000);

    private PriceRule() {}

    static @Nullable Long decide(Verdict verdict, TableUnits units) {
        if (verdict.isBroken(Field.PRICE_CAP)) return null;
        return switch (Price.read(verdict.row().get(Field.PRICE_CAP), units.price(), units.withoutTax())) {
            case Price.Cap cap -> cap(verdict, cap);
            case Price.NoCap _ -> null;
            case Price.Negotiable _ -> {
                verdict.warn(Warning.PRICE_TEXT);
                yield null;
            }
            case Price.Unclear _ -> {
                verdict.ask(Reason.AMBIGUOUS_PRICE, Field.PRICE_CAP);
                yield null;
            }
        };
    }

    private static @Nullable Long cap(Verdict verdict, Price.Cap cap) {
        if (cap.otherUnit()) verdict.warn(Warning.UNIT_IN_CELL);
        if (cap.fenPerTonne().signum() <= 0) {
            verdict.reject(Reason.PRICE_RANGE, Field.PRICE_CAP);
            return null;
        }
        if (cap.fenPerTonne().compareTo(DOUBTFUL) > 0) {
            verdict.ask(Reason.PRICE_RANGE, Field.PRICE_CAP);
            return null;
        }
        if (cap.fenPerTonne().stripTrailingZeros().scale() > 0) {
            verdict.ask(Reason.AMBIGUOUS_PRICE, Field.PRICE_CAP);
            return null;
        }
        return cap.fenPerTonne().longValueExact();
    }
}
