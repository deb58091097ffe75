/** How members answer a round beside their lines: they decline, they sign, they are reminded. */
@NullMarked
package org.jucai.platform.rounds.answers;

import org.jspecify.annotations.NullMarked;
