/** Versions of a round's award: proposed with reasons, put to public notice, objected to, made final, revoked. */
@NullMarked
package org.jucai.platform.award.decisions;

import org.jspecify.annotations.NullMarked;
