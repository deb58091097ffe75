package org.jucai.platform.inspection.web;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.inspection.laboratory.LabResult;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.Reading;
import org.jucai.platform.inspection.laboratory.TestReport;
import org.jucai.spec.model.FormulaProperty;
import org.jucai.spec.model.LaboratoryResult;
import org.jucai.spec.model.LaboratorySample;
import org.jucai.spec.model.ReadingBasis;
import org.jucai.spec.model.ResultReading;
import org.jucai.spec.model.TestReportCheck;

/** Samples and results as a laboratory sees them. */
final class LaboratoryViews {

    private LaboratoryViews() {}

    /** @param person who looks: nobody is offered to verify their own */
    static LaboratorySample show(LabSample it, UUID person) {
        LaboratorySample view = new LaboratorySample(it.code().code(), it.material(), it.wanted().stream().sorted().map(LaboratoryViews::property).toList(),
                LaboratorySample.StatusEnum.valueOf(it.status().name()), it.version(), it.results().stream().map(result -> show(result, person)).toList(), commands(it));
        it.arrivedAt().ifPresent(view::setArrivedAt);
        it.remark().ifPresent(view::setRemark);
        return view;
    }

    private static List<LaboratorySample.AllowedCommandsEnum> commands(LabSample it) {
        return switch (it.status()) {
            case SENT -> List.of(LaboratorySample.AllowedCommandsEnum.ARRIVE);
            case ARRIVED -> it.results().stream().anyMatch(LaboratoryViews::isOpen) ? List.of() : List.of(LaboratorySample.AllowedCommandsEnum.ENTER);
            case UNFIT -> List.of();
        };
    }

    private static boolean isOpen(LabResult it) {
        return it.status() == LabResult.Status.ENTERED || it.status() == LabResult.Status.VERIFIED;
    }

    private static LaboratoryResult show(LabResult it, UUID person) {
        List<LaboratoryResult.AllowedCommandsEnum> commands = new ArrayList<>();
        boolean own = it.testerId().equals(person);
        if (it.status() == LabResult.Status.ENTERED && !own) commands.add(LaboratoryResult.AllowedCommandsEnum.VERIFY);
        if (isOpen(it) && !own) commands.add(LaboratoryResult.AllowedCommandsEnum.SEND_BACK);
        if (it.status() == LabResult.Status.VERIFIED) commands.add(LaboratoryResult.AllowedCommandsEnum.ISSUE);
        LaboratoryResult view = new LaboratoryResult(it.id(), it.number(), LaboratoryResult.StatusEnum.valueOf(it.status().name()), readings(it), it.testerId(), it.enteredAt(), commands);
        it.verifierId().ifPresent(view::setVerifierId);
        it.verifiedAt().ifPresent(view::setVerifiedAt);
        it.issuedAt().ifPresent(view::setIssuedAt);
        it.because().ifPresent(view::setBecause);
        it.said().ifPresent(view::setSaid);
        return view;
    }

    static List<ResultReading> readings(LabResult it) {
        return readings(it.readings());
    }

    private static List<ResultReading> readings(List<Reading> all) {
        return all.stream().map(each -> new ResultReading(property(each.property()), each.value(), ReadingBasis.valueOf(each.basis().name()), each.method())).toList();
    }

    /** @param digest as the paper bears it; who types the number alone has none */
    static TestReportCheck check(TestReport report, String laboratory, Optional<String> digest) {
        boolean other = digest.isPresent() && !report.bears(digest.get());
        TestReportCheck.VerdictEnum verdict = other ? TestReportCheck.VerdictEnum.OTHER_CONTENT
                : report.replacedBy().isPresent() ? TestReportCheck.VerdictEnum.REPLACED : TestReportCheck.VerdictEnum.GENUINE;
        TestReport.Times times = report.times();
        TestReportCheck view = new TestReportCheck(report.number().toString(), verdict, report.number().code().code(), report.number().version(), laboratory, report.material(),
                readings(report.readings()), times.arrivedAt(), times.testedAt(), times.verifiedAt(), times.issuedAt(), report.digest());
        report.because().ifPresent(view::setBecause);
        report.replacedBy().ifPresent(later -> {
            view.setReplacedByNumber(later.number().toString());
            view.setReplacedAt(later.issuedAt());
        });
        return view;
    }

    static FormulaProperty property(Measure measure) {
        return FormulaProperty.fromValue(measure.name());
    }

    static Reading reading(ResultReading form) {
        return new Reading(Measure.valueOf(form.getProperty().getValue()), form.getValue(), Basis.valueOf(form.getBasis().name()), form.getMethod().strip());
    }
}
