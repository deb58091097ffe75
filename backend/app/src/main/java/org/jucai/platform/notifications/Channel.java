package org.jucai.platform.notifications;

/** Ways besides the inbox. */
enum Channel { SMS, WECOM }
