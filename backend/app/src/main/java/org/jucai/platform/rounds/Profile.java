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

    public int leastPublicityDays() {
        return leastPublicityDays;
    }
}
