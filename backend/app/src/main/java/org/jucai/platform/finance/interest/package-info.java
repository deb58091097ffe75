/** Interest: reckoned day by day, exact until it is rounded once, and booked every night. */
@NullMarked
package org.jucai.platform.finance.interest;

import org.jspecify.annotations.NullMarked;
