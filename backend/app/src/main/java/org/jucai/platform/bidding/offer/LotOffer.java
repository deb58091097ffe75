package org.jucai.platform.bidding.offer;

import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.Json;
import org.jucai.platform.bidding.envelope.Members;

/**
 * What a section holds: an offer for one lot.
 *
 * @param freight null where the offer is ex works
 * @param vatRateBp of the goods
 * @param minimumKg the supplier delivers nothing, or at least this
 * @param maximumKg its capacity for this lot
 * @param moistureMaximumPpm guaranteed; of the mass as received
 * @param source approved source (认可料源) of the goods, where the supplier names one
 */
public record LotOffer(String lot, Ladder pricing, @Nullable Freight freight, int vatRateBp, boolean vatIncluded, Payment payment, long minimumKg, long maximumKg,
        List<Guarantee> guarantees, long moistureMaximumPpm, long deliveryKgPerDay, @Nullable String source) {

    /** As the section's content names itself. */
    public static final String FORMAT = "jucai-lot-offer/1";

    private static final long MOST_KG = 100_000_000_000L;

    /** Where the goods change hands. */
    enum Basis { EX_WORKS, DELIVERED }

    public LotOffer {
        guarantees = List.copyOf(guarantees);
    }

    /** Reads a section's content. */
    public static Reading<LotOffer> read(Map<String, Object> content) {
        Reading.Findings findings = new Reading.Findings();
        return Reading.of(Members.of(content), findings, members -> read(members, findings));
    }

    /** Reads a section's content that must be for this lot. */
    public static Reading<LotOffer> read(Map<String, Object> content, String lot) {
        return switch (read(content)) {
            case Reading.Right<LotOffer>(var offer) when !offer.lot.equals(lot) -> new Reading.Wrong<>(List.of(new Faulty(OfferFault.OTHER_LOT, "/lot")));
            case Reading<LotOffer> reading -> reading;
        };
    }

    static LotOffer read(Members members, Reading.Findings findings) {
        members.format(FORMAT);
        LotOffer offer = new LotOffer(members.id("lot"), Ladder.read(members.object("pricing"), findings), freight(members, findings),
                Vat.read(members, "vatRateBp", findings), members.truth("vatIncluded"), Payment.read(members.object("payment"), findings),
                mass(members, "minimumKg", findings), mass(members, "maximumKg", findings), Guarantee.readAll(members, "guarantees", findings),
                Guarantee.ppm(members, "moistureMaximumPpm", findings), members.number("deliveryKgPerDay", -Json.MOST, Json.MOST),
                members.has("source") ? members.text("source", 64) : null);
        findings.add(offer.maximumKg < offer.minimumKg, OfferFault.CAPACITY_BELOW_MINIMUM, members.where() + "/maximumKg");
        findings.add(offer.deliveryKgPerDay <= 0, OfferFault.DELIVERY_RATE_NOT_POSITIVE, members.where() + "/deliveryKgPerDay");
        return offer;
    }

    private static @Nullable Freight freight(Members members, Reading.Findings findings) {
        Basis basis = members.constant("basis", Basis.class);
        boolean given = members.has("freight");
        findings.add(given != (basis == Basis.DELIVERED), OfferFault.FREIGHT_DOES_NOT_FIT_BASIS, members.where() + "/freight");
        return given ? Freight.read(members.object("freight"), findings) : null;
    }

    private static long mass(Members members, String name, Reading.Findings findings) {
        long kg = members.number(name, -Json.MOST, Json.MOST);
        findings.add(kg <= 0, OfferFault.MASS_NOT_POSITIVE, members.where() + "/" + name);
        findings.add(kg > MOST_KG, OfferFault.MASS_ABSURD, members.where() + "/" + name);
        return kg;
    }
}
