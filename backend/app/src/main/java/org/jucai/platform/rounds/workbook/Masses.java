package org.jucai.platform.rounds.workbook;

import java.math.BigDecimal;
import org.jspecify.annotations.Nullable;

/** Minimum, target and maximum of a row, in whole kilograms: above nothing, at most 100,000 t, in order. */
record Masses(@Nullable Long minimumKg, long targetKg, @Nullable Long maximumKg) {

    private static final BigDecimal MOST = new BigDecimal(100_000_000);
    private static final BigDecimal DOUBTFUL_WITHOUT_UNIT = new BigDecimal(10_000_000);

    static @Nullable Masses decide(Verdict verdict, TableUnits units) {
        BigDecimal minimum = read(verdict, Field.MINIMUM, units);
        BigDecimal target = read(verdict, Field.TARGET, units);
        BigDecimal maximum = read(verdict, Field.MAXIMUM, units);
        boolean inRange = inRange(verdict, Field.MINIMUM, minimum) & inRange(verdict, Field.TARGET, target) & inRange(verdict, Field.MAXIMUM, maximum);
        boolean whole = whole(verdict, Field.MINIMUM, minimum) & whole(verdict, Field.TARGET, target) & whole(verdict, Field.MAXIMUM, maximum);
        if (inRange) order(verdict, minimum, target, maximum);
        return target == null || !inRange || !whole ? null : new Masses(kg(minimum), target.longValueExact(), kg(maximum));
    }

    private static @Nullable Long kg(@Nullable BigDecimal mass) {
        return mass == null ? null : mass.longValueExact();
    }

    private static @Nullable BigDecimal read(Verdict verdict, Field field, TableUnits units) {
        if (verdict.isBroken(field)) return null;
        Cell cell = verdict.row().get(field);
        MassUnit unit = units.of(field, verdict.row().get(Field.UNIT));
        return switch (Quantity.read(cell, unit)) {
            case Quantity.Exactly exactly -> exactly(verdict, field, exactly, unit);
            case Quantity.About about -> {
                verdict.confirm(Reason.AMBIGUOUS_QUANTITY, field);
                yield about.kg();
            }
            case Quantity.Unclear _ -> {
                verdict.ask(Reason.AMBIGUOUS_QUANTITY, field);
                yield null;
            }
            case Quantity.Nothing _ -> {
                if (field == Field.TARGET) verdict.reject(Reason.MISSING_FIELD, field);
                yield null;
            }
        };
    }

    /** Where no unit is named anywhere, tonnes are likely; but 85,000 may well be kilograms. */
    private static BigDecimal exactly(Verdict verdict, Field field, Quantity.Exactly read, @Nullable MassUnit unit) {
        boolean assumed = unit == null && !read.otherUnit() && MassUnit.in(verdict.row().text(field)).isEmpty();
        if (assumed) verdict.warn(Warning.UNIT_ASSUMED);
        if (assumed && read.kg().compareTo(DOUBTFUL_WITHOUT_UNIT) >= 0) verdict.confirm(Reason.AMBIGUOUS_QUANTITY, field);
        if (read.otherUnit() && unit != null) verdict.warn(Warning.UNIT_IN_CELL);
        return read.kg();
    }

    private static boolean inRange(Verdict verdict, Field field, @Nullable BigDecimal kg) {
        if (kg == null || (kg.signum() > 0 && kg.compareTo(MOST) <= 0)) return true;
        verdict.reject(Reason.QUANTITY_RANGE, field);
        return false;
    }

    private static boolean whole(Verdict verdict, Field field, @Nullable BigDecimal kg) {
        if (kg == null || kg.stripTrailingZeros().scale() <= 0) return true;
        verdict.ask(Reason.QUANTITY_PRECISION, field);
        return false;
    }

    private static void order(Verdict verdict, @Nullable BigDecimal minimum, @Nullable BigDecimal target, @Nullable BigDecimal maximum) {
        boolean low = minimum != null && target != null && minimum.compareTo(target) > 0;
        boolean high = maximum != null && target != null && maximum.compareTo(target) < 0;
        boolean crossed = minimum != null && maximum != null && minimum.compareTo(maximum) > 0;
        if (low || crossed) verdict.reject(Reason.QUANTITY_ORDER, Field.MINIMUM);
        else if (high) verdict.reject(Reason.QUANTITY_ORDER, Field.MAXIMUM);
    }
}
