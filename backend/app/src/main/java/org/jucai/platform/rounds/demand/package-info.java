/** Demand lines: what members ask for in a round, and how lines come in by the hundred in a second. */
@NullMarked
@NamedInterface("demand")
package org.jucai.platform.rounds.demand;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
