/**
 * Inspection 检验: batches of delivered goods, their blind samples, what laboratories find, who contests it, and what quality makes of the price.
 *
 * <p>The laboratories' half is {@code laboratory}: it knows codes and results, and neither batches nor parties.
 */
@NullMarked
@ApplicationModule(
        displayName = "Inspection",
        allowedDependencies = {"kernel", "journal", "membership", "catalogue", "formulas", "formulas :: clause", "papers", "contracts", "contracts :: deliveries", "contracts :: spi"})
package org.jucai.platform.inspection;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
