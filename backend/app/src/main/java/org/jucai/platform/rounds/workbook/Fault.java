package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.Nullable;

/**
 * One thing wrong with a row.
 *
 * @param field what it concerns, or null where it concerns the whole row
 * @param cell such as C7, or null where there is no such cell
 * @param said the text that stands there, or empty
 */
public record Fault(Reason reason, boolean rejects, @Nullable Field field, @Nullable String cell, String said) {}
