/** Versions of a round's award: proposed with reasons, put to public notice, objected to, made final, revoked. */
@NullMarked
@NamedInterface("decisions")
package org.jucai.platform.award.decisions;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
