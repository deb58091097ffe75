/**
 * Tells people and machines what concerns them: an inbox, text messages, 企业微信 and signed webhooks, each as its reader chose.
 *
 * <p>It listens to the event log only, and no module depends on it. The working-day calendar comes from {@code catalogue}.
 */
@NullMarked
@ApplicationModule(displayName = "Notifications", allowedDependencies = {"kernel", "journal", "membership", "membership :: spi", "catalogue"})
package org.jucai.platform.notifications;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.ApplicationModule;
