package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.Nullable;

/**
 * Where something stands in a workbook.
 *
 * @param row as the program shows it, from 1
 * @param column letters of the cell a line comes from where one row holds several lines (a matrix), else null
 */
public record At(String sheet, int row, @Nullable String column) {}
