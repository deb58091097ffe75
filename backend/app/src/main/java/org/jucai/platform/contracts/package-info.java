/**
 * Contracts of an award: drawn from what was settled, checked clause by clause, signed by both sides, called off and never beyond.
 *
 * <p>Papers of contracts come from {@code papers}; who seals and whether deposits are confirmed is asked through {@code spi}.
 */
@NullMarked
@ApplicationModule(
        displayName = "Contracts",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "formulas", "formulas :: clause", "files", "files :: web", "papers", "rounds", "rounds :: demand", "rounds :: sheets", "award :: decisions", "award :: allocations",
                "award :: settling", "bidding :: bids", "bidding :: offer", "bidding :: envelope"})
package org.jucai.platform.contracts;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
