/** The opening of sealed offers: two of three trustees release their shares, headers first, then the lots that have enough offers. */
@NullMarked
package org.jucai.platform.bidding.opening;

import org.jspecify.annotations.NullMarked;
