/** Sealed offers by HTTP. */
@NullMarked
package org.jucai.platform.bidding.web;

import org.jspecify.annotations.NullMarked;
