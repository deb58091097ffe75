/** Weighbridges: tickets of origin and destination, which count once ever, and what they settle. */
@NullMarked
@NamedInterface("weighing")
package org.jucai.platform.contracts.weighing;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
