/** What finance does by itself every night or when asked, each run with a row of its own: what failed or did not run is seen. */
@NullMarked
package org.jucai.platform.finance.nightly;

import org.jspecify.annotations.NullMarked;
