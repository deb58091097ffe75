/** What members got of an award that was made final: computed, confirmed by them or by silence, objected to; and the statement of it. */
@NullMarked
@NamedInterface("allocations")
package org.jucai.platform.award.allocations;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
