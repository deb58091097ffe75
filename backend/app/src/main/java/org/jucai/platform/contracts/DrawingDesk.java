package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Draws the contracts of a round's final award, and sends them to both sides once no clause is in the way. */
@Service
public class DrawingDesk {

    private static final int MOST_TOLD = 200;

    private final AwardReading reading;
    private final FormulaStamps stamps;
    private final SqlContracts shelf;
    private final SqlCallOffs calls;
    private final ContractSteps steps;
    private final Journal journal;
    private final Ids ids;

    DrawingDesk(Sources sources, SqlContracts shelf, SqlCallOffs calls, ContractSteps steps, Journal journal, Ids ids) {
        this.reading = sources.reading;
        this.stamps = sources.stamps;
        this.shelf = shelf;
        this.calls = calls;
        this.steps = steps;
        this.journal = journal;
        this.ids = ids;
    }

    /** What contracts are drawn from. */
    @Component
    record Sources(AwardReading reading, FormulaStamps stamps) {}

    /**
     * What the finance group states for all contracts of the award.
     *
     * @param supply how suppliers are paid; {@code member}: how members pay; {@code base}: what all have in common
     * @param formulas for the grades that have another formula than the association's usual one
     */
    public record Wanted(ContractTerms.Payment supply, ContractTerms.Payment member, ContractTerms base, List<FormulaStamps.Choice> formulas) {
        public Wanted {
            formulas = List.copyOf(formulas);
        }
    }

    /** What was drawn. @param goodsFen, freightFen of the supply contracts; {@code feeFen} of the finance group */
    public record DrawnSet(UUID roundId, int awardNumber, int contracts, long massKg, long goodsFen, long freightFen, long feeFen, List<Held> held) {
        public DrawnSet {
            held = List.copyOf(held);
        }
    }

    /** A contract that is not sent as it stands. */
    public record Held(UUID contractId, String code, List<Finding> findings) {
        public Held {
            findings = List.copyOf(findings);
        }
    }

    /** What was sent, and what was not; of the latter at most 200 are told. */
    public record Sent(int sent, List<Held> held) {
        public Sent {
            held = List.copyOf(held);
        }
    }

    /** Once for an award. Refused where it is not final or a member has not confirmed. */
    public Mono<DrawnSet> draw(Asking asking, UUID roundId, Wanted wanted) {
        return shelf.alone(asking.tx(), roundId).then(reading.of(roundId))
                .filter(read -> asking.actor().actsFor(read.from().groupId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.CONTRACT_NOT_FOR_THIS_PARTY)))
                .zipWhen(read -> stamps.all(asking.tx(), read.associationId(), read.from().grades(), wanted.formulas()))
                .flatMap(known -> {
                    AwardReading.Read read = known.getT1();
                    DrawnFrom.Stated stated = new DrawnFrom.Stated(wanted.supply(), wanted.member(), wanted.base().with(known.getT2()));
                    List<Drawing.Drawn> drawn = new Drawing(read.from(), stated, read.firms(), ids, asking.at()).all();
                    List<Contract> contracts = drawn.stream().map(Drawing.Drawn::contract).toList();
                    return shelf.add(asking.tx(), read.associationId(), drawn)
                            .then(Flux.fromIterable(contracts).filter(contract -> contract.kind() == ContractKind.SUPPLY).concatMap(contract -> calls.add(asking.tx(), roundId, contract)).then())
                            .then(journal.append(asking.tx(), asking.actor(), asking.at(), contracts.stream().map(DrawingDesk::drawn).toList()))
                            .then(steps.findings(contracts)).map(held -> summed(read.from(), contracts, held));
                });
    }

    static NewEvent drawn(Contract each) {
        return ContractSteps.event(each, new ContractEvent.ContractDrawn(each.code(), each.kind(), each.awardNumber(), each.mass().kg(), each.totalFen(), each.text().sha256()));
    }

    private static DrawnSet summed(DrawnFrom from, List<Contract> contracts, List<Held> held) {
        List<ContractItem> supply = contracts.stream().filter(contract -> contract.kind() == ContractKind.SUPPLY).flatMap(contract -> contract.items().stream()).toList();
        long fee = contracts.stream().flatMap(contract -> contract.items().stream()).mapToLong(item -> item.money().feeFen()).sum();
        return new DrawnSet(from.roundId(), from.awardNumber(), contracts.size(), supply.stream().mapToLong(item -> item.mass().kg()).sum(),
                supply.stream().mapToLong(item -> item.money().goodsFen()).sum(), supply.stream().mapToLong(item -> item.money().freightFen()).sum(), fee, first(held));
    }

    private static List<Held> first(List<Held> held) {
        return held.stream().limit(MOST_TOLD).toList();
    }

    /** Drafts go to both sides for signing, those with a finding stay. @param only these; empty: all drafts of the round */
    public Mono<Sent> send(Asking asking, UUID roundId, Set<UUID> only) {
        return shelf.ids(asking.tx(), roundId, Set.of(ContractStatus.DRAFTED))
                .map(drafts -> drafts.stream().filter(id -> only.isEmpty() || only.contains(id)).toList())
                .filter(drafts -> !drafts.isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(drafts -> Flux.fromIterable(drafts).concatMap(id -> shelf.findToMove(asking.tx(), id)).collectList())
                .flatMap(found -> steps.findings(found).flatMap(held -> sent(asking, found, held)));
    }

    private Mono<Sent> sent(Asking asking, List<Contract> drafts, List<Held> held) {
        Map<UUID, Held> faulty = new HashMap<>();
        held.forEach(each -> faulty.put(each.contractId(), each));
        List<Contract> clean = new ArrayList<>(drafts.stream().filter(each -> !faulty.containsKey(each.id())).toList());
        return Flux.fromIterable(clean).concatMap(each -> steps.carryOut(asking, each, new ContractCommand.Send(List.of()))).count()
                .map(count -> new Sent(count.intValue(), first(held)));
    }
}
