/** Claims about parties, memberships and people. */
@NullMarked
package org.jucai.platform.membership;

import org.jspecify.annotations.NullMarked;
