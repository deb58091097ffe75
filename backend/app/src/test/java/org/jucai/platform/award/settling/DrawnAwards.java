package org.jucai.platform.award.settling;

import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.random.RandomGenerator;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShareTerms;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.bidding.offer.Payment;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/** Awards drawn by chance: offers of every kind for a few lots, and a mass of each lot that its lines can have. */
record DrawnAwards(RandomGenerator chance) {

    static final Instant START = Instant.parse("2026-11-01T00:00:00Z");
    static final Payment CASH = new Payment(Payment.Kind.CASH, 0);

    /** An award with all it is settled from. */
    record Drawn(List<Settlement.Won> won, List<Candidate> offers, List<LotLines> lots, SettlingTerms terms) {
        Settlement settled() {
            return Settlement.of(won, offers, lots, terms);
        }
    }

    static LotOffer offer(String lot, Ladder ladder, @Nullable Freight freight, int vatRateBp, boolean vatIncluded) {
        return new LotOffer(lot, ladder, freight, vatRateBp, vatIncluded, CASH, 1, 100_000_000, List.of(), 10_000, 100_000, null);
    }

    static Ladder flat(long fenPerTonne) {
        return new Ladder(Ladder.Rule.ALL_UNITS, List.of(new Ladder.Tier(0, fenPerTonne)));
    }

    static Candidate candidate(String id, List<OfferHeader.TotalTier> tiers, List<LotOffer> offers) {
        return new Candidate(id, null, false, new OfferHeader.Terms(tiers, List.of(), LocalDate.of(2026, 12, 31), null), offers);
    }

    static LotLines.Line line(String id, String member, long minimum, long target, long maximum) {
        return new LotLines.Line(id, member, new Kilograms(minimum), new Kilograms(target), new Kilograms(maximum), null, Set.of(), START);
    }

    static SettlingTerms terms(ShareRule share, CostRule cost, int feeRateBp) {
        return new SettlingTerms(share, cost, 1, Map.of("Z1", 4_000L), feeRateBp, new ShareTerms.Samples(50, 7));
    }

    Drawn next(CostRule rule) {
        List<LotLines> lots = List.of(lot("P1"), lot("P2"));
        List<Candidate> offers = new ArrayList<>();
        int suppliers = 1 + chance.nextInt(4);
        for (int s = 0; s < suppliers; s++) {
            List<OfferHeader.TotalTier> tiers = chance.nextBoolean() ? List.of() : List.of(new OfferHeader.TotalTier(30_000, chance.nextInt(500)));
            offers.add(candidate("S" + s, tiers, lots.stream().map(lot -> drawnOffer(lot.lot())).toList()));
        }
        List<Settlement.Won> won = new ArrayList<>();
        for (LotLines lot : lots) won.addAll(drawnWinners(lot, suppliers));
        SettlingTerms terms = terms(ShareRule.values()[chance.nextInt(4)], rule, chance.nextInt(200));
        return new Drawn(won, offers, lots, terms);
    }

    private LotOffer drawnOffer(String lot) {
        long price = 100_000 + chance.nextInt(100_000);
        List<Ladder.Tier> tiers = chance.nextBoolean() ? List.of(new Ladder.Tier(0, price))
                : List.of(new Ladder.Tier(0, price), new Ladder.Tier(8_000 + chance.nextInt(20_000), price - chance.nextInt(9_000)));
        Freight freight = chance.nextBoolean() ? null : new Freight(Map.of("Z1", (long) chance.nextInt(9_000)), 900);
        return offer(lot, new Ladder(Ladder.Rule.values()[chance.nextInt(2)], tiers), freight, 1_300, chance.nextBoolean());
    }

    private LotLines lot(String id) {
        List<LotLines.Line> lines = new ArrayList<>();
        int many = 1 + chance.nextInt(6);
        for (int i = 0; i < many; i++) {
            long minimum = chance.nextInt(3) == 0 ? 0 : chance.nextInt(20_000);
            long target = minimum + 1 + chance.nextInt(20_000);
            FenPerTonne cap = chance.nextInt(4) > 0 ? null : new FenPerTonne(120_000 + chance.nextInt(90_000));
            lines.add(new LotLines.Line(id + "-" + i, "M" + chance.nextInt(4), new Kilograms(minimum), new Kilograms(target),
                    new Kilograms(target + chance.nextInt(9_000)), cap, Set.of(), START.plusSeconds(chance.nextInt(60))));
        }
        return new LotLines(id, "Z1", lines);
    }

    private List<Settlement.Won> drawnWinners(LotLines lot, int suppliers) {
        long least = Math.max(suppliers, lot.lines().stream().mapToLong(line -> line.minimum().kg()).sum());
        long most = lot.lines().stream().mapToLong(line -> line.maximum().kg()).sum();
        long left = most <= least ? most : chance.nextLong(least, most + 1);
        List<Settlement.Won> won = new ArrayList<>();
        for (int s = 0; s < suppliers; s++) {
            long kg = s == suppliers - 1 ? left : chance.nextLong(left + 1);
            if (kg > 0) won.add(new Settlement.Won(lot.lot(), "S" + s, kg));
            left -= kg;
        }
        return won;
    }
}
