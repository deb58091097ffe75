/** Computations of a round's award: asked by the association, solved in the background by whichever process is free, checked, explained. */
@NullMarked
package org.jucai.platform.award.runs;

import org.jspecify.annotations.NullMarked;
