package org.jucai.platform.rounds.workbook;

import java.time.LocalDate;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** Judges rows by the reading rules: each fact by its own rule, and all of them, so that a person sees every fault at once. */
final class Judge {

    private final Setting setting;
    private final EnterpriseRule enterprises;
    private final GradeRule grades;
    private int judged;

    Judge(Setting setting) {
        this.setting = setting;
        this.enterprises = new EnterpriseRule(setting);
        this.grades = new GradeRule(setting.lookup());
    }

    RowPreview judge(RawRow row, TableUnits units) {
        if (++judged > setting.limits().maxRows()) throw WorkbookRefusal.WORKBOOK_TOO_MANY_ROWS.over(setting.limits().maxRows());
        Verdict verdict = new Verdict(row, row.texts(units));
        for (Field field : Field.values()) {
            if (row.get(field).kind() == Cell.Kind.ERROR) verdict.broken(field);
        }
        Enterprise enterprise = enterprises.decide(verdict);
        Facts facts = new Facts(enterprise, grades.decide(verdict), Masses.decide(verdict, units), PriceRule.decide(verdict, units),
                PlaceRule.decide(verdict, enterprise), DateRule.decide(verdict, setting), payment(verdict), remark(verdict));
        return verdict.on(facts.line());
    }

    /** What the rules made of a row; what is absent was not to be made out, or, the cap and the payment, not said. */
    private record Facts(@Nullable Enterprise enterprise, GradeRule.@Nullable Grades grade, @Nullable Masses masses, @Nullable Long cap,
            PlaceRule.@Nullable Place place, DateRule.@Nullable Dates dates, @Nullable Payment payment, String remark) {

        @Nullable DemandLine line() {
            if (enterprise == null || grade == null || masses == null || place == null || dates == null) return null;
            return new DemandLine(enterprise.id(), enterprise.uscc(), enterprise.name(), grade.grade(), grade.substitutes(),
                    masses.minimumKg(), masses.targetKg(), masses.maximumKg(), cap, place.name(), place.pointId(),
                    dates.from(), dates.to(), payment, remark);
        }
    }

    private static @Nullable Payment payment(Verdict verdict) {
        String said = verdict.row().text(Field.PAYMENT);
        if (said.isEmpty()) return null;
        Payment payment = Payment.of(said).orElse(null);
        if (payment == null) verdict.ask(Reason.UNKNOWN_PAYMENT, Field.PAYMENT);
        return payment;
    }

    private String remark(Verdict verdict) {
        String said = verdict.row().text(Field.REMARK);
        for (Field field : List.of(Field.REMARK, Field.PLACE, Field.ENTERPRISE_NAME)) {
            Cell cell = verdict.row().get(field);
            if (!cell.formula() && Harmless.looksLikeFormula(Fold.text(cell.text()))) verdict.warn(Warning.FORMULA_TEXT);
        }
        int longest = setting.limits().maxTextLength();
        if (said.length() <= longest) return said;
        verdict.warn(Warning.TEXT_CUT);
        return said.substring(0, longest);
    }

    /** Whether the day is over for goods, while the round's period is not: worth a word. */
    static void past(Verdict verdict, LocalDate last, Setting setting) {
        if (last.isBefore(setting.today()) && !setting.period().to().isBefore(setting.today())) verdict.warn(Warning.PAST_DATE);
    }
}
