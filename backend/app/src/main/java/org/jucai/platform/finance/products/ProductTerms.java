package org.jucai.platform.finance.products;

import java.util.EnumSet;
import java.util.Optional;
import java.util.Set;
import org.jucai.platform.kernel.Fen;

/**
 * What a bank finances by. Shares and ratios in hundredths of a per cent, rates in parts per million a year.
 *
 * @param offered whether new drawdowns may be applied for; those there are go on by the version they began with
 * @param guarantor a licensed one 融资担保公司; empty where there is none
 * @param toBeVerified figures that were taken from what is usual and that nobody has verified
 */
public record ProductTerms(String nameZh, String nameEn, boolean offered, Security security, Pledge pledge, Pricing pricing, Tenor tenor, Conversion conversion, Fund fund,
        Optional<Guarantor> guarantor, Set<Figure> toBeVerified) {

    static final int WHOLE_BP = 10_000;
    private static final int WHOLE_PPM = 1_000_000;

    /** What becomes of the member's deposit while the debt stands. */
    public enum DepositUse {
        /** Held until the debt is repaid: the first to bear a loss. */
        FIRST_LOSS,
        /** Paid towards the price, so that nothing of it is left for a loss. */
        TOWARDS_PRICE
    }

    /** What must be there before a bank pays. */
    public enum Against {
        /** 预付款融资: the contract; goods come later. */
        CONTRACT,
        /** 现货质押: goods that came, were weighed and found good. */
        GOODS
    }

    /** @param depositShareBp of the price, @param advanceRatioBp what the bank lends of it */
    public record Security(int depositShareBp, DepositUse depositUse, int advanceRatioBp, Against against) {}

    /** Debt by the value of the goods 质押率, and within how many working days a call is answered. */
    public record Pledge(int ceilingBp, int watchBp, int callBp, int disposeBp, int cureDays) {

        /** What a pledge rate means. */
        public enum State { NORMAL, WATCH, CALL, DISPOSE }

        /** Compared exactly, without a rounded rate between. @param value above zero */
        public State at(Fen debt, Fen value) {
            if (reaches(debt, value, disposeBp)) return State.DISPOSE;
            if (reaches(debt, value, callBp)) return State.CALL;
            return reaches(debt, value, watchBp) ? State.WATCH : State.NORMAL;
        }

        private static boolean reaches(Fen debt, Fen value, int stepBp) {
            return Math.multiplyExact(debt.fen(), WHOLE_BP) >= Math.multiplyExact(value.fen(), stepBp);
        }
    }

    /** @param feePpm of what is lent, once; @param overdueRatePpm a year, from the day after the due day */
    public record Pricing(int ratePpm, int overdueRatePpm, int feePpm, DayCount dayCount) {

        public Fen interest(Fen principal, long days) {
            return dayCount.interest(principal, ratePpm, days);
        }

        public Fen overdueInterest(Fen principal, long days) {
            return dayCount.interest(principal, overdueRatePpm, days);
        }

        public Fen fee(Fen principal) {
            return once(principal, feePpm);
        }
    }

    /** In days. */
    public record Tenor(int usualDays, int mostDays) {}

    /** How much of what is promised and not drawn counts as lent (CCF). @param committed whether the bank cannot take the promise back */
    public record Conversion(boolean committed, int cancellableBp, int committedBp) {

        public int factorBp() {
            return committed ? committedBp : cancellableBp;
        }
    }

    /** The risk-compensation fund: its share of a loss, and how many times its cash may be covered by it. */
    public record Fund(int shareBp, int multiplier) {}

    /** @param feePpm of what is lent, once, paid by the borrower */
    public record Guarantor(String name, String licence, int shareBp, int feePpm) {

        public Fen fee(Fen principal) {
            return once(principal, feePpm);
        }
    }

    public ProductTerms {
        toBeVerified = toBeVerified.isEmpty() ? Set.of() : Set.copyOf(EnumSet.copyOf(toBeVerified));
    }

    /** Who bears what of a loss that deposit and goods leave. */
    public Waterfall.Shares lossShares() {
        return new Waterfall.Shares(fund.shareBp(), guarantor.map(Guarantor::shareBp).orElse(0));
    }

    /** The most that may be lent on a price. A part of a fen is not. */
    public Fen mostOn(Fen price) {
        return new Fen(Math.multiplyExact(price.fen(), security.advanceRatioBp()) / WHOLE_BP);
    }

    public Fen depositOn(Fen price) {
        return new Fen((Math.multiplyExact(price.fen(), security.depositShareBp()) + WHOLE_BP / 2) / WHOLE_BP);
    }

    private static Fen once(Fen principal, int ppm) {
        return new Fen((Math.multiplyExact(principal.fen(), ppm) + WHOLE_PPM / 2) / WHOLE_PPM);
    }

    /** What the trade usually agrees; what was only recalled or assumed is marked. Steps, tenor, cure and conversion are those of the lifecycle. */
    public static ProductTerms usual() {
        return new ProductTerms("代采融资", "Purchase finance", true, new Security(2_000, DepositUse.FIRST_LOSS, 6_000, Against.CONTRACT), new Pledge(6_000, 6_500, 7_000, 8_000, 3),
                new Pricing(60_000, 90_000, 0, DayCount.ACTUAL_360), new Tenor(90, 180), new Conversion(false, 1_000, 4_000), new Fund(5_000, 10), Optional.empty(),
                EnumSet.of(Figure.DEPOSIT_SHARE, Figure.ADVANCE_RATIO, Figure.RATE, Figure.OVERDUE_RATE, Figure.DAY_COUNT, Figure.FUND_SHARE, Figure.FUND_MULTIPLIER));
    }
}
