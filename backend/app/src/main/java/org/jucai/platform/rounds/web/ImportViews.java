package org.jucai.platform.rounds.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.rounds.imports.DemandImport;
import org.jucai.platform.rounds.imports.ImportBoard;
import org.jucai.platform.rounds.imports.ImportCounts;
import org.jucai.platform.rounds.imports.ImportedRow;
import org.jucai.platform.rounds.imports.RowFix;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Fault;
import org.jucai.platform.rounds.workbook.Field;
import org.jucai.platform.rounds.workbook.Payment;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.SentCell;
import org.jucai.spec.model.DemandImportByGradeInner;
import org.jucai.spec.model.DemandImportCounts;
import org.jucai.spec.model.DemandImportOpenReasonsInner;
import org.jucai.spec.model.DemandImports;
import org.jucai.spec.model.ImportCell;
import org.jucai.spec.model.ImportFault;
import org.jucai.spec.model.ImportField;
import org.jucai.spec.model.ImportLine;
import org.jucai.spec.model.ImportRow;
import org.jucai.spec.model.ImportSummary;
import org.springframework.stereotype.Component;

/** Imports as they leave by HTTP. */
@Component
class ImportViews {

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
        view.setOpenReasons(shown.counts().openReasons().stream()
                .map(open -> new DemandImportOpenReasonsInner(open.reasons(), open.rows())).toList());
        view.setNextCursor(shown.rows().nextCursor());
        return view;
    }

    private static DemandImportCounts counts(ImportCounts counts, DemandImport one) {
        return new DemandImportCounts(counts.accepted(), counts.needsConfirmation(), counts.rejected(), counts.notData(), counts.goesIn(),
                one.entered(), counts.enterprises(), counts.targetKg(), one.created(), one.refused(), one.alreadyThere());
    }

    static DemandImports list(Page<DemandImport> page) {
        DemandImports view = new DemandImports(page.items().stream().map(ImportViews::summary).toList());
        view.setNextCursor(page.nextCursor());
        return view;
    }

    private static ImportSummary summary(DemandImport one) {
        ImportSummary view = new ImportSummary(one.id(), one.roundId(), one.fileName(), ImportSummary.StatusEnum.valueOf(one.status().name()),
                one.rowsRead(), one.rowsTotal(), one.created(), one.refused(), one.alreadyThere(), one.uploadedAt());
        one.refusal().ifPresent(view::setRefusal);
        return view;
    }

    ImportRow row(ImportedRow one, Locale locale) {
        RowPreview row = one.row();
        List<String> reasons = new ArrayList<>(row.reasons().stream().map(Enum::name).toList());
        one.refusal().ifPresent(reasons::add);
        ImportRow view = new ImportRow(row.at().sheet(), row.at().row(), ImportRow.StatusEnum.valueOf(row.status().name()), reasons,
                row.warnings().stream().map(Enum::name).toList(), ImportRow.DecisionEnum.valueOf(one.decision().name()));
        view.setColumn(row.at().column());
        view.setCells(row.sent().stream().map(ImportViews::cell).toList());
        view.setFaults(row.faults().stream().map(fault -> fault(fault, locale)).toList());
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

    private static ImportCell cell(SentCell sent) {
        ImportCell view = new ImportCell(sent.column(), sent.text());
        Field field = sent.field();
        if (field != null) view.setField(ImportField.valueOf(field.name()));
        return view;
    }

    private ImportFault fault(Fault fault, Locale locale) {
        ImportFault view = new ImportFault(fault.reason().name(), words.say("workbook.reason." + fault.reason(), locale, Map.of()));
        view.setCell(fault.cell());
        Field field = fault.field();
        if (field != null) view.setField(ImportField.valueOf(field.name()));
        return view;
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
