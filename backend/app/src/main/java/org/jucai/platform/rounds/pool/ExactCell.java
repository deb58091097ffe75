package org.jucai.platform.rounds.pool;

import java.time.LocalDate;

/** One cell of the pool, exactly; masses in kilograms are the sums of the lines'. */
public record ExactCell(
        String grade, String zone, LocalDate windowFromOn, LocalDate windowToOn, long lines, long minimumKg, long targetKg, long maximumKg) {}
