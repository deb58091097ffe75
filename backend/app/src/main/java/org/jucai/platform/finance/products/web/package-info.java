/** Financing products by HTTP. */
@NullMarked
package org.jucai.platform.finance.products.web;

import org.jspecify.annotations.NullMarked;
