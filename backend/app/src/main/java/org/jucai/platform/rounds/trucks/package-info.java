/**
 * Truck loads of pooled orders: full trucks, part loads, and which part loads could travel together. Pure arithmetic; what awards bring is
 * packed by the same {@link org.jucai.platform.rounds.trucks.Packing}. A plan shows members to each other, so it is for the secretariat; a
 * member gets {@link org.jucai.platform.rounds.trucks.OwnLoads}.
 */
@NullMarked
@NamedInterface("trucks")
package org.jucai.platform.rounds.trucks;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
