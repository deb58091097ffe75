package org.jucai.platform.rounds.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.rounds.imports.DemandImport;
import org.jucai.platform.rounds.imports.ImportBoard;
import org.jucai.platform.rounds.imports.ImportCounts;
import org.jucai.platform.rounds.imports.ImportedRow;
import org.jucai.platform.rounds.imports.RowFix;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Fault;
import org.jucai.platform.rounds.workbook.Payment;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.spec.model.DemandImportByGradeInner;
import org.jucai.spec.model.DemandImportCounts;
import org.jucai.spec.model.ImportLine;
import org.jucai.spec.model.ImportRow;
import org.springframework.stereotype.Component;

/** Imports as they leave by HTTP. */
@Component
class ImportViews {

    private static final int MOST_CELLS = 60;
    private static final int LONGEST_CELL = 500;

    private final Words words;

    ImportViews(Words words) {
        this.words = words;
    }

    org.jucai.spec.model.DemandImport show(ImportBoard.Shown shown, Locale locale) {
        DemandImport one = shown.demandImport();
        org.jucai.spec.model.DemandImport view = new org.jucai.spec.model.DemandImport(one.id(), one.roundId(), one.fileName(), one.sha256(),
                org.jucai.spec.model.DemandImport.StatusEnum.valueOf(one.status().name()), one.rowsRead(), one.version(),
                counts(shown.counts(), one), shown.rows().items().stream().map(row -> row(row, locale)).toList());
        view.setRowsTotal(one.rowsTotal());
        view.setPeriodIsPast(one.periodIsPast());
        one.refusal().ifPresent(refusal -> {
            view.setRefusal(refusal);
            view.setRefusalAdvice(problem(refusal, one.refusalFacts(), locale));
        });
        view.setByGrade(shown.counts().byGrade().stream()
                .map(grade -> new DemandImportByGradeInner(grade.grade(), grade.lines(), grade.targetKg())).toList());
        view.setNextCursor(shown.rows().nextCursor());
        return view;
    }

    private static DemandImportCounts counts(ImportCounts counts, DemandImport one) {
        DemandImportCounts view = new DemandImportCounts(counts.accepted(), counts.needsConfirmation(), counts.rejected(), counts.notData(),
                counts.enterprises(), counts.targetKg(), one.created(), one.alreadyThere());
        view.setRefused(one.refused());
        return view;
    }

    ImportRow row(ImportedRow one, Locale locale) {
        RowPreview row = one.row();
        List<String> reasons = new ArrayList<>(row.reasons().stream().map(Enum::name).toList());
        one.refusal().ifPresent(reasons::add);
        ImportRow view = new ImportRow(row.at().sheet(), row.at().row(), ImportRow.StatusEnum.valueOf(row.status().name()), reasons,
                row.warnings().stream().map(Enum::name).toList(), ImportRow.DecisionEnum.valueOf(one.decision().name()));
        view.setColumn(row.at().column());
        view.setCells(cells(row));
        view.setAdvice(advice(one, locale));
        row.faults().stream().map(Fault::cell).filter(cell -> cell != null).findFirst().ifPresent(view::setCell);
        At first = row.duplicateOf();
        if (first != null) view.setDuplicateOf(first.row());
        one.lineId().ifPresent(view::setLineId);
        switch (row) {
            case RowPreview.Accepted accepted -> view.setLine(line(accepted.line()));
            case RowPreview.NeedsConfirmation open -> view.setSuggested(maybe(open.line()));
            case RowPreview.Rejected _ -> { }
            case RowPreview.NotData nothing -> {
                view.setKind(nothing.kind().name().toLowerCase(Locale.ROOT));
                view.setReasons(List.of("NOT_DATA"));
            }
        }
        if (one.fixed()) view.setFixed(maybe(row.line()));
        return view;
    }

    private static List<String> cells(RowPreview row) {
        if (row instanceof RowPreview.NotData nothing) return nothing.text().isEmpty() ? List.of() : List.of(nothing.text());
        return row.texts().values().stream().limit(MOST_CELLS)
                .map(text -> text.length() > LONGEST_CELL ? text.substring(0, LONGEST_CELL) : text).toList();
    }

    /** What is wrong and what to do, one sentence after another. */
    private @Nullable String advice(ImportedRow one, Locale locale) {
        List<String> sentences = new ArrayList<>();
        one.row().reasons().forEach(reason -> sentences.add(words.say("workbook.reason." + reason, locale, Map.of())));
        one.row().warnings().forEach(warning -> sentences.add(words.say("workbook.warning." + warning, locale, Map.of())));
        one.refusal().ifPresent(refusal -> sentences.add(problem(refusal, one.refusalFacts(), locale)));
        return sentences.isEmpty() ? null : String.join(locale.getLanguage().equals("en") ? " " : "", sentences);
    }

    private String problem(String refusal, Map<String, Object> facts, Locale locale) {
        return words.say("problem." + refusal.toLowerCase(Locale.ROOT).replace('_', '-') + ".detail", locale, facts);
    }

    private static @Nullable ImportLine maybe(@Nullable DemandLine line) {
        return line == null ? null : line(line);
    }

    private static ImportLine line(DemandLine line) {
        ImportLine view = new ImportLine();
        view.setEnterpriseCode(line.enterpriseId());
        view.setUscc(line.uscc().isEmpty() ? null : line.uscc());
        view.setEnterpriseName(line.enterpriseName());
        view.setGrade(line.grade());
        view.setSubstitutes(line.substitutes());
        view.setMinimumKg(line.minimumKg());
        view.setTargetKg(line.targetKg());
        view.setMaximumKg(line.maximumKg());
        view.setPriceCapFenPerTonne(line.priceCapFenPerTonne());
        view.setDeliveryPlace(line.deliveryPlace());
        view.setDeliveryFromOn(line.deliveryFrom());
        view.setDeliveryToOn(line.deliveryTo());
        Payment payment = line.payment();
        if (payment != null) view.setPayment(ImportLine.PaymentEnum.valueOf(payment.name()));
        view.setRemark(line.remark());
        return view;
    }

    static RowFix fix(ImportLine form) {
        return new RowFix(form.getEnterpriseCode(), form.getUscc(), form.getEnterpriseName(), form.getGrade(),
                TermsForms.orEmpty(form.getSubstitutes()), form.getMinimumKg(), form.getTargetKg(), form.getMaximumKg(),
                form.getPriceCapFenPerTonne(), form.getDeliveryPlace(), form.getDeliveryFromOn(), form.getDeliveryToOn(),
                Optional.ofNullable(form.getPayment()).map(payment -> Payment.valueOf(payment.name())).orElse(null), form.getRemark());
    }
}
