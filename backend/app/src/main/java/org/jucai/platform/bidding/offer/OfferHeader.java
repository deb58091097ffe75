package org.jucai.platform.bidding.offer;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.Head;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/**
 * What section 0 holds: for which lots the supplier offers, and what it says across them.
 *
 * @param lots in the order of the sections, from section 1
 */
public record OfferHeader(String round, String supplier, long version, List<String> lots, Terms terms) {

    /** As the section's content names itself. */
    public static final String FORMAT = "jucai-offer-header/1";

    private static final int MOST_LOTS = 2_047;
    private static final int MOST_TIERS = 20;
    private static final int MOST_BUNDLES = 50;
    private static final long MOST_DISCOUNT_BP = 5_000;

    /** From {@code fromKg} in all on, so many hundredths of a per cent off every price. */
    public record TotalTier(long fromKg, int discountBp) {}

    /**
     * What the supplier says across its lots.
     *
     * @param totalTiers discount on all prices by the mass awarded in all; empty where there is none
     * @param bundles lots that the supplier delivers together or not at all
     * @param validUntilOn the last day on which the offer binds
     * @param depositReference of the offer deposit (投标保证金), where one is asked for
     */
    public record Terms(List<TotalTier> totalTiers, List<List<String>> bundles, LocalDate validUntilOn, @Nullable String depositReference) {
        public Terms {
            totalTiers = List.copyOf(totalTiers);
            bundles = bundles.stream().map(List::copyOf).toList();
        }
    }

    public OfferHeader {
        lots = List.copyOf(lots);
    }

    /** Reads the header's content, which must be that of the envelope it lay in. */
    public static Reading<OfferHeader> read(Map<String, Object> content, Head envelope) {
        Reading.Findings findings = new Reading.Findings();
        return Reading.of(Members.of(content), findings, members -> {
            members.format(FORMAT);
            List<String> lots = members.ids("lots", 1, MOST_LOTS);
            OfferHeader header = new OfferHeader(members.id("round"), members.id("supplier"), members.number("version", 1, Json.MOST), lots, terms(members, lots, findings));
            header.judge(envelope, findings);
            return header;
        });
    }

    private void judge(Head envelope, Reading.Findings findings) {
        findings.add(!round.equals(envelope.round()), OfferFault.OTHER_ENVELOPE, "/round");
        findings.add(!supplier.equals(envelope.supplier()), OfferFault.OTHER_ENVELOPE, "/supplier");
        findings.add(version != envelope.version(), OfferFault.OTHER_ENVELOPE, "/version");
        findings.add(new HashSet<>(lots).size() < lots.size(), OfferFault.LOT_TWICE, "/lots");
    }

    static Terms terms(Members members, List<String> lots, Reading.Findings findings) {
        return new Terms(totalTiers(members, findings), bundles(members, lots, findings), day(members, findings),
                members.has("depositReference") ? members.text("depositReference", 64) : null);
    }

    private static List<TotalTier> totalTiers(Members members, Reading.Findings findings) {
        List<TotalTier> tiers = members.objects("totalTiers", 0, MOST_TIERS).stream().map(tier -> totalTier(tier, findings)).toList();
        for (int i = 1; i < tiers.size(); i++) {
            findings.add(tiers.get(i).fromKg <= tiers.get(i - 1).fromKg, OfferFault.TIERS_NOT_RISING, "/totalTiers/" + i + "/fromKg");
            findings.add(tiers.get(i).discountBp < tiers.get(i - 1).discountBp, OfferFault.DISCOUNT_FALLS, "/totalTiers/" + i + "/discountBp");
        }
        return tiers;
    }

    private static TotalTier totalTier(Members members, Reading.Findings findings) {
        long from = members.number("fromKg", 0, Json.MOST);
        long discount = members.number("discountBp", -Json.MOST, Json.MOST);
        members.end();
        findings.add(discount < 0 || discount > MOST_DISCOUNT_BP, OfferFault.DISCOUNT_ABSURD, members.where() + "/discountBp");
        return new TotalTier(from, (int) Math.clamp(discount, 0, MOST_DISCOUNT_BP));
    }

    private static List<List<String>> bundles(Members members, List<String> lots, Reading.Findings findings) {
        List<List<String>> bundles = members.objects("bundles", 0, MOST_BUNDLES).stream().map(bundle -> {
            List<String> together = bundle.ids("lots", 1, MOST_LOTS);
            bundle.end();
            return together;
        }).toList();
        Set<String> offered = new HashSet<>(lots);
        for (int i = 0; i < bundles.size(); i++) {
            Set<String> together = new HashSet<>(bundles.get(i));
            findings.add(together.size() < 2 || together.size() < bundles.get(i).size() || !offered.containsAll(together), OfferFault.BUNDLE_WRONG, "/bundles/" + i);
        }
        return bundles;
    }

    private static LocalDate day(Members members, Reading.Findings findings) {
        String text = members.text("validUntilOn", 10);
        try {
            return LocalDate.parse(text);
        } catch (DateTimeException noSuchDay) {
            findings.add(true, OfferFault.VALIDITY_UNREADABLE, "/validUntilOn");
            return LocalDate.EPOCH;
        }
    }
}
