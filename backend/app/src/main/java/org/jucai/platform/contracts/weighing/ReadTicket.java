package org.jucai.platform.contracts.weighing;

import java.time.Instant;
import java.util.List;
import java.util.Optional;

/**
 * A row of a weighbridge's table, as it was read.
 *
 * @param sheet empty where the file has none
 * @param number of the row, from 1
 * @param ticket what may be entered; empty where there are faults
 */
public record ReadTicket(String sheet, int number, Optional<Form> ticket, List<Fault> faults) {

    public ReadTicket {
        faults = List.copyOf(faults);
    }

    /** A ticket and the truck it belongs to. @param plate where no code of a delivery is stated */
    public record Form(Optional<String> deliveryCode, Optional<String> plate, Slip slip) {}

    /** What stands on the slip. @param weighedAt as stated */
    public record Slip(String bridge, String number, long grossKg, long tareKg, Instant weighedAt) {}

    /** What is wrong with which column, and what stands there. */
    public record Fault(TicketColumn column, Why why, String said) {}

    /** Why a cell is not read. */
    public enum Why {
        /** Nothing stands there, and nothing else says it. */
        MISSING,
        /** No number, no day, or no unit that can be told. */
        UNCLEAR,
        /** The net that is printed is not gross less tare. */
        NET_DIFFERS,
        /** Longer than such a text is, or heavier than any truck. */
        TOO_LARGE
    }
}
