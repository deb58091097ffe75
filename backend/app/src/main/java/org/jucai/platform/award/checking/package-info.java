/**
 * An independent checker of awards: it reads a problem and a result by itself, recomputes every figure and every bound by
 * {@code backend/docs/notes/award-format.md}, and says which rule does not hold. It shares nothing with what computes awards but
 * the parser of JSON; whole numbers and exact fractions only.
 */
@NullMarked
package org.jucai.platform.award.checking;

import org.jspecify.annotations.NullMarked;
