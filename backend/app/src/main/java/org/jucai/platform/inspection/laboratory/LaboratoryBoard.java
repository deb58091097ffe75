package org.jucai.platform.inspection.laboratory;

import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what is in a laboratory, as far as the transaction's parties may know: a laboratory its own, a batch's parties what was issued. */
@Service
public class LaboratoryBoard {

    private final SqlLabSamples shelf;

    LaboratoryBoard(SqlLabSamples shelf) {
        this.shelf = shelf;
    }

    /** What came, newest first. */
    public Mono<Page<LabSample>> list(Tx tx, UUID laboratory, @Nullable String cursor, int limit) {
        boolean foreign = cursor != null && SampleCode.read(cursor).isEmpty();
        return foreign ? Mono.error(new RefusedException(CommonRefusal.BAD_REQUEST)) : shelf.list(tx, laboratory, cursor, limit);
    }

    /** One of the laboratory's own, by what is written on it. */
    public Mono<LabSample> get(Tx tx, UUID laboratory, String written) {
        return Mono.justOrEmpty(SampleCode.read(written))
                .switchIfEmpty(Mono.error(() -> new RefusedException(LaboratoryRefusal.SAMPLE_CODE_MISREAD)))
                .flatMap(code -> shelf.find(tx, List.of(code)))
                .flatMap(found -> Mono.justOrEmpty(found.stream().filter(each -> each.laboratoryId().equals(laboratory)).findFirst()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    public Mono<List<LabSample>> samples(Tx tx, Collection<SampleCode> codes) {
        return shelf.find(tx, codes);
    }

    /** The report of a version, for who may read it; refused until it is issued. */
    public Mono<TestReport> report(Tx tx, UUID resultId) {
        return shelf.codeOf(tx, resultId)
                .flatMap(code -> shelf.find(tx, List.of(code)))
                .flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(sample -> sample.result(resultId).map(result -> Mono.justOrEmpty(TestReport.of(sample, result.number()))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(LaboratoryRefusal.RESULT_STATE_DOES_NOT_ALLOW, Map.of("status", result.status().name())))))
                        .orElseGet(() -> Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))));
    }

    /** What was issued under this number, for whoever holds a paper that bears it. @param tx of background work: the number itself is what one must know */
    public Mono<TestReport> issued(Tx tx, String written) {
        return Mono.justOrEmpty(ReportNumber.read(written))
                .switchIfEmpty(Mono.error(() -> new RefusedException(LaboratoryRefusal.REPORT_NUMBER_MISREAD)))
                .flatMap(number -> shelf.find(tx, List.of(number.code())).flatMap(found -> Mono.justOrEmpty(found.stream().findFirst()
                        .flatMap(sample -> TestReport.of(sample, number.version())))))
                .switchIfEmpty(Mono.error(() -> new RefusedException(LaboratoryRefusal.NO_SUCH_REPORT)));
    }

    /** Of which sample a version is. */
    public Mono<SampleCode> codeOf(Tx tx, UUID resultId) {
        return shelf.codeOf(tx, resultId);
    }
}
