/** Computes awards: reads the problem strictly, prices in whole milli-fen, searches, and proves how far from the best the award can be. */
@NullMarked
package org.jucai.platform.award.solving;

import org.jspecify.annotations.NullMarked;
