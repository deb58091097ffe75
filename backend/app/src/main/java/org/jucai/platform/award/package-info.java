/** Awards: the problem, how it is solved and checked, what each member gets of it, and how it travels. */
@NullMarked
@ApplicationModule(
        displayName = "Award",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "rounds", "rounds :: spi", "rounds :: lots", "rounds :: demand", "rounds :: trucks", "bidding :: offer",
                "bidding :: bids"})
package org.jucai.platform.award;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
