package org.jucai.platform.rounds.trucks;

import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What a member may see of a plan: its own line only. Nothing of with whom, how much, or how many.
 *
 * @param partLoad what remains beyond full trucks
 * @param canShare whether the plan puts the part load with that of another enterprise; one bit, after lock only
 */
record OwnLoads(UUID lineId, long fullTrucks, Kilograms partLoad, boolean canShare) {}
