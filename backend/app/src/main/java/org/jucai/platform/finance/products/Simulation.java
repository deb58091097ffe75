package org.jucai.platform.finance.products;

import java.math.BigInteger;
import java.util.List;
import java.util.Optional;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;

/** What each party gains or loses by a product when prices move and the borrower pays or does not: terms are tried before anybody is bound by them. */
public final class Simulation {

    private static final long WHOLE_BP = 10_000;

    private Simulation() {}

    /**
     * A purchase to try.
     *
     * @param days for which it is financed
     * @param overdueDays after which the goods are sold and the fund pays, where the borrower does not
     * @param saleCostBp what selling them costs, of what they bring
     * @param fundCash what the fund has
     */
    public record Purchase(Kilograms mass, FenPerTonne price, int days, int overdueDays, int saleCostBp, Fen fundCash) {

        Fen worth() {
            return price.times(mass);
        }

        Fen worthAfter(int changeBp) {
            return new FenPerTonne(Math.multiplyExact(price.fen(), WHOLE_BP + changeBp) / WHOLE_BP).times(mass);
        }
    }

    /** @param priceChangeBp of the price at which it was bought */
    public record Scenario(int priceChangeBp, boolean defaults) {}

    /** Gains above zero, losses below: against not having bought. */
    public record Payoff(Fen member, Fen bank, Fen fund, Fen guarantor) {

        public Fen sum() {
            return member.plus(bank).plus(fund).plus(guarantor);
        }
    }

    /**
     * What comes of a scenario.
     *
     * @param goodsWorth at the price then; where they are sold, what they bring after the sale's cost
     * @param pledgeRateBp of the debt by the goods' worth before any cost, rounded up: no rate looks safer than it is
     */
    public record Outcome(Scenario scenario, Fen debt, Fen goodsWorth, long pledgeRateBp, ProductTerms.Pledge.State state, Payoff payoff, Optional<Waterfall> waterfall) {}

    /** What the purchase is before anything happens. @param callAt the price at which more is called for */
    public record Begin(Fen worth, Fen loan, Fen deposit, Fen ownMoney, Fen interest, Fen fees, FenPerTonne callAt) {}

    public static Begin begin(ProductTerms terms, Purchase purchase) {
        Fen worth = purchase.worth();
        Fen loan = terms.mostOn(worth);
        Fen debt = loan.plus(terms.pricing().interest(loan, purchase.days()));
        Fen fees = terms.pricing().fee(loan).plus(guarantorFee(terms, loan));
        return new Begin(worth, loan, terms.depositOn(worth), worth.minus(loan), debt.minus(loan), fees, callAt(terms, purchase, loan));
    }

    /** The highest price at which the principal is at the step of a call. */
    private static FenPerTonne callAt(ProductTerms terms, Purchase purchase, Fen loan) {
        BigInteger above = BigInteger.valueOf(loan.fen()).multiply(BigInteger.valueOf(Kilograms.PER_TONNE * WHOLE_BP));
        return new FenPerTonne(above.divide(BigInteger.valueOf(purchase.mass().kg()).multiply(BigInteger.valueOf(terms.pledge().callBp()))).longValueExact());
    }

    private static Fen guarantorFee(ProductTerms terms, Fen loan) {
        return terms.guarantor().map(one -> one.fee(loan)).orElse(Fen.ZERO);
    }

    public static List<Outcome> of(ProductTerms terms, Purchase purchase, List<Scenario> scenarios) {
        return scenarios.stream().map(one -> one.defaults() ? unpaid(terms, purchase, one) : paid(terms, purchase, one)).toList();
    }

    private static Outcome paid(ProductTerms terms, Purchase purchase, Scenario scenario) {
        Begin begin = begin(terms, purchase);
        Fen worth = purchase.worthAfter(scenario.priceChangeBp());
        Fen guarantor = guarantorFee(terms, begin.loan());
        Fen bank = begin.interest().plus(begin.fees()).minus(guarantor);
        Fen member = worth.minus(begin.worth()).minus(begin.interest()).minus(begin.fees());
        return outcome(terms, scenario, new Sold(begin.loan().plus(begin.interest()), worth, worth), new Payoff(member, bank, Fen.ZERO, guarantor), Optional.empty());
    }

    /** @param brought after the cost of selling */
    private record Sold(Fen debt, Fen worth, Fen brought) {}

    private static Outcome unpaid(ProductTerms terms, Purchase purchase, Scenario scenario) {
        Begin begin = begin(terms, purchase);
        Fen debt = begin.loan().plus(begin.interest()).plus(terms.pricing().overdueInterest(begin.loan(), purchase.overdueDays()));
        Fen worth = purchase.worthAfter(scenario.priceChangeBp());
        Sold sold = new Sold(debt, worth, new Fen(Math.multiplyExact(worth.fen(), WHOLE_BP - purchase.saleCostBp()) / WHOLE_BP));
        Fen held = terms.security().depositUse() == ProductTerms.DepositUse.FIRST_LOSS ? begin.deposit() : Fen.ZERO;
        Waterfall waterfall = Waterfall.of(debt, new Waterfall.Means(held, sold.brought(), purchase.fundCash(), debt), terms.lossShares());
        return outcome(terms, scenario, sold, payoff(terms, begin, waterfall), Optional.of(waterfall));
    }

    private static Payoff payoff(ProductTerms terms, Begin begin, Waterfall waterfall) {
        Fen guarantorFee = guarantorFee(terms, begin.loan());
        Fen member = waterfall.collateralLeft().minus(begin.ownMoney()).minus(waterfall.paidBy(Waterfall.Source.DEPOSIT)).minus(begin.fees());
        Fen bank = waterfall.debt().minus(waterfall.paidBy(Waterfall.Source.BANK)).minus(begin.loan()).plus(begin.fees()).minus(guarantorFee);
        return new Payoff(member, bank, Fen.ZERO.minus(waterfall.paidBy(Waterfall.Source.FUND)), guarantorFee.minus(waterfall.paidBy(Waterfall.Source.GUARANTOR)));
    }

    private static Outcome outcome(ProductTerms terms, Scenario scenario, Sold sold, Payoff payoff, Optional<Waterfall> waterfall) {
        long rate = Math.ceilDiv(Math.multiplyExact(sold.debt().fen(), WHOLE_BP), Math.max(1, sold.worth().fen()));
        return new Outcome(scenario, sold.debt(), sold.brought(), rate, terms.pledge().at(sold.debt(), sold.worth()), payoff, waterfall);
    }
}
