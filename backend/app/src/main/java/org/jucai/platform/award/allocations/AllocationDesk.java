package org.jucai.platform.award.allocations;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.award.settling.Settlement;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Fen;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.WorkingDays;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Keeps what members got, and takes what they and the association say to it. */
@Service
public class AllocationDesk {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private final SqlAllocations shelf;
    private final DemandBoard demand;
    private final DemandDesk lines;
    private final CatalogueBoard catalogue;
    private final Journal journal;
    private final Ids ids;

    AllocationDesk(SqlAllocations shelf, DemandBoard demand, DemandDesk lines, CatalogueBoard catalogue, Journal journal, Ids ids) {
        this.shelf = shelf;
        this.demand = demand;
        this.lines = lines;
        this.catalogue = catalogue;
        this.journal = journal;
        this.ids = ids;
    }

    /** A lot that was served. */
    public record Lot(UUID id, String code, String grade, String size, String packing, String zone) {

        /** What may lie on one truck with it: loose goods only with the same, bags with any. */
        String onOneTruck() {
            return packing.equals("BULK") ? grade + "/" + size : packing;
        }
    }

    /** An award that was made final. */
    public record Finished(Round round, int number, List<Lot> lots, Settlement settlement) {
        public Finished {
            lots = List.copyOf(lots);
        }
    }

    /** In the transaction that makes the award final: what each line gets; lines that get nothing lapse. */
    public Mono<Void> computed(Asking asking, Finished finished) {
        Set<UUID> served = finished.settlement().lots().stream().flatMap(lot -> lot.got().stream()).map(got -> UUID.fromString(got.line())).collect(Collectors.toSet());
        return Mono.zip(demand.some(asking.tx(), finished.round().id(), served), catalogue.current().map(current -> current.workingDays()))
                .map(known -> new StatementMaker(finished, known.getT1()).made().stream().map(made -> allocation(asking, finished, made, known.getT2())).toList())
                .flatMap(all -> shelf.add(asking.tx(), all)
                        .then(journal.append(asking.tx(), asking.actor(), asking.at(), all.stream().map(each -> event(each, new AllocationEvent.AllocationComputed(
                                each.number(), each.lineId(), each.mass().kg(), each.total().fen(), each.silenceConfirmsAt()))).toList()))
                        .then(lines.allocate(asking, finished.round().id(), served)));
    }

    private Allocation allocation(Asking asking, Finished finished, StatementMaker.Made made, WorkingDays days) {
        int term = finished.round().tender().orElseThrow().silenceConfirmsAfterWorkingDays();
        LocalDate lastOn = days.workingDays(asking.today(), term).lastOn();
        return new Allocation(ids.next(), finished.round().id(), finished.number(), finished.round().associationId(), made.line().enterpriseId(), made.line().id(),
                made.lotId(), Allocation.Status.COMPUTED, 1, new Kilograms(made.statement().gotKg()), new Fen(made.statement().totalFen()), made.statement(), asking.at(),
                lastOn.plusDays(1).atStartOfDay(BEIJING).toInstant(), Optional.empty(), false, Optional.empty(), List.of());
    }

    /** The award was revoked: what it allocated ends, and its lines wait in their lots again. */
    public Mono<Void> revoked(Asking asking, UUID roundId, int number) {
        return shelf.revoke(asking.tx(), roundId, number)
                .flatMap(ended -> journal.append(asking.tx(), asking.actor(), asking.at(),
                        ended.stream().map(each -> event(each, new AllocationEvent.AllocationRevoked(number))).toList()))
                .then(lines.release(asking, roundId));
    }

    /** The member confirms. */
    public Mono<Allocation> confirm(Asking asking, UUID id) {
        return member(asking, id, allocation -> AllocationRules.confirm(allocation, asking.at()));
    }

    /** The member objects, before silence has confirmed. */
    public Mono<Allocation> object(Asking asking, UUID id, String grounds) {
        return member(asking, id, allocation -> AllocationRules.object(allocation, grounds, asking.at()));
    }

    private Mono<Allocation> member(Asking asking, UUID id, Function<Allocation, Decision<AllocationRules.Step>> decide) {
        return held(asking, id).filter(allocation -> asking.actor().actsFor(allocation.enterpriseId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(allocation -> move(asking, decide.apply(allocation).orElseRefuse().getFirst()));
    }

    /** The association answers a member's objection. */
    public Mono<Allocation> answer(Asking asking, UUID id, boolean upheld, String reasons) {
        return held(asking, id).filter(allocation -> asking.actor().actsFor(allocation.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(allocation -> move(asking, AllocationRules.answer(allocation, upheld, reasons, asking.at()).orElseRefuse().getFirst()));
    }

    /** What a confirmed share becomes. By the finance group that contracted for it, or in its name. */
    public Mono<Allocation> adjust(Asking asking, UUID id, Adjustment by) {
        return held(asking, id).flatMap(allocation -> move(asking, AllocationRules.adjust(allocation, by).orElseRefuse().getFirst()));
    }

    private Mono<Allocation> held(Asking asking, UUID id) {
        return shelf.findToMove(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private Mono<Allocation> move(Asking asking, AllocationRules.Step step) {
        return shelf.move(asking.tx(), step.after())
                .filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(event(step.after(), step.event()))))
                .thenReturn(step.after());
    }

    /** Its member and the association read it. */
    static NewEvent event(Allocation after, AllocationEvent event) {
        return new NewEvent(Allocation.STREAM, after.id(), after.version(), after.roundId(), event.getClass().getSimpleName(), event,
                Set.of(after.enterpriseId(), after.associationId()));
    }
}
