package org.jucai.platform.rounds.pool;

import java.time.LocalDate;
import org.jspecify.annotations.Nullable;

/**
 * One cell of the pool, exactly, or what a zone, a grade or the whole has together: then the narrower places are absent. Masses in
 * kilograms are the sums of the lines'.
 *
 * @param members how many have a line here; one with lines in several parts is one in the whole
 */
public record ExactCell(
        @Nullable String grade, @Nullable String zone, @Nullable LocalDate windowFromOn, @Nullable LocalDate windowToOn,
        long lines, long members, long minimumKg, long targetKg, long maximumKg) {}
