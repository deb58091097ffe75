/**
 * The books: double entry, never changed, put right only by reversals; what stands on each account at the end of any day, as it is or as it was known.
 *
 * <p>Other packages say what happened ({@link org.jucai.platform.finance.ledger.Occasion}); which accounts that touches stands in {@code finance/posting-rules.json}.
 */
@NullMarked
package org.jucai.platform.finance.ledger;

import org.jspecify.annotations.NullMarked;
