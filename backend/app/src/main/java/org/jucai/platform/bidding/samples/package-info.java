/** Samples 小样 that suppliers sent beforehand, and their receipt. */
@NullMarked
package org.jucai.platform.bidding.samples;

import org.jspecify.annotations.NullMarked;
