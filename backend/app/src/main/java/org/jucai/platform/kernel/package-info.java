/**
 * What every module speaks in: masses, money, prices, ids, decisions, refusals, actors, pages, and the one way to the
 * database. Open to all; depends on nothing of ours.
 */
@NullMarked
@ApplicationModule(displayName = "Kernel", type = ApplicationModule.Type.OPEN)
package org.jucai.platform.kernel;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
