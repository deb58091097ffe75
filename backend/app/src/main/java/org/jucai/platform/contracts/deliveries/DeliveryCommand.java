package org.jucai.platform.contracts.deliveries;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.contracts.weighing.Outcome;
import org.jucai.platform.kernel.Kilograms;

/** What is asked of a delivery. Who may ask is decided before. */
public sealed interface DeliveryCommand {

    /** The truck is loaded, or another one is. */
    record Notify(Delivery.Notice notice) implements DeliveryCommand {}

    /** @param statedAt by the clock at the gate; kept, not judged by */
    record Arrive(Instant statedAt) implements DeliveryCommand {}

    /** Looked at, and taken. @param files uploads that show what was seen */
    record Check(String remark, List<UUID> files) implements DeliveryCommand {
        public Check(String remark) {
            this(remark, List.of());
        }
    }

    /** Looked at, and not taken. */
    record Refuse(String reason, List<UUID> files) implements DeliveryCommand {
        public Refuse(String reason) {
            this(reason, List.of());
        }
    }

    /** @param room how much more the contract's item lets in, what was planned for this delivery included */
    record Weigh(Outcome outcome, Kilograms room) implements DeliveryCommand {}

    record Unload() implements DeliveryCommand {}

    /** Out of quarantine. @param report the number of the test report, or of the receiver's own acceptance */
    record Pass(String report) implements DeliveryCommand {}

    /** @param left what of it is still held after this release */
    record Release(Released released, Kilograms left) implements DeliveryCommand {}

    record Cancel(String reason) implements DeliveryCommand {}

    record Return(String reason) implements DeliveryCommand {}

    /** What is released, and on what grounds: the payment, and whoever permits it. */
    record Released(Kilograms mass, String paymentReference, String permitReference) {}
}
