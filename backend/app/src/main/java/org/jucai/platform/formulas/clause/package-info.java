/**
 * What a price adjustment formula says and what it makes of readings. Pure: no clock, no chance, no framework; figures are whole
 * numbers and exact fractions.
 */
@NullMarked
@NamedInterface("clause")
package org.jucai.platform.formulas.clause;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
