package org.jucai.platform.rounds;

/** The rules of the procedure a round follows; stamped on the round. */
public enum Profile {
    /** 询比: invited offers, a panel; least two offers a lot, one working day of publicity. */
    INQUIRY(2, 1),
    /** 招标: the bidding law; least three, three days. */
    TENDER(3, 3);

    private final int leastOffers;
    private final int leastPublicityDays;

    Profile(int leastOffers, int leastPublicityDays) {
        this.leastOffers = leastOffers;
        this.leastPublicityDays = leastPublicityDays;
    }

    public int leastOffers() {
        return leastOffers;
    }

    /** 二次报价 is a part of 询比 only. */
    boolean allowsSecondQuote() {
        return this == INQUIRY;
    }

    /** 评审小组 of at least three; 评标委员会 odd, at least five, two thirds of them experts (招标投标法 art. 37). */
    boolean seats(int panel, int experts) {
        return switch (this) {
            case INQUIRY -> panel >= 3;
            case TENDER -> panel >= 5 && panel % 2 == 1 && experts * 3 >= panel * 2;
        };
    }

    public int leastPublicityDays() {
        return leastPublicityDays;
    }
}
