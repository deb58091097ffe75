package org.jucai.platform.finance.interest;

/** How many days a year of interest has; days themselves are counted as they are. */
public enum DayCount {
    /** Actual/360: what banks use (人民币利率管理规定). */
    ACTUAL_360(360),
    /** Actual/365 fixed: leap years too. */
    ACTUAL_365(365);

    private final int days;

    DayCount(int days) {
        this.days = days;
    }

    public int days() {
        return days;
    }
}
