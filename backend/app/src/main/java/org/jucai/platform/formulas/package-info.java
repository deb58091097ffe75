/** Price adjustment formulas 计价条款: documents that say how quality turns into money, in versions that stay, and their exact evaluation. */
@NullMarked
@ApplicationModule(displayName = "Formulas", allowedDependencies = {"kernel", "journal", "catalogue"})
package org.jucai.platform.formulas;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
