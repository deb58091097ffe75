/** Webhooks: signed, retried, replayable; posted to addresses that are looked at when connected to. */
@NullMarked
package org.jucai.platform.notifications.webhooks;

import org.jspecify.annotations.NullMarked;
