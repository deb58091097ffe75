/** What notifications need and an installation provides: a way to post to 企业微信. */
@NullMarked
@NamedInterface("spi")
package org.jucai.platform.notifications.spi;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
