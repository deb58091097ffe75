/** Trustees and the keys that offers are sealed to. */
@NullMarked
package org.jucai.platform.bidding.trustees;

import org.jspecify.annotations.NullMarked;
