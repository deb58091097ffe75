/**
 * Truck loads of what was shared: by supplier, zone and goods, full trucks first, then part loads that travel together. Pure and
 * deterministic; every kilogram is on exactly one truck.
 */
@NullMarked
package org.jucai.platform.award.trucks;

import org.jspecify.annotations.NullMarked;
