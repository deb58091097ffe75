package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.jucai.local.DemoClock;
import org.jucai.platform.award.allocations.AllocationBoard;
import org.jucai.platform.award.allocations.AllocationDesk;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractDesk;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.contracts.ContractLine;
import org.jucai.platform.contracts.ContractStatus;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.contracts.DeliveryTerms;
import org.jucai.platform.contracts.DrawingDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.RoundTerms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How members confirm what they got, the finance group draws the contracts, and both sides sign: all but those that visitors find waiting for them. */
@Component
class SigningSteps {

    private static final int FIRST_AWARD = 1;
    private static final int MOST = 200;
    private static final ContractTerms.Payment SUPPLIERS = new ContractTerms.Payment(ContractTerms.Trigger.DELIVERY, 30);
    private static final ContractTerms.Payment MEMBERS = new ContractTerms.Payment(ContractTerms.Trigger.ADVANCE, 0);
    private static final List<String> CLAUSES = List.of("卖方随车附产品合格证与出厂检验单。", "雨雪天气卸货前双方共同确认篷布完好。");

    private final Allocations allocations;
    private final Contracts contracts;
    private final RoundBoard rounds;
    private final Desk desk;
    private final Cast cast;
    private final DemoClock clock;

    SigningSteps(Allocations allocations, Contracts contracts, RoundBoard rounds, Desk desk, Cast cast, DemoClock clock) {
        this.allocations = allocations;
        this.contracts = contracts;
        this.rounds = rounds;
        this.desk = desk;
        this.cast = cast;
        this.clock = clock;
    }

    /** Where members' answers are taken. */
    @Component
    record Allocations(AllocationDesk desk, AllocationBoard board) {}

    /** Where contracts are drawn, signed and read. */
    @Component
    record Contracts(DrawingDesk drawing, ContractDesk desk, ContractBoard board) {}

    /** From the final award to contracts in force, with some that wait. */
    Mono<Round> signed(Round awarded) {
        return signed(awarded, all -> Waiting.of(all, cast));
    }

    /** From the final award to contracts in force, all of them. */
    Mono<Round> allSigned(Round awarded) {
        return signed(awarded, _ -> Waiting.NONE)
                .flatMap(round -> UnsealingSteps.awaited(Mono.defer(() -> all(round)).filter(List::isEmpty)).thenReturn(round));
    }

    private Mono<Round> signed(Round awarded, Function<List<Contract>, Waiting> held) {
        Instant finalAt = awarded.statusSince();
        return Timed.step("confirmed", confirmed(awarded, finalAt.plus(Duration.ofDays(1))))
                .then(Mono.defer(() -> Timed.step("drawn", drawn(awarded, finalAt.plus(Duration.ofDays(3))))))
                .then(Mono.defer(() -> all(awarded)))
                .flatMap(all -> Timed.step("signed", signed(all, held.apply(all), finalAt.plus(Duration.ofDays(6)))))
                .then(Timed.step("in force", UnsealingSteps.awaited(desk.database().read(Scope.nobody(), tx -> rounds.get(tx, awarded.id())).filter(round -> round.status() == RoundStatus.EXECUTING))));
    }

    private Mono<Void> confirmed(Round round, Instant at) {
        return desk.together(cast.everybody(), tx -> allocations.board.of(tx, round.id(), FIRST_AWARD).flatMapMany(Flux::fromIterable)
                .concatMap(each -> allocations.desk.confirm(new Asking(tx, cast.trader(each.enterpriseId()), at), each.id())).then(Mono.just(round))).then();
    }

    /** A group that buys by itself names its own approval. */
    private static ContractTerms terms(Round round) {
        Optional<String> approval = round.terms().mode() == RoundTerms.Mode.PRINCIPAL ? Optional.of("三重一大 会议纪要 " + round.code()) : Optional.empty();
        return new ContractTerms(SUPPLIERS, 500, new ContractTerms.Fee(ContractTerms.FeeBasis.OF_THE_GOODS, 0),
                new DeliveryTerms(500, DeliveryTerms.Ticket.DESTINATION, 3, new DeliveryTerms.Moisture(DeliveryTerms.MoistureRule.EXCESS, 10_000)), List.of(), 7, approval, CLAUSES);
    }

    private Mono<Void> drawn(Round round, Instant at) {
        clock.tell(at);
        Actor officer = cast.person(Person.FINANCE);
        return desk.as(officer, at, asking -> contracts.drawing.draw(asking, round.id(), new DrawingDesk.Wanted(SUPPLIERS, MEMBERS, terms(round), List.of())))
                .then(Mono.defer(() -> desk.as(officer, at.plusSeconds(3_600), asking -> contracts.drawing.send(asking, round.id(), Set.of()))))
                .then();
    }

    /** Those that are still signed, by code, without their goods. */
    private Mono<List<Contract>> all(Round round) {
        return page(round, Optional.empty()).expand(page -> page.nextCursor() == null ? Mono.empty() : page(round, Optional.of(page.nextCursor())))
                .concatMapIterable(Page::items).map(ContractLine::contract).sort(java.util.Comparator.comparing(Contract::code)).collectList();
    }

    private Mono<Page<ContractLine>> page(Round round, Optional<String> cursor) {
        return desk.database().read(Scope.of(cast.person(Person.FINANCE)), tx -> contracts.board.list(tx,
                new ContractBoard.Question(Optional.of(round.id()), Optional.empty(), Optional.of(ContractStatus.SIGNING), cursor.orElse(null), MOST)));
    }

    private Mono<Void> signed(List<Contract> all, Waiting waiting, Instant at) {
        clock.tell(at);
        return desk.together(cast.everybody(), tx -> Flux.fromIterable(all).concatMap(contract -> signed(tx, contract, waiting, at)).then(Mono.just(waiting))).then();
    }

    private Mono<Void> signed(Tx tx, Contract contract, Waiting waiting, Instant at) {
        Mono<Void> signatures = Flux.just(contract.sellerId(), contract.buyerId()).filter(party -> !waiting.holds(contract, party))
                .concatMap(party -> contracts.desk.sign(new Asking(tx, cast.trader(party), at), contract.id(), 1, contract.text().sha256())).then();
        if (!contract.kind().coversSupply() || waiting.isWithoutDeposit(contract)) return signatures;
        return signatures.then(Mono.defer(() -> contracts.desk.recordDeposit(new Asking(tx, cast.person(Person.FINANCE), at), contract.id(), "YB-" + contract.code().substring(3)))).then();
    }

    /** Contracts that nobody signs but a visitor, each with the party that it waits for; and the one whose deposit has not come. */
    private record Waiting(Set<List<UUID>> held, Optional<UUID> withoutDeposit) {

        static final Waiting NONE = new Waiting(Set.of(), Optional.empty());

        static Waiting of(List<Contract> all, Cast cast) {
            Set<List<UUID>> held = new HashSet<>();
            for (String code : Person.BUYERS) first(all, ContractKind.SERVICE, cast.party(code)).ifPresent(each -> held.add(List.of(each.id(), each.buyerId())));
            for (String code : Person.SELLERS) first(all, ContractKind.SUPPLY, cast.party(code)).ifPresent(each -> held.add(List.of(each.id(), each.sellerId())));
            List<Contract> others = all.stream().filter(each -> each.kind() == ContractKind.SERVICE && held.stream().noneMatch(one -> one.contains(each.id()))).toList();
            others.stream().findFirst().ifPresent(each -> held.add(List.of(each.id(), each.sellerId())));
            return new Waiting(Set.copyOf(held), others.stream().skip(1).findFirst().map(Contract::id));
        }

        private static Optional<Contract> first(List<Contract> all, ContractKind kind, UUID party) {
            return all.stream().filter(each -> each.kind() == kind && (each.sellerId().equals(party) || each.buyerId().equals(party))).findFirst();
        }

        boolean holds(Contract contract, UUID party) {
            return held.contains(List.of(contract.id(), party));
        }

        boolean isWithoutDeposit(Contract contract) {
            return withoutDeposit.filter(contract.id()::equals).isPresent();
        }
    }
}
