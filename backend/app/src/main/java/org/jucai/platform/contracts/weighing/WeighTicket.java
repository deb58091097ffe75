package org.jucai.platform.contracts.weighing;

import java.time.Instant;
import java.util.UUID;

/**
 * A ticket in the books: for one delivery, once ever.
 *
 * @param enteredAt when it was entered, by the server's clock
 * @param enteredBy the party that entered it
 */
public record WeighTicket(UUID id, UUID deliveryId, Weighing weighing, Instant enteredAt, UUID enteredBy) {}
