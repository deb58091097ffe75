package org.jucai.platform.rounds.workbook;

/**
 * Bounds on a workbook. What exceeds them is refused before it is held in memory.
 *
 * @param maxBytes size of the file
 * @param maxRows rows with content, all sheets together
 * @param maxColumns the rightmost column that may hold a value
 * @param maxCells cells with content, all sheets together
 * @param maxInflatedBytes all parts of an .xlsx together, unpacked
 * @param maxTextLength characters of one cell that are kept
 */
public record Limits(long maxBytes, int maxRows, int maxColumns, int maxCells, long maxInflatedBytes, int maxTextLength) {

    public static final Limits STANDARD = new Limits(20L << 20, 50_000, 512, 1_500_000, 200L << 20, 300);
}
