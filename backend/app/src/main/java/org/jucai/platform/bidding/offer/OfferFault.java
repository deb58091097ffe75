package org.jucai.platform.bidding.offer;

/** Why an offer, or its part for a lot, cannot be taken as it stands. */
public enum OfferFault {
    /** A member is missing, unknown, of another type or not within what its type allows. */
    MALFORMED,
    /** The header is not that of the envelope it lay in: another round, supplier or version. */
    OTHER_ENVELOPE,
    /** The section offers for another lot than the header says. */
    OTHER_LOT,
    LOT_TWICE,
    /** A bundle of one lot, of a lot twice, or of a lot that is not offered. */
    BUNDLE_WRONG,
    /** Thresholds of a ladder, or of the total-volume discount, do not rise strictly. */
    TIERS_NOT_RISING,
    /** A ladder has no price for its first kilogram. */
    FIRST_TIER_NOT_FROM_ZERO,
    /** A larger total volume gets a smaller discount. */
    DISCOUNT_FALLS,
    /** Below 0 or above half of the price. */
    DISCOUNT_ABSURD,
    /** Zero or negative. */
    PRICE_NOT_POSITIVE,
    /** Below 10 yuan or above 1,000,000 yuan for a tonne: a slip of the decimal point. */
    PRICE_ABSURD,
    /** No rate of value-added tax that occurs (13, 9, 6, 3, 1 %). */
    VAT_RATE_UNKNOWN,
    /** Delivered, but freight is not given; or ex works, and it is. */
    FREIGHT_DOES_NOT_FIT_BASIS,
    FREIGHT_NEGATIVE,
    /** Above 10,000 yuan for a tonne. */
    FREIGHT_ABSURD,
    /** An acceptance bill without a term of 1 to 365 days, or a term without a bill. */
    BILL_TERM_WRONG,
    /** Nothing, or less than nothing, is offered at least or at most. */
    MASS_NOT_POSITIVE,
    /** Above 100,000,000 t. */
    MASS_ABSURD,
    /** The most is less than the least. */
    CAPACITY_BELOW_MINIMUM,
    DELIVERY_RATE_NOT_POSITIVE,
    /** A guaranteed minimum above its maximum, or neither given. */
    GUARANTEE_EMPTY,
    /** A property is guaranteed twice. */
    GUARANTEE_TWICE,
    /** Above 1,000,000 parts per million, or negative. */
    PARTS_PER_MILLION_ABSURD,
    /** No such day. */
    VALIDITY_UNREADABLE
}
