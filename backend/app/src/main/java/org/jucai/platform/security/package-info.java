/**
 * The edge: who is calling, and may they. Session or token becomes an actor; the specification says who may call what;
 * every sign-in and every refusal is kept.
 */
@NullMarked
@ApplicationModule(displayName = "Security", allowedDependencies = {"kernel", "journal", "membership", "membership :: spi"})
package org.jucai.platform.security;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
