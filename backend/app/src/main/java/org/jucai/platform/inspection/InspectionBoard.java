package org.jucai.platform.inspection;

import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.LaboratoryBoard;
import org.jucai.platform.inspection.laboratory.SampleCode;
import org.jucai.platform.inspection.laboratory.TestReport;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what is inspected and what came of it, as far as it concerns the transaction's parties. */
@Service
public class InspectionBoard {

    private final SqlBatches shelf;
    private final SqlAdjustments adjustments;
    private final LaboratoryBoard laboratories;

    InspectionBoard(SqlBatches shelf, SqlAdjustments adjustments, LaboratoryBoard laboratories) {
        this.shelf = shelf;
        this.adjustments = adjustments;
        this.laboratories = laboratories;
    }

    /** What may be done with a batch. */
    public enum Act { DRAW, REPLACE, CONTEST, CALL_UMPIRE, CONCEDE, REJECT }

    /** A batch with what its laboratories issued and what it costs. @param adjustments for its seller and buyer only */
    public record Shown(Batch batch, Map<SampleCode, LabSample> samples, List<Adjustment> adjustments) {

        public Shown {
            samples = Map.copyOf(samples);
            adjustments = List.copyOf(adjustments);
        }

        /** Whether this party may know the samples' codes: who puts it on the sample does; others once nothing is tested of it any more. */
        public boolean showsCodes(UUID party) {
            return knowsCodes(batch, party);
        }

        /** What this party may do next. */
        public List<Act> offered(UUID party) {
            List<Act> acts = new ArrayList<>();
            Inspection it = batch.inspection();
            boolean receiver = batch.of().receiverId().equals(party);
            if (receiver && it.status() == InspectionStatus.REQUESTED) acts.add(Act.DRAW);
            if (receiver && it.found().isEmpty() && samples.values().stream().anyMatch(each -> each.status() == LabSample.Status.UNFIT)) acts.add(Act.REPLACE);
            if (batch.mayContest(party) && it.status() == InspectionStatus.ISSUED) acts.add(Act.CONTEST);
            if (batch.mayContest(party) && it.status() == InspectionStatus.CONTESTED && it.sample(SampleKind.UMPIRE).isPresent()) acts.add(Act.CALL_UMPIRE);
            if (batch.of().buyerId().equals(party) && BatchRules.isOpen(batch)) acts.addAll(Set.of(Act.CONCEDE, Act.REJECT));
            return acts.stream().sorted().toList();
        }
    }

    /** Newest first. */
    public Mono<Page<Shown>> list(Tx tx, Optional<UUID> contract, @Nullable String cursor, int limit) {
        return shelf.list(tx, contract, cursor, limit).flatMap(page -> shown(tx, page.items()).map(all -> new Page<>(all, page.nextCursor())));
    }

    /** Refused where it does not concern the caller's party. */
    public Mono<Shown> get(Tx tx, UUID id) {
        return shelf.find(tx, id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(batch -> shown(tx, List.of(batch)).map(List::getFirst));
    }

    private static boolean knowsCodes(Batch batch, UUID party) {
        return batch.of().receiverId().equals(party) || batch.inspection().found().isPresent();
    }

    /** A result's report, which bears its sample's code, for a party that may know it: the laboratory, and of the batch's parties those who may. */
    public Mono<TestReport> report(Tx tx, UUID resultId, UUID party) {
        return laboratories.report(tx, resultId).filterWhen(report -> report.laboratoryId().equals(party) ? Mono.just(true)
                        : shelf.ofResult(tx, resultId).flatMap(id -> shelf.find(tx, id)).map(batch -> knowsCodes(batch, party)).defaultIfEmpty(false))
                .switchIfEmpty(Mono.error(() -> new RefusedException(InspectionRefusal.REPORT_BEARS_THE_CODE)));
    }

    /** By what people call it; empty where it does not concern these parties. */
    public Mono<Shown> byCode(Tx tx, String code) {
        return shelf.findBy(tx, "b.code = :key", code).flatMap(batch -> shown(tx, List.of(batch)).map(List::getFirst));
    }

    /** The batch that a truck's goods are in; empty where none was formed of them. */
    public Mono<Shown> ofDelivery(Tx tx, UUID deliveryId) {
        return shelf.findBy(tx, "b.id in (select l.batch_id from batch_load l where l.delivery_id = :key)", deliveryId).flatMap(batch -> shown(tx, List.of(batch)).map(List::getFirst));
    }

    /** The trucks behind a sample of this laboratory: asked in a background transaction, and never told to the laboratory. */
    public Mono<List<UUID>> behind(Tx background, UUID laboratoryId, String written) {
        return Mono.justOrEmpty(SampleCode.read(written)).flatMap(code -> shelf.behind(background, laboratoryId, code.code()))
                .filter(found -> !found.isEmpty()).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<List<Shown>> shown(Tx tx, Collection<Batch> batches) {
        List<SampleCode> codes = batches.stream().flatMap(batch -> batch.inspection().samples().stream()).map(Drawn::code).toList();
        return Mono.zip(laboratories.samples(tx, codes), adjustments.of(tx, batches.stream().map(Batch::id).toList())).map(known -> batches.stream().map(batch -> {
            Set<SampleCode> own = batch.inspection().samples().stream().map(Drawn::code).collect(Collectors.toSet());
            Map<SampleCode, LabSample> samples = known.getT1().stream().filter(each -> own.contains(each.code())).collect(Collectors.toMap(LabSample::code, each -> each));
            return new Shown(batch, samples, known.getT2().stream().filter(each -> each.batchId().equals(batch.id())).map(SqlAdjustments.Kept::adjustment).toList());
        }).toList());
    }
}
