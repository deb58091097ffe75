package org.jucai.local.world;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.random.RandomGenerator;
import java.util.stream.Collectors;
import org.jucai.platform.bidding.envelope.SealingTerms;
import org.jucai.platform.rounds.lots.PooledLot;

/** What the model's suppliers would offer for lots: by what they make, how far away they are, and a little chance. */
final class ModelOffers {

    private static final Map<String, Long> PRICE_YUAN = Table.read("grades.csv").all().stream()
            .filter(row -> row.text("in_demo_rounds").equals("1"))
            .collect(Collectors.toMap(row -> row.text("code"), row -> row.whole("demo_price_cny_per_t")));

    private static final List<Table.Row> SUPPLIERS = Table.read("suppliers.csv").all();

    /** The supplier that a visitor plays has not offered yet where offers are still taken. */
    private static final String VISITOR = "S032";

    /** Months that a supplier's monthly capacity is reckoned for: a quarter. */
    private static final int MONTHS = 3;

    private static final int CHEAP = 92;

    private final RandomGenerator chance;
    private final boolean visitorsWin;

    ModelOffers(RandomGenerator chance) {
        this(chance, false);
    }

    private ModelOffers(RandomGenerator chance, boolean visitorsWin) {
        this.chance = chance;
        this.visitorsWin = visitorsWin;
    }

    /** Suppliers whom visitors play offer below all others, so that they have something to sign. */
    static ModelOffers whereVisitorsWin(RandomGenerator chance) {
        return new ModelOffers(chance, true);
    }

    /** One supplier's contents of an envelope: header first. */
    record Offer(String supplier, List<Map<String, Object>> contents) {}

    /** What a call asks for. */
    record Call(SealingTerms terms, List<PooledLot> lots, LocalDate validUntilOn, boolean over) {}

    /** Most of those who make what is asked for, and those whom visitors play; where offers are still taken, one of these has not offered yet. */
    List<Offer> of(Call call, java.util.function.Function<String, String> party) {
        List<Offer> offers = new ArrayList<>();
        for (Table.Row supplier : SUPPLIERS) {
            boolean comes = chance.nextInt(100) < 65 | Person.SELLERS.contains(supplier.text("id"));
            List<PooledLot> suits = call.lots().stream().filter(lot -> capacityKg(supplier, lot) > 0 && chance.nextInt(100) < 85).toList();
            boolean left = !call.over() && supplier.text("id").equals(VISITOR);
            if (comes && !left && !suits.isEmpty()) offers.add(new Offer(supplier.text("id"), contents(call, supplier, suits, party.apply(supplier.text("id")))));
        }
        return offers;
    }

    private List<Map<String, Object>> contents(Call call, Table.Row supplier, List<PooledLot> lots, String party) {
        List<Map<String, Object>> contents = new ArrayList<>();
        List<String> ids = call.terms().lots().stream().filter(id -> lots.stream().anyMatch(lot -> lot.id().toString().equals(id))).toList();
        List<Object> tiers = chance.nextInt(3) == 0 ? List.of(Map.of("fromKg", 600_000, "discountBp", 100), Map.of("fromKg", 2_000_000, "discountBp", 200)) : List.of();
        contents.add(new HashMap<>(Map.of("format", "jucai-offer-header/1", "round", call.terms().round(), "supplier", party, "version", 1L,
                "lots", ids, "totalTiers", tiers, "bundles", List.of(), "validUntilOn", call.validUntilOn().toString())));
        long drawn = 95 + chance.nextInt(9);
        long levelPct = visitorsWin && Person.SELLERS.contains(supplier.text("id")) ? CHEAP : drawn;
        for (String id : ids) {
            lots.stream().filter(lot -> lot.id().toString().equals(id)).map(lot -> lotOffer(supplier, lot, levelPct)).forEach(contents::add);
        }
        return contents;
    }

    private Map<String, Object> lotOffer(Table.Row supplier, PooledLot lot, long levelPct) {
        long yuan = PRICE_YUAN.getOrDefault(lot.grade(), 0L) * (levelPct * 10 + chance.nextInt(21) - 10) / 1_000;
        Map<String, Object> offer = new HashMap<>(Map.of("format", "jucai-lot-offer/1", "lot", lot.id().toString(), "basis", "DELIVERED",
                "vatRateBp", supplier.whole("vat_rate_pct") * 100, "vatIncluded", true, "moistureMaximumPpm", 5_000, "deliveryKgPerDay", 96_000));
        offer.put("payment", chance.nextInt(4) == 0 ? Map.of("kind", "ACCEPTANCE_BILL", "tenorDays", 90) : Map.of("kind", "CASH"));
        offer.put("freight", Map.of("fenPerTonneByZone", Map.of(lot.zone(), supplier.whole("freight_cny_per_t") * 100), "vatRateBp", 900));
        offer.put("pricing", Map.of("rule", chance.nextInt(3) == 0 ? "INCREMENTAL" : "ALL_UNITS", "tiers", ladder(yuan, lot)));
        offer.put("minimumKg", Math.min(supplier.whole("min_lot_t") * 1_000, capacityKg(supplier, lot)));
        offer.put("maximumKg", capacityKg(supplier, lot));
        offer.put("guarantees", List.of(Map.of("property", lot.grade().startsWith("GSN") ? "SiO2" : "Al2O3", "minimumPpm", promisedPpm(lot.grade()))));
        return offer;
    }

    private static List<Map<String, Object>> ladder(long yuan, PooledLot lot) {
        long half = Math.max(1, lot.target().kg() / 2);
        return List.of(Map.of("fromKg", 0L, "priceFenPerTonne", yuan * 100), Map.of("fromKg", half, "priceFenPerTonne", yuan * 985 / 10),
                Map.of("fromKg", Math.max(half + 1, lot.target().kg() * 9 / 10), "priceFenPerTonne", yuan * 970 / 10));
    }

    /** The figure in a grade's name is what it has of its leading oxide; soft clay says none and has about thirty per cent. */
    private static long promisedPpm(String grade) {
        String digits = grade.replaceAll("\\D", "");
        return (digits.isEmpty() ? 30 : Long.parseLong(digits)) * 10_000;
    }

    private static long capacityKg(Table.Row supplier, PooledLot lot) {
        long monthly = supplier.has("cap_t_month_" + lot.grade()) ? supplier.whole("cap_t_month_" + lot.grade()) : 0;
        return Math.min(monthly * MONTHS * 1_000, Math.max(lot.maximum().kg(), 1));
    }
}
