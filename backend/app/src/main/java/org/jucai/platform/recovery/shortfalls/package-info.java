/** Short delivery 短交: what comes of a supplier's part of a lot is divided among its members by the rule by which the lot was shared. */
@NullMarked
package org.jucai.platform.recovery.shortfalls;

import org.jspecify.annotations.NullMarked;
