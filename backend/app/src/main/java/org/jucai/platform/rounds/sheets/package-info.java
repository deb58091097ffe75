/** Tables that people send, as plain rows of text: .xlsx, .xls and CSV, bounded and harmless, for whoever knows the columns. */
@NullMarked
@NamedInterface("sheets")
package org.jucai.platform.rounds.sheets;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
