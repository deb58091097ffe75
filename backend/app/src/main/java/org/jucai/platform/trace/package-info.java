/**
 * Traceability 追溯: from the code on a label back to the quarry or kiln and on to the member, as far as whoever scans it may know, each step with its
 * proof.
 */
@NullMarked
@ApplicationModule(
        displayName = "Trace",
        allowedDependencies = {"kernel", "journal", "membership", "contracts", "contracts :: deliveries", "contracts :: custody", "contracts :: weighing", "contracts :: spi", "formulas :: clause", "inspection", "recovery"})
package org.jucai.platform.trace;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
