package org.jucai.platform.inspection.laboratory;

import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.catalogue.Material;
import org.jucai.platform.catalogue.MaterialCode;
import org.jucai.platform.formulas.clause.Measure;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes what a laboratory's people say of samples and results. Nothing that it touches says whose they are. */
@Service
public class LaboratoryDesk {

    private final SqlLabSamples shelf;
    private final CatalogueBoard catalogue;
    private final Journal journal;

    LaboratoryDesk(SqlLabSamples shelf, CatalogueBoard catalogue, Journal journal) {
        this.shelf = shelf;
        this.catalogue = catalogue;
        this.journal = journal;
    }

    /** A sample on its way: its seal is written already. */
    public record Sent(SampleCode code, UUID laboratoryId, String material, Set<Measure> wanted) {
        public Sent {
            wanted = Set.copyOf(wanted);
        }
    }

    /** No event of it: the laboratory's history begins when it comes. */
    public Mono<Void> send(Asking asking, Sent sent) {
        return shelf.add(asking.tx(), new LabSample(sent.code(), sent.laboratoryId(), sent.material(), sent.wanted(), LabSample.Status.SENT, Optional.empty(),
                Optional.empty(), List.of(), 1));
    }

    /** A step with a sample by what is written on it. */
    public Mono<LabSample> take(Asking asking, String written, LabCommand command) {
        return Mono.justOrEmpty(SampleCode.read(written))
                .switchIfEmpty(Mono.error(() -> new RefusedException(LaboratoryRefusal.SAMPLE_CODE_MISREAD)))
                .flatMap(code -> take(asking, code, command));
    }

    /** A step with a version of a result. */
    public Mono<LabSample> take(Asking asking, UUID resultId, LabCommand command) {
        return shelf.codeOf(asking.tx(), resultId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(code -> take(asking, code, command));
    }

    private Mono<LabSample> take(Asking asking, SampleCode code, LabCommand command) {
        return shelf.hold(asking.tx(), code, asking.actor().partyId())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(sample -> methods(sample.material())
                        .map(methods -> LabRules.decide(sample, command, new LabRules.Asked(asking.actor().personId(), methods, asking.at())).orElseRefuse().getFirst())
                        .flatMap(step -> write(asking, step, command)));
    }

    private Mono<Methods> methods(String material) {
        return catalogue.current().map(known -> Methods.of(known.material(new MaterialCode(material)).map(Material::testMethods).orElse(List.of())));
    }

    private Mono<LabSample> write(Asking asking, LabRules.Step step, LabCommand command) {
        Mono<Boolean> result = Mono.justOrEmpty(step.result()).flatMap(made -> command instanceof LabCommand.Enter
                ? shelf.addResult(asking.tx(), step.after(), made).thenReturn(true)
                : shelf.moveResult(asking.tx(), made)).defaultIfEmpty(true);
        return result.flatMap(moved -> shelf.move(asking.tx(), step.after()).filter(also -> moved && also))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(LabSample.STREAM, streamOf(step.after().code()), step.after().version(), null,
                        step.event().getClass().getSimpleName(), step.event(), Set.of(step.after().laboratoryId())))))
                .thenReturn(step.after());
    }

    /** Made of the code alone. */
    static UUID streamOf(SampleCode code) {
        return UUID.nameUUIDFromBytes((LabSample.STREAM + "/" + code).getBytes(StandardCharsets.UTF_8));
    }
}
