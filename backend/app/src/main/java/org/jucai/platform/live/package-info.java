/** Server-sent events: what happened, shaped for each audience, resumable without a loss. */
@NullMarked
@ApplicationModule(
        displayName = "Live",
        allowedDependencies = {"kernel", "journal", "security", "rounds", "rounds :: pool", "rounds :: web"})
package org.jucai.platform.live;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
