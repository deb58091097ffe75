package org.jucai.platform.settlement;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.jucai.platform.settlement.reckoning.Step;
import org.jucai.platform.settlement.reckoning.TaxLine;

/**
 * A line of a statement: what goods of one truck come to by this contract.
 *
 * @param worthId what it is cut from; a line of the other side's statement is cut from the same
 * @param deliveryId empty for what only the contract's end shows
 * @param dueOn the day on which it is due, where the trigger is not the invoice
 * @param stands whether it was not taken back
 */
public record Line(UUID worthId, Optional<UUID> deliveryId, Kilograms mass, Amounts amounts, Said said, Optional<LocalDate> dueOn, boolean stands) {

    /**
     * What is read besides the figures.
     *
     * @param code of the delivery; empty where there is none
     * @param on the day the goods came, in Beijing
     */
    public record Said(String code, UUID itemId, String grade, String lotCode, String lineCode, UUID enterpriseId, LocalDate on, TaxLine.Rates rates, List<Ticket> tickets,
            List<Step> steps) {
        public Said {
            tickets = List.copyOf(tickets);
            steps = List.copyOf(steps);
        }
    }

    /** A weighing that stands behind a line. */
    public record Ticket(String side, String weighbridge, String number, long netKg) {}

    /** A line that takes it back. */
    Line negated() {
        return new Line(worthId, deliveryId, mass, amounts.negated(), said, dueOn, false);
    }
}
