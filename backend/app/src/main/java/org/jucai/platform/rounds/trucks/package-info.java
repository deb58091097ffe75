/**
 * Truck loads of pooled orders: full trucks, part loads, and which part loads could travel together. Pure arithmetic.
 * A plan shows members to each other, so it is for the secretariat; a member gets {@link org.jucai.platform.rounds.trucks.OwnLoads}.
 */
@NullMarked
package org.jucai.platform.rounds.trucks;

import org.jspecify.annotations.NullMarked;
