/** Sealed offers until they are opened: taken, replaced, withdrawn; who offered is known to nobody but the supplier. */
@NullMarked
package org.jucai.platform.bidding.envelopes;

import org.jspecify.annotations.NullMarked;
