package org.jucai.platform.contracts.deliveries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.weighing.Outcome;

/** What happened to a delivery; all whom it concerns read it. */
sealed interface DeliveryEvent {

    record DeliveryPlanned(UUID contractId, UUID itemId, String code, long massKg, LocalDate on) implements DeliveryEvent {}

    record DeliveryNotified(String plate, long loadedKg, Instant expectedAt) implements DeliveryEvent {}

    record DeliveryArrived(Instant statedAt) implements DeliveryEvent {}

    record DeliveryChecked(String remark) implements DeliveryEvent {}

    record DeliveryRefused(String reason) implements DeliveryEvent {}

    /** A ticket of the origin, or one of the destination before the other side's is there. */
    record DeliveryTicketEntered() implements DeliveryEvent {}

    record DeliveryToBeWeighedAgain(long differenceKg) implements DeliveryEvent {}

    record DeliveryWeighed(long massKg, @Nullable Long differenceKg, Outcome.Because because) implements DeliveryEvent {}

    record DeliveryUnloaded() implements DeliveryEvent {}

    record DeliveryPassed(DeliveryStatus to, String report) implements DeliveryEvent {}

    record DeliveryReleased(long massKg, long leftKg, String paymentReference, String permitReference) implements DeliveryEvent {}

    record DeliveryCancelled(String reason) implements DeliveryEvent {}

    record DeliveryReturned(String reason) implements DeliveryEvent {}
}
