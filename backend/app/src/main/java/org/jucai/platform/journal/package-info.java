/** The append-only event log, its feed with a cursor that loses nothing, and the records that make a command happen once. */
@NullMarked
@ApplicationModule(displayName = "Journal", allowedDependencies = {"kernel"})
package org.jucai.platform.journal;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
