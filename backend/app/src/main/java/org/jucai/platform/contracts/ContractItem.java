package org.jucai.platform.contracts;

import java.time.LocalDate;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Kilograms;

/**
 * The goods of one demand line that come from one supplier. Upstream and downstream have an item each for the same goods.
 *
 * @param upstreamItemId the supply contract's item for the same goods; empty in the supply contract itself
 * @param enterpriseId the member who receives them
 * @param supplierId who sends them
 * @param priced the mass by the price of the tier reached, tax included
 */
public record ContractItem(UUID id, Optional<UUID> upstreamItemId, UUID lotId, String lotCode, UUID lineId, String lineCode, UUID allocationId, UUID enterpriseId,
        UUID supplierId, Goods goods, Kilograms mass, List<Priced> priced, Money money, Means means, Destination destination) {

    /** How the supplier offered to be paid. */
    public enum MeansKind { CASH, ACCEPTANCE_BILL, PREPAID }

    /** @param billTenorDays of an acceptance bill; 0 for the others */
    public record Means(MeansKind kind, int billTenorDays) {}

    /**
     * What is sold.
     *
     * @param moistureMaximumPpm guaranteed, of the mass as received
     * @param source 料源, where the supplier names one
     */
    public record Goods(String grade, String size, String packing, List<Guarantee> guarantees, long moistureMaximumPpm, @Nullable String source) {
        public Goods {
            guarantees = List.copyOf(guarantees);
        }
    }

    /** A limit that the supplier guarantees, in parts per million; property as the catalogue names it. */
    public record Guarantee(String property, @Nullable Long minimumPpm, @Nullable Long maximumPpm) {}

    /** So much at this price, discount taken off and tax included. */
    public record Priced(long massKg, long priceFenPerTonne) {}

    /**
     * Amounts in fen, tax included; those of all items sum to the award's settlement.
     *
     * @param goodsFen of the supplier's invoice line for the goods; 0 where the contract sells none
     * @param freightFen of its line for the freight
     * @param equalisationFen 均价调节: between the supplier's own price and the price that all of the lot pay; may be negative; zero over the lot but for rounding
     * @param feeFen of the finance group
     */
    public record Money(int vatRateBp, long goodsFen, int freightVatRateBp, long freightFenPerTonne, long freightFen, long equalisationFen, int feeVatRateBp, long feeFen) {

        /** What the buyer pays by this contract. */
        public long totalFen() {
            return goodsFen + freightFen + equalisationFen + feeFen;
        }
    }

    /** Where and when. @param delivered brought by the supplier; else fetched at its works */
    public record Destination(boolean delivered, String zone, UUID placeId, String place, String address, LocalDate fromOn, LocalDate toOn) {}

    public ContractItem {
        priced = List.copyOf(priced);
    }

    /** The same goods in another contract. */
    ContractItem as(UUID another) {
        return new ContractItem(another, upstreamItemId, lotId, lotCode, lineId, lineCode, allocationId, enterpriseId, supplierId, goods, mass, priced, money, means, destination);
    }

    /** The same with other promises of quality. */
    public ContractItem promising(List<Guarantee> guarantees) {
        Goods promised = new Goods(goods.grade(), goods.size(), goods.packing(), guarantees, goods.moistureMaximumPpm(), goods.source());
        return new ContractItem(id, upstreamItemId, lotId, lotCode, lineId, lineCode, allocationId, enterpriseId, supplierId, promised, mass, priced, money, means, destination);
    }
}
