package org.jucai.platform.rounds.demand;

import java.time.LocalDate;

/** What an event does to one cell of the pool; the pool is the sum of all moves. Masses in kilograms, negative where taken away. */
public record PoolMove(
        String grade, String zone, LocalDate windowFromOn, LocalDate windowToOn, int lines, long minimumKg, long targetKg, long maximumKg) {}
