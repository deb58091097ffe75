package org.jucai.platform.rounds.imports;

import java.math.BigDecimal;
import java.time.LocalDate;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.rounds.workbook.Field;
import org.jucai.platform.rounds.workbook.Payment;

/**
 * What a person corrects of a row; what is null stays as it was sent. Naming the enterprise in one way replaces all ways in
 * which the row names it.
 */
public record RowFix(
        @Nullable String enterpriseCode, @Nullable String uscc, @Nullable String enterpriseName, @Nullable String grade,
        List<String> substitutes, @Nullable Long minimumKg, @Nullable Long targetKg, @Nullable Long maximumKg,
        @Nullable Long priceCapFenPerTonne, @Nullable String deliveryPlace, @Nullable LocalDate deliveryFromOn,
        @Nullable LocalDate deliveryToOn, @Nullable Payment payment, @Nullable String remark) {

    public RowFix {
        substitutes = List.copyOf(substitutes);
    }

    /** The texts of the row after the correction, to be read by the same rules. */
    Map<Field, String> over(Map<Field, String> texts) {
        Map<Field, String> corrected = new EnumMap<>(Field.class);
        corrected.putAll(texts);
        if (enterpriseCode != null || uscc != null || enterpriseName != null) {
            corrected.keySet().removeAll(List.of(Field.ENTERPRISE_ID, Field.USCC, Field.ENTERPRISE_NAME));
        }
        if (deliveryFromOn != null || deliveryToOn != null) corrected.remove(Field.WINDOW);
        put(corrected, Field.ENTERPRISE_ID, enterpriseCode);
        put(corrected, Field.USCC, uscc);
        put(corrected, Field.ENTERPRISE_NAME, enterpriseName);
        put(corrected, Field.GRADE, grade);
        if (!substitutes.isEmpty()) corrected.put(Field.SUBSTITUTES, String.join("、", substitutes));
        figures(corrected);
        put(corrected, Field.PLACE, deliveryPlace);
        put(corrected, Field.FROM, deliveryFromOn == null ? null : deliveryFromOn.toString());
        put(corrected, Field.TO, deliveryToOn == null ? null : deliveryToOn.toString());
        put(corrected, Field.PAYMENT, payment == null ? null : payment.label());
        put(corrected, Field.REMARK, remark);
        return corrected;
    }

    private void figures(Map<Field, String> corrected) {
        put(corrected, Field.MINIMUM, tonnes(minimumKg));
        put(corrected, Field.TARGET, tonnes(targetKg));
        put(corrected, Field.MAXIMUM, tonnes(maximumKg));
        put(corrected, Field.PRICE_CAP, priceCapFenPerTonne == null ? null : BigDecimal.valueOf(priceCapFenPerTonne, 2).toPlainString() + "元/吨");
    }

    private static void put(Map<Field, String> texts, Field field, @Nullable String text) {
        if (text != null) texts.put(field, text);
    }

    /** The unit stands beside the figure, so that no unit of the row's own changes it. */
    private static @Nullable String tonnes(@Nullable Long kg) {
        return kg == null ? null : BigDecimal.valueOf(kg, 3).stripTrailingZeros().toPlainString() + "吨";
    }
}
