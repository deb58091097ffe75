package org.jucai.platform.inspection.web;

import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.MaterialCode;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.formulas.clause.Figures;
import org.jucai.platform.formulas.clause.Ratio;
import org.jucai.platform.inspection.laboratory.Reading;
import org.jucai.platform.inspection.laboratory.TestReport;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.papers.Paper;

/** A report as a paper: what was measured, when, by two people; how to check it. No party of a contract stands on it. */
final class TestReportPaper {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm", Locale.ROOT).withZone(ZoneId.of("Asia/Shanghai"));

    private final TestReport report;
    private final With with;

    private TestReportPaper(TestReport report, With with) {
        this.report = report;
        this.with = with;
    }

    /** What it is written with. @param laboratory its name @param checkAt where it is checked */
    record With(Words words, FormulaWords formulas, Catalogue catalogue, Locale locale, String laboratory, String checkAt) {}

    static Paper of(TestReport report, With with) {
        return new TestReportPaper(report, with).paper();
    }

    private Paper paper() {
        List<Paper.Block> blocks = new ArrayList<>();
        blocks.add(new Paper.Facts(facts()));
        blocks.add(new Paper.Table(List.of(column("property", false), column("value", true), column("basis", false), column("method", false)), report.readings().stream().map(this::row).toList()));
        blocks.add(new Paper.Paragraph(say("basis")));
        report.because().ifPresent(why -> blocks.add(new Paper.Paragraph(say("because", Map.of("reason", why)))));
        blocks.add(new Paper.Paragraph(say("blind")));
        blocks.add(new Paper.Paragraph(say("two", Map.of("tested", MINUTE.format(report.times().testedAt()), "verified", MINUTE.format(report.times().verifiedAt())))));
        blocks.add(new Paper.Code(with.checkAt(), say("check", Map.of("address", with.checkAt().replaceFirst("\\?.*", "")))));
        return new Paper(say("title"), report.number().toString(), blocks, "SHA-256 " + report.digest(), report.times().issuedAt());
    }

    private List<Paper.Fact> facts() {
        return List.of(fact("laboratory", with.laboratory()), fact("number", report.number().toString()), fact("code", report.number().code().toString()),
                fact("version", String.valueOf(report.number().version())), fact("material", material()), fact("arrived", minute(report.times().arrivedAt())),
                fact("issued", minute(report.times().issuedAt())));
    }

    private String material() {
        boolean english = with.locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        return with.catalogue().material(new MaterialCode(report.material())).map(found -> english ? found.described().nameEn() : found.described().nameZh())
                .orElse(report.material());
    }

    private List<String> row(Reading it) {
        return List.of(with.formulas().property(it.property(), with.locale()), Figures.reading(it.property(), Ratio.of(it.value())), say("is." + it.basis()), it.method());
    }

    private static String minute(Instant at) {
        return MINUTE.format(at);
    }

    private Paper.Column column(String name, boolean figures) {
        return new Paper.Column(say("column." + name), figures);
    }

    private Paper.Fact fact(String name, String value) {
        return new Paper.Fact(say("fact." + name), value);
    }

    private String say(String key) {
        return say(key, Map.of());
    }

    private String say(String key, Map<String, ?> facts) {
        return with.words().say("inspection.report." + key, with.locale(), facts);
    }
}
