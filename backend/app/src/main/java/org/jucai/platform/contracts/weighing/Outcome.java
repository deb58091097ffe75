package org.jucai.platform.contracts.weighing;

import java.util.OptionalLong;
import org.jucai.platform.kernel.Kilograms;

/** What the tickets of a delivery come to. */
public sealed interface Outcome {

    /** No ticket of the destination yet. */
    record NotWeighed() implements Outcome {}

    /**
     * This mass is settled by.
     *
     * @param differenceKg destination less origin; empty where there is no ticket of the origin
     */
    record Settled(Kilograms mass, OptionalLong differenceKg, Because because) implements Outcome {}

    /** The difference 磅差 is beyond the limit: weigh again at the destination. */
    record WeighAgain(long differenceKg) implements Outcome {}

    /** Why a mass is settled by. */
    enum Because {
        /** Both tickets agree within the limit, so the contract's rule says which counts. */
        AGREED,
        /** The origin gave no ticket. */
        ONE_TICKET,
        /** Weighed again, the destination agrees with itself and not with the origin: it counts, and the supplier may contest it. */
        CONFIRMED_BY_WEIGHING_AGAIN
    }
}
