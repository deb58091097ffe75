/** The inbox, choices and webhooks by HTTP. */
@NullMarked
package org.jucai.platform.notifications.web;

import org.jspecify.annotations.NullMarked;
