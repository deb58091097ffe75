/** What membership needs and an installation provides: a way to send text messages. */
@NullMarked
@NamedInterface("spi")
package org.jucai.platform.membership.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
