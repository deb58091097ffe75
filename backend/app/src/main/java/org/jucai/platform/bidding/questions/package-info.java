/** Questions about what is tendered; answers go to all, and nobody learns from them who asked. */
@NullMarked
package org.jucai.platform.bidding.questions;

import org.jspecify.annotations.NullMarked;
