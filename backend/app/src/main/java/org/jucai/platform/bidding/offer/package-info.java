/**
 * What an envelope holds: the header of an offer and its offers for lots, read strictly with a name for every fault.
 * Pure; {@code api-spec/envelope/offer.schema.json} is the schema.
 */
@NullMarked
@NamedInterface("offer")
package org.jucai.platform.bidding.offer;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
