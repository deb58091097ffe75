package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.List;
import java.util.Map;

/** Holds the figures of an award to its prices: rules 5, 6 and 8. */
record PriceRules(Problem problem, RuleBook book, Recount recount, Findings findings) {

    void check(List<Result.Award> awards) {
        for (Result.Award award : awards) book.bid(award.supplier(), award.lot()).ifPresent(bid -> award(award, bid));
    }

    /** Of an award that stands twice each is held to the price of its own mass in the tier of the whole. */
    private void award(Result.Award award, int place) {
        Problem.Bid bid = problem.bids().get(place);
        int tier = recount.totalTier(bid.supplier());
        int step = Prices.step(bid, award.kg());
        BigInteger cost = Prices.cost(bid, tier, award.kg());
        figure(Breach.WRONG_TOTAL_TIER, award, award.totalTier(), tier);
        figure(Breach.WRONG_STEP, award, award.step(), step);
        figure(Breach.WRONG_COST, award, award.costMilliFen(), cost);
        figure(Breach.WRONG_AMOUNT, award, award.amountFen(), Prices.fen(award.costMilliFen()));
    }

    private void figure(Breach breach, Result.Award award, Object claimed, Object right) {
        findings.unless(claimed.toString().equals(right.toString()), breach,
                Map.of("lot", award.lot(), "supplier", award.supplier(), "claimed", claimed, "right", right));
    }
}
