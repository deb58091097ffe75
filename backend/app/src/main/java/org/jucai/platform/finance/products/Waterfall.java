package org.jucai.platform.finance.products;

import java.util.List;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Split;

/**
 * Who pays a debt that its borrower does not: deposit, goods, fund, guarantor, bank. Each is exhausted before the next pays; what all pay is the debt.
 *
 * @param loss what deposit and goods leave
 * @param depositLeft and {@code collateralLeft}: not needed, the borrower's again
 */
public record Waterfall(Fen debt, List<Tranche> tranches, Fen loss, Fen depositLeft, Fen collateralLeft) {

    private static final int WHOLE_BP = 10_000;

    /** In the order in which they pay. */
    public enum Source { DEPOSIT, COLLATERAL, FUND, GUARANTOR, BANK }

    /** @param most that it pays here: what it has, and of the loss no more than its share */
    public record Tranche(Source source, Fen most, Fen pays) {}

    /** What each has. The bank has no bound: it lent the money. */
    public record Means(Fen deposit, Fen collateral, Fen fund, Fen guarantor) {}

    /** Of the loss, in hundredths of a per cent; the rest is the bank's, so that the three are the whole. */
    public record Shares(int fundBp, int guarantorBp) {

        public Shares {
            if (fundBp < 0 || guarantorBp < 0 || fundBp + guarantorBp > WHOLE_BP) throw new IllegalArgumentException("shares of more than the whole: " + fundBp + " + " + guarantorBp);
        }

        public int bankBp() {
            return WHOLE_BP - fundBp - guarantorBp;
        }
    }

    public Waterfall {
        tranches = List.copyOf(tranches);
    }

    public static Waterfall of(Fen debt, Means means, Shares shares) {
        Tranche deposit = upTo(Source.DEPOSIT, means.deposit(), debt);
        Tranche goods = upTo(Source.COLLATERAL, means.collateral(), debt.minus(deposit.pays()));
        Fen loss = debt.minus(deposit.pays()).minus(goods.pays());
        List<Long> agreed = Split.byLargestRemainder(loss.fen(), List.of((long) shares.fundBp(), (long) shares.guarantorBp(), (long) shares.bankBp()));
        Tranche fund = upTo(Source.FUND, least(means.fund(), agreed.get(0)), loss);
        Tranche guarantor = upTo(Source.GUARANTOR, least(means.guarantor(), agreed.get(1)), loss.minus(fund.pays()));
        Fen rest = loss.minus(fund.pays()).minus(guarantor.pays());
        return new Waterfall(debt, List.of(deposit, goods, fund, guarantor, new Tranche(Source.BANK, rest, rest)), loss, means.deposit().minus(deposit.pays()),
                means.collateral().minus(goods.pays()));
    }

    private static Tranche upTo(Source source, Fen most, Fen open) {
        return new Tranche(source, most, most.compareTo(open) < 0 ? most : open);
    }

    private static Fen least(Fen has, long owes) {
        return new Fen(Math.min(has.fen(), owes));
    }

    public Fen paidBy(Source source) {
        return tranches.get(source.ordinal()).pays();
    }
}
