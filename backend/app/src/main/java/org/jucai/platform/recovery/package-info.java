/**
 * Recovery 补救: what is done when goods turn out other than they were bought: whom they reached, their recall, their replacement, and what is done
 * where less comes.
 */
@NullMarked
@ApplicationModule(
        displayName = "Recovery",
        allowedDependencies = {"kernel", "journal", "membership", "rounds", "rounds :: demand", "award :: allocations", "award :: shares", "contracts", "contracts :: deliveries", "contracts :: custody", "contracts :: weighing", "contracts :: spi", "inspection"})
package org.jucai.platform.recovery;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
