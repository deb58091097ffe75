package org.jucai.platform.bidding.opening;

import java.util.Optional;
import java.util.UUID;

/**
 * What became of a supplier's offer for a lot at the opening.
 *
 * @param lot as the header names it
 * @param because why it is never opened
 * @param deceit how it is two-faced
 */
public record OpeningLot(UUID supplierId, int section, String lot, SealState state, Optional<LotsToOpen.Because> because, Optional<String> deceit) {}
