/** Sealed offers: envelopes that nobody opens alone or early, their opening, and what they hold. */
@NullMarked
@ApplicationModule(
        displayName = "Bidding",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "rounds", "rounds :: spi", "rounds :: lots", "papers"})
package org.jucai.platform.bidding;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
