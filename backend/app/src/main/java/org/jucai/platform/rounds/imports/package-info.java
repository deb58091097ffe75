/** Demand that comes by workbook: read in the background, previewed, fixed in place and confirmed row by row. */
@NullMarked
package org.jucai.platform.rounds.imports;

import org.jspecify.annotations.NullMarked;
