/**
 * Who takes part: parties of every kind, their memberships, evidence and delivery points; the people who act for them,
 * their roles and credentials.
 */
@NullMarked
@ApplicationModule(displayName = "Membership", allowedDependencies = {"kernel", "journal"})
package org.jucai.platform.membership;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
