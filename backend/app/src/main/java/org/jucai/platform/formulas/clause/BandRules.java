package org.jucai.platform.formulas.clause;

import java.util.HashSet;
import java.util.List;
import java.util.OptionalLong;
import java.util.Set;

/** Whether the bands of a clause hold each reading once, and whether each band's effects make sense together. */
final class BandRules {

    private BandRules() {}

    static void judge(Clause clause, String where, Faulty.Findings findings) {
        List<Band> bands = clause.bands();
        for (int i = 0; i < bands.size(); i++) {
            String at = where + "/bands/" + i;
            ends(clause, bands.get(i), at, findings);
            if (i > 0) meets(bands.get(i - 1), bands.get(i), at, findings);
            effects(bands.get(i).effects(), at + "/effects", false, findings);
        }
        Band last = bands.getLast();
        boolean startsLate = bands.getFirst().from().isPresent() && reaches(clause.least(), bands.getFirst().from(), bands.getFirst().fromIncluded());
        boolean endsEarly = last.to().isPresent() && reaches(clause.most(), last.to(), last.toIncluded());
        findings.add(startsLate, FormulaFault.GAP, where + "/bands/0/from");
        findings.add(endsEarly, FormulaFault.GAP, where + "/bands/" + (bands.size() - 1) + "/to");
    }

    /** Whether readings are left beyond this outermost end. */
    private static boolean reaches(OptionalLong most, OptionalLong end, boolean included) {
        return most.isEmpty() || most.getAsLong() != end.orElseThrow() || !included;
    }

    private static void ends(Clause clause, Band band, String at, Faulty.Findings findings) {
        findings.add(beyond(clause, band.from()), FormulaFault.END_BEYOND_MEASURE, at + "/from");
        findings.add(beyond(clause, band.to()), FormulaFault.END_BEYOND_MEASURE, at + "/to");
        if (band.from().isEmpty() || band.to().isEmpty()) return;
        int order = Long.compare(band.from().getAsLong(), band.to().getAsLong());
        boolean empty = order > 0 || order == 0 && !(band.fromIncluded() && band.toIncluded());
        findings.add(empty, FormulaFault.EMPTY_BAND, at + "/to");
    }

    private static boolean beyond(Clause clause, OptionalLong end) {
        if (end.isEmpty()) return false;
        boolean below = clause.least().isPresent() && end.getAsLong() < clause.least().getAsLong();
        boolean above = clause.most().isPresent() && end.getAsLong() > clause.most().getAsLong();
        return below || above;
    }

    private static void meets(Band below, Band above, String at, Faulty.Findings findings) {
        String from = at + "/from";
        if (findings.add(below.to().isEmpty() || above.from().isEmpty(), FormulaFault.OVERLAP, from)) return;
        int order = Long.compare(above.from().orElseThrow(), below.to().orElseThrow());
        boolean both = above.fromIncluded() && below.toIncluded();
        boolean neither = !above.fromIncluded() && !below.toIncluded();
        findings.add(order > 0 || order == 0 && neither, FormulaFault.GAP, from);
        findings.add(order < 0 || order == 0 && both, FormulaFault.OVERLAP, from);
    }

    private static void effects(List<Effect> effects, String at, boolean conceding, Faulty.Findings findings) {
        Set<Of> seen = new HashSet<>();
        for (int i = 0; i < effects.size(); i++) {
            String where = at + "/" + i;
            switch (effects.get(i)) {
                case Effect.Nothing _, Effect.Unpaid _ -> findings.add(effects.size() > 1, FormulaFault.EFFECT_NOT_ALONE, where + "/kind");
                case Effect.Refuse(var concession) -> {
                    findings.add(effects.size() > 1, FormulaFault.EFFECT_NOT_ALONE, where + "/kind");
                    findings.add(conceding, FormulaFault.CONCESSION_REFUSES, where + "/kind");
                    effects(concession, where + "/concession", true, findings);
                }
                case Effect.Fixed(Of of, Ratio value) -> {
                    findings.add(!seen.add(of), FormulaFault.EFFECT_TWICE, where + "/of");
                    findings.add(isOnlyTakenOff(of) && value.signum() > 0, FormulaFault.ONLY_TAKEN_OFF, where + "/value");
                }
                case Effect.Stepped(Steps steps) -> {
                    findings.add(!seen.add(steps.of()), FormulaFault.EFFECT_TWICE, where + "/of");
                    steps(steps, where, findings);
                }
            }
        }
    }

    private static boolean isOnlyTakenOff(Of of) {
        return of == Of.MASS_PPM || of == Of.AMOUNT_FEN;
    }

    private static void steps(Steps steps, String where, Faulty.Findings findings) {
        boolean off = isOnlyTakenOff(steps.of());
        findings.add(off && steps.change().signum() > 0, FormulaFault.ONLY_TAKEN_OFF, where + "/change");
        findings.add(off && steps.start().signum() > 0, FormulaFault.ONLY_TAKEN_OFF, where + "/start");
        findings.add(steps.times().signum() < 0, FormulaFault.OUT_OF_RANGE, where + "/times");
        int beyond = steps.cap().map(cap -> cap.minus(steps.start()).signum() * steps.change().signum()).orElse(0);
        findings.add(beyond < 0, FormulaFault.CAP_WRONG, where + "/cap");
    }
}
