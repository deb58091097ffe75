package org.jucai.platform.inspection;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.inspection.laboratory.LabResult;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.LaboratoryBoard;
import org.jucai.platform.inspection.laboratory.SampleCode;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.WorkingDays;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds a batch, brings it up to what its laboratories issued, and moves it with its events. */
@Component
class Batches {

    private final SqlBatches shelf;
    private final SqlAdjustments adjustments;
    private final LaboratoryBoard laboratories;
    private final CatalogueBoard catalogue;
    private final Journal journal;

    Batches(SqlBatches shelf, SqlAdjustments adjustments, LaboratoryBoard laboratories, CatalogueBoard catalogue, Journal journal) {
        this.shelf = shelf;
        this.adjustments = adjustments;
        this.laboratories = laboratories;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    /** As version it was read. */
    Mono<Batch> hold(Asking asking, UUID id, OptionalLong expectedVersion) {
        return shelf.hold(asking.tx(), id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(batch -> expectedVersion.orElse(batch.version()) == batch.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    /** What its laboratories show, as far as the transaction may see: its parties what was issued, background work everything. */
    Mono<Batch> observed(Asking asking, Batch batch) {
        List<SampleCode> codes = batch.inspection().samples().stream().map(Drawn::code).toList();
        return Mono.zip(laboratories.samples(asking.tx(), codes), catalogue.current().map(Catalogue::workingDays)).flatMap(known -> {
            Map<SampleCode, LabSample> by = known.getT1().stream().collect(Collectors.toMap(LabSample::code, Function.identity()));
            List<InspectionCommand> seen = batch.inspection().samples().stream().flatMap(drawn -> Optional.ofNullable(by.get(drawn.code())).stream()
                    .<InspectionCommand>map(sample -> seen(drawn.kind(), sample, batch.disputeDays(), known.getT2()))).toList();
            return Flux.fromIterable(seen).reduce(Mono.just(batch), (before, command) -> before.flatMap(it -> take(asking, it, command))).flatMap(last -> last);
        });
    }

    private static InspectionCommand.Observe seen(SampleKind kind, LabSample sample, int disputeDays, WorkingDays calendar) {
        Optional<Issued> issued = sample.issued().map(result -> {
            Instant at = result.issuedAt().orElseThrow();
            return new Issued(result.id(), result.number(), result.dry(), at, InspectionRules.contestUntil(at, disputeDays, calendar));
        });
        boolean verified = sample.results().stream().anyMatch(result -> result.status() == LabResult.Status.VERIFIED);
        InspectionCommand.Stage stage = issued.isPresent() ? InspectionCommand.Stage.ISSUED : verified ? InspectionCommand.Stage.VERIFIED : switch (sample.status()) {
            case SENT -> InspectionCommand.Stage.SENT;
            case ARRIVED -> InspectionCommand.Stage.ARRIVED;
            case UNFIT -> InspectionCommand.Stage.UNFIT;
        };
        return new InspectionCommand.Observe(kind, stage, issued);
    }

    /** Decides and writes; the same batch where nothing comes of it. */
    Mono<Batch> take(Asking asking, Batch batch, InspectionCommand command) {
        return Mono.fromCallable(() -> InspectionRules.decide(batch.inspection(), command, asking.at()).orElseRefuse())
                .flatMap(events -> events.isEmpty() ? Mono.just(batch) : move(asking, batch, batch.went(events.getFirst(), asking.at()), events.getFirst()));
    }

    /** The quality is decided, and what it makes of the price is kept with it. */
    Mono<Batch> decide(Asking asking, Batch before, Batch after, Terms.Said terms, List<Adjustment> made) {
        Batch.Decided how = after.decision().orElseThrow();
        List<Adjustment> kept = after.quality() == QualityStatus.REJECTED ? List.of() : made;
        BatchEvent event = new BatchEvent.QualityDecided(after.quality(), how.by().orElse(null), how.reason().orElse(null), kept.stream().map(Adjustment::itemId).toList());
        return move(asking, before, after, event)
                .then(Flux.fromIterable(kept).concatMap(each -> adjustments.add(asking.tx(), after, each, terms.by().orElseThrow())).then())
                .thenReturn(after);
    }

    Mono<Batch> move(Asking asking, Batch before, Batch after, Object event) {
        return shelf.move(asking.tx(), after, before.version()).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(record(asking, after, event))
                .thenReturn(after);
    }

    Mono<Void> record(Asking asking, Batch after, Object event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(Batch.STREAM, after.id(), after.version(), after.of().roundId(),
                event.getClass().getSimpleName(), event, after.concerned())));
    }
}
