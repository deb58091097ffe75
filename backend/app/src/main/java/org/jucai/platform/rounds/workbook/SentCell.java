package org.jucai.platform.rounds.workbook;

import org.jspecify.annotations.Nullable;

/**
 * A cell as it was sent.
 *
 * @param column its letters
 * @param text what stands there; of a formula its result, of a date the day
 * @param field what it was read as, or null where it was not needed
 */
public record SentCell(String column, String text, @Nullable Field field) {}
