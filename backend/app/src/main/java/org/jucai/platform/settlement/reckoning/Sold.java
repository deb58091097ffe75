package org.jucai.platform.settlement.reckoning;

import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import org.jucai.platform.contracts.ContractItem;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.formulas.clause.Clause;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * An item of a supply contract, and what stands downstream for the same goods.
 *
 * @param covering the item of the member's contract, with the equalisation and the fee
 * @param formula stamped on the supply contract: it counts for both sides
 * @param entitled what its member is to get at most: contracted, with what other members passed on
 * @param moisture the contract's rule, where there is no formula
 */
public record Sold(ContractItem supplied, ContractItem covering, Optional<PriceFormula> formula, DeliveryTerms.Moisture moisture, Kilograms entitled) {

    /** All that the item comes to when exactly the contracted mass is delivered. */
    Amounts whole() {
        return new Amounts(supplied.money().goodsFen(), 0, supplied.money().freightFen(), covering.money().equalisationFen(), covering.money().feeFen());
    }

    /** The price for a tonne; where parts of the item have prices of their own, their mean by mass: no truck is dearer for coming first. */
    FenPerTonne price() {
        Ratio amount = supplied.priced().stream().map(part -> Ratio.of(part.massKg()).times(Ratio.of(part.priceFenPerTonne()))).reduce(Ratio.ZERO, Ratio::plus);
        long mass = supplied.priced().stream().mapToLong(ContractItem.Priced::massKg).sum();
        return new FenPerTonne(amount.over(Ratio.of(mass)).halfUp());
    }

    /** The figure that each clause counts from: the least that is guaranteed where more is better, else the most. */
    Map<Measure, Long> guarantees(PriceFormula of) {
        Map<Measure, Long> figures = new EnumMap<>(Measure.class);
        for (Clause clause : of.clauses()) {
            supplied.goods().guarantees().stream().filter(each -> Measure.called(each.property()).filter(clause.property()::equals).isPresent()).forEach(each -> {
                Long figure = clause.better() == Clause.Better.HIGHER ? each.minimumPpm() : each.maximumPpm();
                if (figure != null) figures.put(clause.property(), figure);
            });
        }
        return figures;
    }
}
