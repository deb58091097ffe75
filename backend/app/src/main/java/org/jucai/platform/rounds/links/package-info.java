/** Links by which a member confirms, without signing in, a line that the secretariat entered by telephone. */
@NullMarked
package org.jucai.platform.rounds.links;

import org.jspecify.annotations.NullMarked;
