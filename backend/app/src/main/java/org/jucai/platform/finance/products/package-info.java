/** Terms of financing as data: versions that stay, who bears which loss, and what each party gains or loses when prices fall or a borrower does not pay. */
@NullMarked
package org.jucai.platform.finance.products;

import org.jspecify.annotations.NullMarked;
