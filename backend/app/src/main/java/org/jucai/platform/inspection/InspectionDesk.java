package org.jucai.platform.inspection;

import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.inspection.laboratory.LabSample;
import org.jucai.platform.inspection.laboratory.LaboratoryBoard;
import org.jucai.platform.inspection.laboratory.LaboratoryDesk;
import org.jucai.platform.inspection.laboratory.SampleCode;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.MembershipBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes what is said to batches by whom they concern: samples that are drawn, results that are contested, goods that are conceded or rejected. */
@Service
public class InspectionDesk {

    private final Database database;
    private final SqlBatches shelf;
    private final Batches batches;
    private final Terms terms;
    private final LaboratoryDesk laboratory;
    private final LaboratoryBoard samples;
    private final MembershipBoard members;
    private final SecureRandom chance;

    InspectionDesk(Database database, SqlBatches shelf, Batches batches, Terms terms, LaboratoryDesk laboratory, LaboratoryBoard samples, MembershipBoard members,
            SecureRandom chance) {
        this.database = database;
        this.shelf = shelf;
        this.batches = batches;
        this.terms = terms;
        this.laboratory = laboratory;
        this.samples = samples;
        this.members = members;
        this.chance = chance;
    }

    /** A sample that was drawn and sealed. */
    public record Wanted(SampleKind kind, UUID laboratoryId, String seal) {}

    /** Which batch, and as which version it was read. */
    public record Which(UUID batchId, OptionalLong expectedVersion) {}

    /** Gives each sample its code; by the receiver, once, or again for one that came unfit. */
    public Mono<Batch> draw(Asking asking, Which which, List<Wanted> wanted) {
        List<Drawn> drawn = wanted.stream().map(each -> new Drawn(each.kind(), SampleCode.draw(chance), each.laboratoryId(), each.seal())).toList();
        return laboratoriesOf(wanted).then(batches.hold(asking, which.batchId(), which.expectedVersion()))
                .filter(batch -> batch.of().receiverId().equals(asking.actor().partyId()))
                .switchIfEmpty(another())
                .flatMap(batch -> batch.inspection().status() == InspectionStatus.REQUESTED ? batches.take(asking, batch, new InspectionCommand.Draw(drawn))
                        : replace(asking, batch, drawn))
                .flatMap(batch -> database.read(Scope.background(), tx -> terms.of(tx, batch.of().contractId(), batch.goods().grade()))
                        .flatMap(said -> Flux.fromIterable(drawn).concatMap(each -> send(asking, batch, each, said)).then())
                        .thenReturn(batch));
    }

    private Mono<Void> laboratoriesOf(List<Wanted> wanted) {
        Set<UUID> ids = wanted.stream().map(Wanted::laboratoryId).collect(Collectors.toSet());
        return members.names(ids)
                .filter(names -> ids.stream().allMatch(id -> names.containsKey(id) && names.get(id).kind() == PartyKind.LABORATORY))
                .switchIfEmpty(Mono.error(() -> new RefusedException(InspectionRefusal.SAMPLE_LABORATORY_UNKNOWN))).then();
    }

    private Mono<Batch> replace(Asking asking, Batch batch, List<Drawn> drawn) {
        List<SampleCode> before = batch.inspection().samples().stream().filter(each -> drawn.stream().anyMatch(next -> next.kind() == each.kind())).map(Drawn::code).toList();
        return samples.samples(asking.tx(), before)
                .filter(found -> drawn.size() == 1 && found.stream().allMatch(each -> each.status() == LabSample.Status.UNFIT))
                .switchIfEmpty(Mono.error(() -> new RefusedException(InspectionRefusal.INSPECTION_STATE_DOES_NOT_ALLOW, Map.of("status", batch.inspection().status().name()))))
                .flatMap(_ -> batches.take(asking, batch, new InspectionCommand.Replace(drawn.getFirst())));
    }

    private Mono<Void> send(Asking asking, Batch batch, Drawn drawn, Terms.Said said) {
        return shelf.seal(asking.tx(), new SqlBatches.Sealing(batch.id(), asking.actor().personId(), asking.at()), drawn).filter(sealed -> sealed)
                .switchIfEmpty(Mono.error(() -> new RefusedException(InspectionRefusal.SEAL_USED_ALREADY)))
                .then(laboratory.send(asking, new LaboratoryDesk.Sent(drawn.code(), drawn.laboratoryId(), batch.goods().material(), said.wanted(batch.loads()))));
    }

    /** 异议 to a version of the main result, by seller, buyer or member. @param retest whether the duplicate is tested first */
    public Mono<Batch> contest(Asking asking, UUID resultId, String grounds, boolean retest) {
        return shelf.ofResult(asking.tx(), resultId)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(id -> batches.hold(asking, id, OptionalLong.empty()))
                .filter(batch -> batch.mayContest(asking.actor().partyId()))
                .switchIfEmpty(another())
                .flatMap(batch -> batches.observed(asking, batch))
                .flatMap(batch -> batches.take(asking, batch, new InspectionCommand.ContestResult(resultId, asking.actor().partyId(), grounds, retest)));
    }

    /** Either side no longer waits for the retest. */
    public Mono<Batch> callUmpire(Asking asking, Which which) {
        return batches.hold(asking, which.batchId(), which.expectedVersion())
                .filter(batch -> batch.mayContest(asking.actor().partyId()))
                .switchIfEmpty(another())
                .flatMap(batch -> batches.take(asking, batch, new InspectionCommand.CallUmpire(asking.actor().partyId())));
    }

    /** 让步接收, by the buyer. */
    public Mono<Batch> concede(Asking asking, Which which, String reason) {
        return ofTheBuyer(asking, which).flatMap(batch -> terms.of(asking.tx(), batch.of().contractId(), batch.goods().grade()).flatMap(said -> {
            QualityRules.Outcome outcome = BatchRules.isOpen(batch) ? QualityRules.settle(said.asked(batch, true)) : new QualityRules.Outcome(List.of(), Optional.empty());
            Batch after = BatchRules.concede(batch, outcome, how(asking, reason)).orElseRefuse().getFirst();
            return batches.decide(asking, batch, after, said, outcome.adjustments());
        }));
    }

    /** By the buyer; the goods go back. */
    public Mono<Batch> reject(Asking asking, Which which, String reason) {
        return ofTheBuyer(asking, which).flatMap(batch -> {
            Batch after = BatchRules.reject(batch, how(asking, reason)).orElseRefuse().getFirst();
            return terms.of(asking.tx(), batch.of().contractId(), batch.goods().grade()).flatMap(said -> batches.decide(asking, batch, after, said, List.of()));
        });
    }

    private Mono<Batch> ofTheBuyer(Asking asking, Which which) {
        return batches.hold(asking, which.batchId(), which.expectedVersion()).filter(batch -> batch.of().buyerId().equals(asking.actor().partyId())).switchIfEmpty(another());
    }

    private static Batch.Decided how(Asking asking, String reason) {
        return new Batch.Decided(Optional.of(asking.actor().partyId()), Optional.of(reason), asking.at());
    }

    private static Mono<Batch> another() {
        return Mono.error(() -> new RefusedException(InspectionRefusal.INSPECTION_STEP_OF_ANOTHER_PARTY));
    }
}
