/** The server's word that it has an envelope, and the keys it is signed with. */
@NullMarked
package org.jucai.platform.bidding.receipts;

import org.jspecify.annotations.NullMarked;
