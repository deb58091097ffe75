/** The arithmetic of settlement: what goods are worth, what is invoiced, what is owed when. Pure; money in whole fen, mass in whole kilograms. */
@NullMarked
package org.jucai.platform.settlement.reckoning;

import org.jspecify.annotations.NullMarked;
