package org.jucai.platform.award.checking;

/** What can be wrong with a result; each names the place in {@code award-format.md} that it breaks. */
public enum Breach {
    DIGEST_DIFFERS("digest"),
    AWARDS_NOT_SORTED("order"),
    AWARD_TWICE("order"),
    FAILED_LOTS_NOT_SORTED("order"),
    NO_SUCH_BID("1"),
    LOT_BELOW_MINIMUM("1"),
    LOT_ABOVE_MAXIMUM("1"),
    FAILED_LOT_NOT_NAMED("1"),
    NOT_A_FAILED_LOT("1"),
    BID_BELOW_MINIMUM("2"),
    BID_ABOVE_CAPACITY("2"),
    OFF_THE_GRID("2"),
    SUPPLIER_BELOW_MINIMUM("3"),
    SUPPLIER_ABOVE_CAPACITY("3"),
    BUNDLE_BROKEN("4"),
    WRONG_TOTAL_TIER("5"),
    WRONG_STEP("5"),
    WRONG_COST("6"),
    WRONG_OBJECTIVE("7"),
    WRONG_AMOUNT("8"),
    WRONG_TOTAL("8"),
    MAX_SUPPLIERS("rules"),
    MIN_SUPPLIERS("rules"),
    MAX_SUPPLIERS_PER_LOT("rules"),
    MIN_SUPPLIERS_PER_LOT("rules"),
    MAX_SUPPLIER_SHARE("rules"),
    MAX_GROUP_SHARE("rules"),
    MIN_SMALL_SHARE("rules"),
    EXCLUDED_PAIR("rules"),
    QUALITY("rules"),
    STATUS_LACKS("status"),
    STATUS_FORBIDS("status"),
    BOUND_WITHOUT_CERTIFICATE("status"),
    OPTIMAL_NOT_PROVED("status"),
    INFEASIBLE_NOT_PROVED("status"),
    CLASH_OF_UNKNOWN_RULE("clash"),
    CLASH_NOT_SORTED("clash"),
    CLASH_SMALLEST_BUT_NOT_IRREDUCIBLE("clash"),
    NO_SUCH_SPLIT("certificate"),
    NO_SUCH_MULTIPLIER("certificate"),
    NEGATIVE_MULTIPLIER("certificate"),
    RAY_PROVES_NOTHING("certificate"),
    BOUND_TOO_HIGH("certificate");

    private final String rule;

    Breach(String rule) {
        this.rule = rule;
    }

    /** The number of the rule, or the part of the format, that does not hold. */
    public String rule() {
        return rule;
    }
}
