package org.jucai.platform.bidding.offer;

import java.util.List;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/** The price by mass; one price is a ladder of one tier. Which price holds for which kilogram the rule says. */
public record Ladder(Rule rule, List<Tier> tiers) {

    /** Which kilograms a tier's price is for. */
    public enum Rule {
        /** 全额: the tier that is reached prices all of them. */
        ALL_UNITS,
        /** 超额: each tier prices the kilograms between its threshold and the next. */
        INCREMENTAL
    }

    /** From {@code fromKg} on, so many fen a tonne; tax in it or not as the offer says. */
    public record Tier(long fromKg, long priceFenPerTonne) {}

    private static final int MOST_TIERS = 20;
    private static final long LOWEST_FEN_PER_TONNE = 1_000;
    private static final long HIGHEST_FEN_PER_TONNE = 100_000_000;

    public Ladder {
        tiers = List.copyOf(tiers);
    }

    static Ladder read(Members members, Reading.Findings findings) {
        Rule rule = members.constant("rule", Rule.class);
        List<Members> objects = members.objects("tiers", 1, MOST_TIERS);
        List<Tier> tiers = objects.stream().map(tier -> tier(tier, findings)).toList();
        members.end();
        findings.add(tiers.getFirst().fromKg != 0, OfferFault.FIRST_TIER_NOT_FROM_ZERO, members.where() + "/tiers/0/fromKg");
        for (int i = 1; i < tiers.size(); i++) {
            findings.add(tiers.get(i).fromKg <= tiers.get(i - 1).fromKg, OfferFault.TIERS_NOT_RISING, members.where() + "/tiers/" + i + "/fromKg");
        }
        return new Ladder(rule, tiers);
    }

    private static Tier tier(Members members, Reading.Findings findings) {
        Tier tier = new Tier(members.number("fromKg", 0, Json.MOST), members.number("priceFenPerTonne", -Json.MOST, Json.MOST));
        members.end();
        String where = members.where() + "/priceFenPerTonne";
        long price = tier.priceFenPerTonne;
        findings.add(price <= 0, OfferFault.PRICE_NOT_POSITIVE, where);
        findings.add(price > 0 && (price < LOWEST_FEN_PER_TONNE || price > HIGHEST_FEN_PER_TONNE), OfferFault.PRICE_ABSURD, where);
        return tier;
    }
}
