/** Recovery by HTTP. */
@NullMarked
package org.jucai.platform.recovery.web;

import org.jspecify.annotations.NullMarked;
