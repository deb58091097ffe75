/** Statements, invoices and payables by HTTP, on paper and in tables. */
@NullMarked
package org.jucai.platform.settlement.web;

import org.jspecify.annotations.NullMarked;
