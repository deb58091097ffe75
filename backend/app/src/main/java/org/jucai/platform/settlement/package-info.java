/**
 * Settlement 结算: what each delivery is worth on both sides, statements that both sides agree to, invoices that match them, and who pays how much on which day.
 *
 * <p>{@code reckoning} is its arithmetic: pure, exact, and rounded where it says so.
 */
@NullMarked
@ApplicationModule(
        displayName = "Settlement",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "formulas :: clause", "papers", "rounds", "contracts", "contracts :: deliveries", "contracts :: weighing",
                "contracts :: spi"})
package org.jucai.platform.settlement;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
