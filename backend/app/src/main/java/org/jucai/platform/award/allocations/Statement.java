package org.jucai.platform.award.allocations;

import java.math.BigInteger;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.settling.SettledLot;
import org.jucai.platform.award.shares.CostRule;
import org.jucai.platform.award.shares.ShareRule;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Split;

/**
 * The figures of a line's statement, as they were when the award was made final. Nothing of other members but who rides on the same truck.
 *
 * @param lotAwardedKg all that the lot was awarded, and {@code lotGoodsFen} what is paid for it
 * @param equalisationFen beyond the invoices of its suppliers and its own freight; zero over the lot but for rounding
 * @param aloneFen what the cheapest single offer would have cost, landed; null where nobody would have delivered so little
 */
public record Statement(String lineCode, String lotCode, String grade, String size, String packing, String zone, long lotAwardedKg, long lotGoodsFen,
        long minimumKg, long targetKg, long maximumKg, long gotKg, List<From> from, long goodsFen, long freightFen, long ownFreightFen, long feeFen, int feeRateBp,
        long equalisationFen, long totalFen, @Nullable Long aloneFen, SettledLot.Core core, ShareRule shareRule, CostRule costRule, boolean wholeTrucks,
        List<Trip> trips) {

    /**
     * What comes of one supplier.
     *
     * @param soldKg of this lot, {@code soldInRoundKg} of all lots
     * @param approved whether its source is one that the line takes goods from
     */
    public record From(UUID supplierId, long massKg, long goodsFen, long freightFen, long soldKg, long soldInRoundKg, int discountBp, List<Priced> priced,
                       int vatRateBp, boolean delivered, long freightFenPerTonne, long ownFreightFenPerTonne, boolean approved) {
        public From {
            priced = List.copyOf(priced);
        }
    }

    /** So much of the lot at this price. */
    public record Priced(long fromKg, long massKg, long priceFenPerTonne) {}

    /** How it travels. @param sharedWith members whose goods are on the same truck: for arranging the delivery, not how much */
    public record Trip(UUID supplierId, long massKg, int fullTrucks, long partKg, LocalDate fromOn, LocalDate toOn, List<UUID> sharedWith) {
        public Trip {
            sharedWith = List.copyOf(sharedWith);
        }
    }

    public Statement {
        from = List.copyOf(from);
        trips = List.copyOf(trips);
    }

    /**
     * What the line pays where it gets other masses than were awarded: each part of what it pays in proportion to what it gets of that supplier, at the
     * same prices, as deliveries are settled.
     *
     * @param shares in kilograms, by supplier
     */
    public Fen costs(Map<UUID, Long> shares) {
        List<Long> masses = from.stream().map(From::massKg).toList();
        List<Long> fee = Split.byLargestRemainder(feeFen, masses);
        List<Long> evened = Split.byLargestRemainder(Math.abs(equalisationFen), masses);
        List<Long> fetched = Split.byLargestRemainder(ownFreightFen, from.stream().map(each -> each.ownFreightFenPerTonne() * each.massKg()).toList());
        long fen = 0;
        for (int i = 0; i < from.size(); i++) {
            From part = from.get(i);
            long gets = shares.getOrDefault(part.supplierId(), 0L);
            long even = equalisationFen < 0 ? -evened.get(i) : evened.get(i);
            for (long whole : new long[] {part.goodsFen(), part.freightFen(), fetched.get(i), even, fee.get(i)}) fen += halfUp(whole, gets, part.massKg());
        }
        return new Fen(fen);
    }

    private static long halfUp(long whole, long gets, long of) {
        BigInteger twice = BigInteger.valueOf(whole).multiply(BigInteger.valueOf(gets)).shiftLeft(1).add(BigInteger.valueOf(of));
        BigInteger[] parts = twice.divideAndRemainder(BigInteger.valueOf(of).shiftLeft(1));
        return parts[1].signum() < 0 ? parts[0].longValueExact() - 1 : parts[0].longValueExact();
    }
}
