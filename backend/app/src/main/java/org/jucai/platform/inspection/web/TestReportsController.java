package org.jucai.platform.inspection.web;

import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.formulas.FormulaWords;
import org.jucai.platform.inspection.InspectionBoard;
import org.jucai.platform.inspection.laboratory.LaboratoryBoard;
import org.jucai.platform.inspection.laboratory.TestReport;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.papers.Paper;
import org.jucai.platform.papers.Papers;
import org.jucai.spec.api.TestReportsApi;
import org.jucai.spec.model.TestReportCheck;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Reports 检验报告: as papers for who may know the code, and checked by anybody who holds one. */
@RestController
class TestReportsController implements TestReportsApi {

    private final Database database;
    private final InspectionBoard board;
    private final LaboratoryBoard laboratory;
    private final MembershipBoard members;
    private final Print print;

    TestReportsController(Database database, InspectionBoard board, LaboratoryBoard laboratory, MembershipBoard members, Print print) {
        this.database = database;
        this.board = board;
        this.laboratory = laboratory;
        this.members = members;
        this.print = print;
    }

    /** What a report is printed with. @param address where the pages are, without a slash at the end */
    @Component
    record Print(Papers papers, CatalogueBoard catalogue, Words words, FormulaWords formulas, @Value("${jucai.membership.public-address}") String address) {

        Mono<Paper> paper(TestReport report, String laboratory, Locale locale) {
            String checkAt = address + "/reports/" + report.number() + "?digest=" + report.digest();
            return catalogue.current().map(known -> TestReportPaper.of(report, new TestReportPaper.With(words, formulas, known, locale, laboratory, checkAt)));
        }
    }

    @Override
    public Mono<Resource> testReport(UUID resultId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.report(tx, resultId, caller.actor().partyId()))
                .flatMap(report -> laboratoryOf(report).flatMap(name -> print.paper(report, name, caller.locale()))
                        .flatMap(paper -> print.papers().pdf(exchange, report.number() + ".pdf", paper)));
    }

    @Override
    public Mono<TestReportCheck> checkTestReport(String number, @Nullable String digest, ServerWebExchange exchange) {
        return database.read(Scope.background(), tx -> laboratory.issued(tx, number))
                .flatMap(report -> laboratoryOf(report).map(name -> LaboratoryViews.check(report, name, Optional.ofNullable(digest))));
    }

    private Mono<String> laboratoryOf(TestReport report) {
        return members.names(Set.of(report.laboratoryId())).map(names -> Optional.ofNullable(names.get(report.laboratoryId())).map(PartyName::nameZh).orElse("—"));
    }
}
