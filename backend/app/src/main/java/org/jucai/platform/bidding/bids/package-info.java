/** Offers as they were opened, lot by lot, and what became of each: admitted, rejected, winning, in reserve, losing, expired. */
@NullMarked
@NamedInterface("bids")
package org.jucai.platform.bidding.bids;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
