package org.jucai.platform.formulas.clause;

import java.time.LocalDate;
import java.time.MonthDay;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** A price adjustment formula that kept the editor's rules: monotone in quality, bounded, without gaps. */
public record PriceFormula(Title title, Base base, Comparison comparison, Averaging averaging, Moisture moisture, List<Clause> clauses,
        Optional<Shortfall> shortfall, Caps caps) {

    public static final String FORMAT = "jucai-price-formula/1";

    public PriceFormula {
        clauses = List.copyOf(clauses);
    }

    /**
     * @param source where its figures come from
     * @param confidence how far they can be trusted
     */
    public record Title(String nameZh, String nameEn, String source, Confidence confidence) {}

    /** As in the catalogue: only what is verified is shown without a mark. */
    public enum Confidence { VERIFIED, RECALLED, ASSUMED }

    /** What a tonne of the base price is. */
    public enum Tonne { WET, DRY }

    /** The base prices that the formula is made for; between them it is known to be monotone. */
    public record Base(Tonne tonne, long fromFenPerTonne, long toFenPerTonne) {

        boolean holds(long fenPerTonne) {
            return fenPerTonne >= fromFenPerTonne && fenPerTonne <= toFenPerTonne;
        }
    }

    /** How a value is compared with a limit (GB/T 8170). */
    public enum Comparison {
        /** 全数值比较法: as it was measured. */
        FULL_VALUE,
        /** 修约值比较法: rounded first; must be agreed. */
        ROUNDED_VALUE
    }

    /** What is settled together. */
    public enum Over { LOT, MONTH }

    /** Lots of a Beijing month are settled by their mean, weighted by delivered mass, but for those beyond a cut-off. */
    public record Averaging(Over over, List<CutOff> cutOffs) {
        public Averaging {
            cutOffs = List.copyOf(cutOffs);
        }
    }

    /** A lot whose reading is worse than this is settled by itself. */
    public record CutOff(Measure property, long limit) {}

    /** What moisture does to the mass that is paid. */
    public enum Deduct {
        NONE,
        /** The excess over the limit 扣超标水分. */
        EXCESS,
        /** All of it 折干. */
        FULL,
        /** All of it, where it is above the limit. */
        FULL_ABOVE_LIMIT
    }

    /** @param limitPpm holds where no season says otherwise; absent where moisture is not looked at, or deducted whole */
    public record Moisture(Deduct deduct, OptionalLong limitPpm, List<Season> seasons) {

        public Moisture {
            seasons = List.copyOf(seasons);
        }

        long limitOn(LocalDate day) {
            MonthDay on = MonthDay.from(day);
            return seasons.stream().filter(season -> season.holds(on)).findFirst().map(Season::limitPpm).orElse(limitPpm.orElse(0));
        }

        /** The part of the mass that is not paid, of one. */
        Ratio part(Ratio moisturePpm, long limit) {
            Ratio over = moisturePpm.minus(Ratio.of(limit)).atLeast(Ratio.ZERO);
            Ratio ppm = switch (deduct) {
                case NONE -> Ratio.ZERO;
                case EXCESS -> over;
                case FULL -> moisturePpm;
                case FULL_ABOVE_LIMIT -> over.signum() > 0 ? moisturePpm : Ratio.ZERO;
            };
            return ppm.over(Ratio.MILLION);
        }
    }

    /** Days of each year, both ends included; from later than to goes over the turn of the year. */
    public record Season(MonthDay from, MonthDay to, long limitPpm) {

        boolean holds(MonthDay day) {
            boolean late = !day.isBefore(from);
            boolean early = !day.isAfter(to);
            return from.isAfter(to) ? late || early : late && early;
        }
    }

    /** Where less than this part of the contract is delivered in all, so much is taken off each tonne. */
    public record Shortfall(long belowPpm, long deductFenPerTonne) {}

    /** The most that all clauses together take or add, in parts per million of the base price; where nothing is said, all of it. */
    public record Caps(OptionalLong deductionPpm, OptionalLong bonusPpm) {}
}
