package org.jucai.platform.award.settling;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/**
 * A lot that was awarded. Where lines left, what the others cannot take is unplaced: the figures are then those of no award.
 *
 * @param sold by supplier, in the order of ids
 * @param got by line, in the order of ids; only lines that get something
 * @param left lines that would pay above their cap
 * @param wholeTrucks whether every share is whole trucks
 */
public record SettledLot(String lot, List<Sold> sold, List<Got> got, List<String> left, Kilograms unplaced, boolean wholeTrucks, Core core) {

    /**
     * What a supplier sells of the lot: one line of an invoice for the goods, one for the freight.
     *
     * @param totalKg what it sells in the whole round, which its discount is by
     * @param priced the mass by the price that holds for it; one entry where the tier reached prices all of it
     * @param goods tax included, {@code goodsTax} of it tax, at {@code vatRateBp}
     * @param delivered brought by the supplier; else each member fetches it
     * @param freight charged by the supplier, tax included, {@code freightTax} of it tax
     * @param ownFreight what fetching it costs the members; nothing where it is delivered
     */
    public record Sold(String supplier, Kilograms mass, long totalKg, int discountBp, List<Priced> priced, Fen goods, Fen goodsTax, int vatRateBp,
                       boolean delivered, FenPerTonne freightPrice, Fen freight, Fen freightTax, FenPerTonne ownFreightPrice, Fen ownFreight) {

        public Sold {
            priced = List.copyOf(priced);
        }
    }

    /** So much at this price, discount taken off and tax included. @param fromKg where the tier begins */
    public record Priced(long fromKg, Kilograms mass, FenPerTonne price) {}

    /**
     * What a line gets and pays.
     *
     * @param goods its part of the lot's goods; with {@code freight} of the suppliers and {@code ownFreight} the lot's cost rule
     * @param fee of the purchasing party
     * @param equalisation what it pays beyond the invoices of its suppliers and its own freight, or less where negative; zero in sum
     */
    public record Got(String line, String member, Kilograms mass, List<Part> parts, Fen goods, Fen freight, Fen ownFreight, Fen fee, Fen equalisation,
                      @Nullable AloneCost alone) {

        public Got {
            parts = List.copyOf(parts);
        }

        /** Delivered, tax and fee included. */
        public Fen total() {
            return goods.plus(freight).plus(ownFreight).plus(fee);
        }

        /** Less than it would have paid alone; negative where it pays more. Empty where nobody would have delivered so little. */
        public Optional<Fen> saving() {
            return Optional.ofNullable(alone).map(cost -> cost.landed().minus(total()));
        }
    }

    /**
     * What comes from one supplier.
     *
     * @param goods and {@code freight}: its part of the supplier's invoice line, by mass
     * @param approved whether the source is one that the line takes goods from
     */
    public record Part(String supplier, Kilograms mass, Fen goods, Fen freight, boolean approved) {}

    /** The cheapest single offer for the member's whole mass in this lot, at the tiers it alone reaches; the line's part of it. */
    public record AloneCost(String supplier, Fen landed) {}

    /** Whether a group of the lot's members would pay less by buying its shares together of one of the suppliers. */
    public enum Core { NOBODY_GAINS, SOME_WOULD_GAIN, NOT_COMPUTED }

    public SettledLot {
        sold = List.copyOf(sold);
        got = List.copyOf(got);
        left = List.copyOf(left);
    }
}
