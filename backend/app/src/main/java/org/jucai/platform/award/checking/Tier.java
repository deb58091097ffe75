package org.jucai.platform.award.checking;

/** A total tier with what is left of its range; ends are whole multiples of the grid. */
record Tier(int number, long low, long high) {}
