package org.jucai.platform.formulas.web;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.formulas.FormulaRefusal;
import org.jucai.platform.formulas.clause.Delivered;
import org.jucai.platform.formulas.clause.FormulaFault;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.spec.model.EvaluatePriceFormula;
import org.jucai.spec.model.FormulaContractTotals;
import org.jucai.spec.model.FormulaLot;
import org.jucai.spec.model.FormulaReading;

/** What was asked by HTTP, in the module's words. */
final class FormulaForms {

    private FormulaForms() {}

    static Delivered delivered(EvaluatePriceFormula form) {
        List<FormulaLot> lots = form.getLots();
        List<Delivered.Lot> read = java.util.stream.IntStream.range(0, lots.size()).mapToObj(i -> lot(lots.get(i), "/lots/" + i + "/readings")).toList();
        return new Delivered(new FenPerTonne(form.getBasePriceFenPerTonne()), read, readings(form.getGuarantees(), "/guarantees", FormulaFault.GUARANTEE_TWICE),
                Optional.ofNullable(form.getTotals()).map(FormulaForms::totals), Boolean.TRUE.equals(form.getByConcession()));
    }

    private static Delivered.Lot lot(FormulaLot form, String where) {
        return new Delivered.Lot(form.getLot(), new Kilograms(form.getMassKg()), form.getDeliveredOn(), readings(form.getReadings(), where, FormulaFault.READING_TWICE));
    }

    private static Delivered.Totals totals(FormulaContractTotals form) {
        return new Delivered.Totals(new Kilograms(form.getContractedKg()), new Kilograms(form.getDeliveredKg()));
    }

    private static Map<Measure, Long> readings(@Nullable List<FormulaReading> forms, String where, FormulaFault twice) {
        Map<Measure, Long> readings = new EnumMap<>(Measure.class);
        for (FormulaReading form : forms == null ? List.<FormulaReading>of() : forms) {
            Measure measure = Measure.valueOf(form.getProperty().getValue());
            if (readings.put(measure, form.getValue()) != null) {
                throw new RefusedException(FormulaRefusal.EVALUATION_LACKS, Map.of("where", where + "/" + measure, "fault", twice, "count", 1));
            }
        }
        return readings;
    }
}
