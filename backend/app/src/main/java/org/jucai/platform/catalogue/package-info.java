/** The catalogue: materials, grades and their limits, "this or better", spellings, test methods, price index, calendars. */
@NullMarked
@ApplicationModule(displayName = "Catalogue", allowedDependencies = {"kernel", "journal"})
package org.jucai.platform.catalogue;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
