package org.jucai.platform.settlement;

import java.time.LocalDate;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.settlement.reckoning.Amounts;

/**
 * What goods are worth, as it is kept: once, for both sides.
 *
 * @param supplyId the supply contract; {@code coverId}: the member's contract for the same goods
 * @param monthOn the first day of the month in which they came
 * @param byMonth whether the formula settles a month's lots together
 * @param looksAtAll whether the formula looks at how much came in all
 * @param decidedOn the day on which their quality was decided
 */
record Valued(UUID id, Optional<UUID> deliveryId, UUID roundId, UUID supplyId, UUID coverId, LocalDate monthOn, boolean byMonth, boolean looksAtAll, Kilograms mass, Amounts amounts, Body body) {

    /** @param said with all steps: a line keeps those of its own part */
    record Body(Line.Said said, LocalDate decidedOn) {}

    /** Cut for a contract of this kind. */
    Line line(ContractKind kind, Optional<LocalDate> dueOn) {
        Line.Said all = body.said();
        Line.Said own = new Line.Said(all.code(), all.itemId(), all.grade(), all.lotCode(), all.lineCode(), all.enterpriseId(), all.on(), all.rates(), all.tickets(),
                all.steps().stream().filter(step -> switch (step.about()) {
                    case GOODS, FORMULA, QUALITY, MOISTURE, SHORTFALL, FREIGHT -> kind.sellsGoods();
                    case EQUALISATION, FEE -> kind.coversSupply();
                }).toList());
        return new Line(id, deliveryId, mass, amounts.of(kind), own, dueOn, true);
    }
}
