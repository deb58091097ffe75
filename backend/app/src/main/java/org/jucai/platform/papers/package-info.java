/**
 * Papers for the file: what a notice or a record says, written as a Word document that can be printed, sealed with a stamp and kept.
 *
 * <p>Apache POI writes them (it is here for workbooks already; Apache licence).
 */
@NullMarked
@ApplicationModule(displayName = "Papers", allowedDependencies = {"kernel"})
package org.jucai.platform.papers;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
