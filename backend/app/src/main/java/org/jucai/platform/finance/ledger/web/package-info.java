/** The books by HTTP and as tables. */
@NullMarked
package org.jucai.platform.finance.ledger.web;

import org.jspecify.annotations.NullMarked;
