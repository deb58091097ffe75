package org.jucai.platform.rounds.workbook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A line of demand with normalised values: masses in whole kilograms, the cap in fen per tonne, delivered and with tax.
 *
 * @param minimumKg null where the cell is blank (it then means the target)
 * @param maximumKg null where the cell is blank (it then means the target)
 * @param priceCapFenPerTonne null means no cap
 * @param deliveryPointId null where the member's places are not known
 * @param payment null where the workbook does not say
 */
public record DemandLine(
        String enterpriseId, String uscc, String enterpriseName, String grade, List<String> substitutes,
        @Nullable Long minimumKg, long targetKg, @Nullable Long maximumKg, @Nullable Long priceCapFenPerTonne,
        String deliveryPlace, @Nullable String deliveryPointId, LocalDate deliveryFrom, LocalDate deliveryTo,
        @Nullable Payment payment, String remark) {

    public DemandLine {
        substitutes = List.copyOf(substitutes);
    }

    /** What two lines must not share: enterprise, grade, place and window. */
    public record Key(String enterpriseId, String grade, String deliveryPlace, LocalDate deliveryFrom, LocalDate deliveryTo) {}

    public Key key() {
        return new Key(enterpriseId, grade, deliveryPlace, deliveryFrom, deliveryTo);
    }

    /** Equal in everything but the remark. */
    public boolean saysTheSameAs(DemandLine other) {
        return withoutRemark().equals(other.withoutRemark());
    }

    private DemandLine withoutRemark() {
        return new DemandLine(enterpriseId, uscc, enterpriseName, grade, substitutes, minimumKg, targetKg, maximumKg,
                priceCapFenPerTonne, deliveryPlace, deliveryPointId, deliveryFrom, deliveryTo, payment, "");
    }
}
