package org.jucai.platform.contracts.deliveries;

import java.util.Set;

/** Where a delivery stands on its custody track (lifecycle: delivery). */
public enum DeliveryStatus {
    PLANNED, NOTIFIED, ARRIVED,
    /** Looked at from outside 外观验收, and taken. */
    GATE_CHECKED,
    WEIGHED,
    /** Unloaded before the results 待检. */
    UNLOADED,
    AT_MEMBER, IN_STORE, RELEASED,
    /** Before it arrived. */
    CANCELLED,
    /** At the gate check. */
    REFUSED,
    /** Taken back by the supplier, after the gate. */
    RETURNED;

    private static final Set<DeliveryStatus> FINAL = Set.of(RELEASED, CANCELLED, REFUSED, RETURNED);

    /** A final state is never left. */
    public boolean isFinal() {
        return FINAL.contains(this);
    }
}
