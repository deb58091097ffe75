package org.jucai.platform.finance.products;

/** The figures of a product, to be marked where nobody has verified them. */
public enum Figure { DEPOSIT_SHARE, ADVANCE_RATIO, PLEDGE_STEPS, CURE_DAYS, RATE, OVERDUE_RATE, FEE, DAY_COUNT, TENOR, CONVERSION, FUND_SHARE, FUND_MULTIPLIER, GUARANTOR }
