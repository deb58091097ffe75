package org.jucai.platform.contracts;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicLong;
import java.util.random.RandomGenerator;
import org.jucai.platform.award.comparing.Candidate;
import org.jucai.platform.award.settling.LotLines;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.award.settling.SettlingTerms;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.award.shares.ShareTerms;
import org.jucai.platform.bidding.offer.Freight;
import org.jucai.platform.bidding.offer.Guarantee;
import org.jucai.platform.bidding.offer.Ladder;
import org.jucai.platform.bidding.offer.LotOffer;
import org.jucai.platform.bidding.offer.OfferHeader;
import org.jucai.platform.bidding.offer.Payment;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.RoundTerms;

/** Settled awards drawn by chance, and the contracts drawn from them. */
final class DrawnContracts {

    static final Instant AT = Instant.parse("2027-03-01T02:00:00Z");
    static final UUID GROUP = id("group");

    private final RandomGenerator chance;
    private final AtomicLong next = new AtomicLong();

    DrawnContracts(RandomGenerator chance) {
        this.chance = chance;
    }

    static UUID id(String name) {
        return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
    }

    /** An award and its contracts. */
    record Drawn(DrawnFrom from, List<Contract> contracts) {

        List<Contract> of(ContractKind kind) {
            return contracts.stream().filter(contract -> contract.kind() == kind).toList();
        }

        List<ContractItem> items(ContractKind kind) {
            return of(kind).stream().flatMap(contract -> contract.items().stream()).toList();
        }
    }

    static ContractTerms terms() {
        return new ContractTerms(new ContractTerms.Payment(ContractTerms.Trigger.DELIVERY, 30), 500, new ContractTerms.Fee(ContractTerms.FeeBasis.OF_THE_GOODS, 0),
                new DeliveryTerms(500, DeliveryTerms.Ticket.DESTINATION, 3, new DeliveryTerms.Moisture(DeliveryTerms.MoistureRule.EXCESS, 10_000)), List.of(), 7,
                Optional.of("三重一大 2027-12"), List.of());
    }

    Drawn drawn(RoundTerms.Mode mode) {
        List<LotLines> lots = List.of(lot("P1"), lot("P2"), lot("P3"));
        List<Candidate> offers = new ArrayList<>();
        int suppliers = 1 + chance.nextInt(4);
        for (int s = 0; s < suppliers; s++) {
            List<OfferHeader.TotalTier> tiers = chance.nextBoolean() ? List.of() : List.of(new OfferHeader.TotalTier(30_000, chance.nextInt(500)));
            offers.add(new Candidate(id("S" + s).toString(), null, false, new OfferHeader.Terms(tiers, List.of(), LocalDate.of(2027, 12, 31), null),
                    lots.stream().map(lot -> offer(lot.lot())).toList()));
        }
        List<Settlement.Won> won = new ArrayList<>();
        lots.forEach(lot -> won.addAll(winners(lot, suppliers)));
        int fee = chance.nextInt(200);
        Settlement settled = Settlement.of(won, offers, lots, new SettlingTerms(ShareRule.PROPORTIONAL, CostRule.AVERAGE, 1, Map.of("Z1", 4_000L), fee, new ShareTerms.Samples(20, 7)));
        return drawn(from(mode, fee, settled, lots, offers));
    }

    Drawn drawn(DrawnFrom from) {
        DrawnFrom.Stated stated = new DrawnFrom.Stated(terms().payment(), new ContractTerms.Payment(ContractTerms.Trigger.ADVANCE, 0), terms());
        return new Drawn(from, new Drawing(from, stated, firms(from), () -> new UUID(7, next.incrementAndGet()), AT).all().stream().map(Drawing.Drawn::contract).toList());
    }

    static Map<UUID, Firm> firms(DrawnFrom from) {
        Set<UUID> all = new HashSet<>(Set.of(GROUP));
        from.lines().values().forEach(line -> all.add(line.enterpriseId()));
        from.offers().keySet().forEach(winner -> all.add(winner.supplierId()));
        Map<UUID, Firm> firms = new HashMap<>();
        all.forEach(each -> firms.put(each, new Firm(each, "公司" + each.toString().substring(0, 4), Optional.empty(), false)));
        return firms;
    }

    private static DrawnFrom from(RoundTerms.Mode mode, int fee, Settlement settled, List<LotLines> lots, List<Candidate> offers) {
        Map<UUID, DrawnFrom.Lot> known = new HashMap<>();
        Map<UUID, DrawnFrom.Line> lines = new HashMap<>();
        for (LotLines lot : lots) {
            UUID lotId = UUID.fromString(lot.lot());
            known.put(lotId, new DrawnFrom.Lot(lotId, "P-" + known.size(), "GL-85A", "LUMP", "BULK"));
            lot.lines().forEach(line -> lines.put(UUID.fromString(line.id()), new DrawnFrom.Line(UUID.fromString(line.id()), "L-" + lines.size(), UUID.fromString(line.member()),
                    id("allocation " + line.id()), new ContractItem.Destination(true, "Z1", id("place " + line.member()), "料场", "新密市", LocalDate.of(2027, 4, 1), LocalDate.of(2027, 4, 20)))));
        }
        Map<DrawnFrom.Winner, LotOffer> winning = new HashMap<>();
        offers.forEach(each -> each.offers().forEach(offer -> winning.put(new DrawnFrom.Winner(UUID.fromString(each.id()), UUID.fromString(offer.lot())), offer)));
        return new DrawnFrom(id("round"), "R-2027-0003", mode, 1, GROUP, fee, settled, known, lines, winning);
    }

    private LotOffer offer(String lot) {
        long price = 100_000 + chance.nextInt(100_000);
        List<Ladder.Tier> tiers = chance.nextBoolean() ? List.of(new Ladder.Tier(0, price))
                : List.of(new Ladder.Tier(0, price), new Ladder.Tier(8_000 + chance.nextInt(20_000), price - chance.nextInt(9_000)));
        Freight freight = chance.nextBoolean() ? null : new Freight(Map.of("Z1", (long) chance.nextInt(9_000)), 900);
        return new LotOffer(lot, new Ladder(Ladder.Rule.values()[chance.nextInt(2)], tiers), freight, 1_300, chance.nextBoolean(), new Payment(Payment.Kind.CASH, 0), 1, 100_000_000,
                List.of(new Guarantee("AL2O3", 850_000L, null)), 10_000, 100_000, null);
    }

    private LotLines lot(String name) {
        List<LotLines.Line> lines = new ArrayList<>();
        int many = 1 + chance.nextInt(6);
        for (int i = 0; i < many; i++) {
            long minimum = chance.nextInt(3) == 0 ? 0 : chance.nextInt(20_000);
            long target = minimum + 1 + chance.nextInt(20_000);
            lines.add(new LotLines.Line(id(name + i).toString(), id("M" + chance.nextInt(4)).toString(), new Kilograms(minimum), new Kilograms(target),
                    new Kilograms(target + chance.nextInt(9_000)), null, Set.of(), AT));
        }
        return new LotLines(id(name).toString(), "Z1", lines);
    }

    private List<Settlement.Won> winners(LotLines lot, int suppliers) {
        long least = Math.max(suppliers, lot.lines().stream().mapToLong(line -> line.minimum().kg()).sum());
        long most = lot.lines().stream().mapToLong(line -> line.maximum().kg()).sum();
        long left = most <= least ? most : chance.nextLong(least, most + 1);
        List<Settlement.Won> won = new ArrayList<>();
        for (int s = 0; s < suppliers; s++) {
            long kg = s == suppliers - 1 ? left : chance.nextLong(left + 1);
            if (kg > 0) won.add(new Settlement.Won(lot.lot(), id("S" + s).toString(), kg));
            left -= kg;
        }
        return won;
    }
}
