/** Procurement rounds: demand is collected, locked, pooled into lots, frozen, tendered and awarded. */
@NullMarked
@ApplicationModule(
        displayName = "Rounds",
        allowedDependencies = {"kernel", "journal", "membership", "membership :: spi", "catalogue"})
package org.jucai.platform.rounds;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
