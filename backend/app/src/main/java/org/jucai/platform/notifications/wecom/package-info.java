/** Messages to group robots of 企业微信: queued, and posted by the installation's gate. */
@NullMarked
package org.jucai.platform.notifications.wecom;

import org.jspecify.annotations.NullMarked;
