package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Proposes another price adjustment formula for goods of a grade: as the next version of every contract of the award that has them and has not
 * ended, upstream and downstream alike, in one transaction. Each is signed by its own two sides.
 */
@Service
public class RestampDesk {

    private final RoundBoard rounds;
    private final SqlContracts shelf;
    private final FormulaStamps stamps;
    private final ContractSteps steps;
    private final ClauseCheck clauses;

    RestampDesk(RoundBoard rounds, SqlContracts shelf, FormulaStamps stamps, ContractSteps steps, ClauseCheck clauses) {
        this.rounds = rounds;
        this.shelf = shelf;
        this.stamps = stamps;
        this.steps = steps;
        this.clauses = clauses;
    }

    /** How many contracts have a next version now. Refused as a whole where one of them may not have it. */
    public Mono<Long> restamp(Asking asking, UUID roundId, List<FormulaStamps.Choice> chosen) {
        return shelf.alone(asking.tx(), roundId)
                .then(shelf.ids(asking.tx(), roundId, EnumSet.of(ContractStatus.DRAFTED, ContractStatus.SIGNING, ContractStatus.EFFECTIVE, ContractStatus.DISPUTED)))
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> shelf.findToMove(asking.tx(), id)).collectList()
                .filter(contracts -> !contracts.isEmpty())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(contracts -> contracts.stream().allMatch(contract -> asking.actor().actsFor(contract.groupId())))
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.CONTRACT_NOT_FOR_THIS_PARTY)))
                .flatMap(contracts -> rounds.get(asking.tx(), roundId)
                        .flatMap(round -> stamps.named(asking.tx(), round.associationId(), grades(contracts), chosen))
                        .flatMap(stamped -> amended(asking, contracts, chosen, stamped)));
    }

    private static Set<String> grades(List<Contract> contracts) {
        return contracts.stream().flatMap(contract -> grades(contract).stream()).collect(Collectors.toSet());
    }

    private static Set<String> grades(Contract contract) {
        return contract.items().stream().map(item -> item.goods().grade()).collect(Collectors.toSet());
    }

    private Mono<Long> amended(Asking asking, List<Contract> contracts, List<FormulaStamps.Choice> chosen, List<ContractTerms.StampedFormula> stamped) {
        Set<String> named = chosen.stream().map(FormulaStamps.Choice::grade).collect(Collectors.toSet());
        return clauses.of(contracts).flatMap(checker -> Flux.fromIterable(contracts)
                .filter(contract -> !terms(contract, named, stamped).equals(contract.toSign().terms()))
                .concatMap(contract -> amend(asking, contract, terms(contract, named, stamped), checker)).count());
    }

    /** The contract's own formulas with those that are named put in their place, in the order of grades. */
    private static ContractTerms terms(Contract contract, Set<String> named, List<ContractTerms.StampedFormula> stamped) {
        Set<String> own = grades(contract);
        TreeMap<String, ContractTerms.StampedFormula> all = new TreeMap<>();
        contract.toSign().terms().formulas().stream().filter(each -> !named.contains(each.grade())).forEach(each -> all.put(each.grade(), each));
        all.putAll(stamped.stream().filter(each -> own.contains(each.grade())).collect(Collectors.toMap(ContractTerms.StampedFormula::grade, Function.identity())));
        return contract.toSign().terms().with(new ArrayList<>(all.values()));
    }

    private Mono<Contract> amend(Asking asking, Contract contract, ContractTerms terms, ClauseChecker checker) {
        int number = contract.toSign().number() + 1;
        return clauses.firms(contract).flatMap(firms -> {
            ContractDocument document = ContractDocument.of(contract, number, terms, firms);
            ContractText next = new ContractText(number, terms, document.sha256(), asking.actor().partyId(), asking.at(), List.of());
            return steps.carryOut(asking, contract, new ContractCommand.Amend(next, checker.check(contract, terms)))
                    .flatMap(after -> shelf.document(asking.tx(), after, next, document.json()).thenReturn(after));
        });
    }
}
