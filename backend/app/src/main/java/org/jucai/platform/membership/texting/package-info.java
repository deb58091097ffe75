/** Sends the text messages that wait in the outbox, and tells what became of them. */
@NullMarked
package org.jucai.platform.membership.texting;

import org.jspecify.annotations.NullMarked;
