/**
 * How an awarded lot is shared among its lines, and what each pays of it. Pure arithmetic: the same claims give the same shares in
 * whatever order they come, to the kilogram and the fen. What the rules cannot promise is told in {@code backend/docs/notes/shares.md}.
 */
@NullMarked
@NamedInterface("shares")
package org.jucai.platform.award.shares;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
