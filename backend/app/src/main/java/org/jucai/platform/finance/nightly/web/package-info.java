/** Runs by HTTP. */
@NullMarked
package org.jucai.platform.finance.nightly.web;

import org.jspecify.annotations.NullMarked;
