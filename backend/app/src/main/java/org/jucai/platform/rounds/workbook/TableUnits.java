package org.jucai.platform.rounds.workbook;

import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The units a table's headers and title name.
 *
 * @param mass by column, where its header names one
 * @param titled what the title names, or null
 * @param withoutTax the header says that its prices are net of tax
 */
record TableUnits(Map<Field, MassUnit> mass, @Nullable MassUnit titled, Price.Unit price, boolean withoutTax) {

    static final TableUnits TONNES_AND_YUAN = new TableUnits(Map.of(), MassUnit.TONNE, Price.Unit.YUAN_PER_TONNE, false);

    /** The unit of a column for a row whose own column of units says {@code unitCell}; null where nobody says. */
    @Nullable MassUnit of(Field field, Cell unitCell) {
        Optional<MassUnit> own = MassUnit.of(unitCell.text());
        return own.orElseGet(() -> mass.getOrDefault(field, titled));
    }

    String spelledOut(Field field, String text, Cell unitCell) {
        if (field.isMass()) {
            MassUnit unit = of(field, unitCell);
            boolean bare = Quantity.number(text).isPresent();
            return bare && unit != null && unit != MassUnit.TONNE ? text + unit.label() : text;
        }
        if (field != Field.PRICE_CAP) return text;
        String unit = Quantity.number(text).isPresent() && price != Price.Unit.YUAN_PER_TONNE ? price.label() : "";
        return text + unit + (withoutTax && !text.contains("税") && !unit.isEmpty() ? "(不含税)" : "");
    }
}
