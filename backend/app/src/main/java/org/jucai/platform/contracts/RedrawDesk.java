package org.jucai.platform.contracts;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.UUID;
import java.util.function.Function;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/**
 * Draws a member's contract again that ended while its goods were not bound upstream yet: the same goods on the same terms, as a draft, so that
 * the supply contract that waits for them can take effect after all.
 */
@Service
public class RedrawDesk {

    private static final Pattern AGAIN = Pattern.compile("-(\\d+)$");

    private final SqlContracts shelf;
    private final SqlRedraws redraws;
    private final RoundBoard rounds;
    private final ClauseCheck clauses;
    private final Journal journal;
    private final Ids ids;

    RedrawDesk(SqlContracts shelf, SqlRedraws redraws, RoundBoard rounds, ClauseCheck clauses, Journal journal, Ids ids) {
        this.shelf = shelf;
        this.redraws = redraws;
        this.rounds = rounds;
        this.clauses = clauses;
        this.journal = journal;
        this.ids = ids;
    }

    /** Whether goods of a contract that ended may be covered again; asked by those who read it. */
    public Mono<Boolean> isOpen(Tx tx, Contract contract) {
        if (contract.status() != ContractStatus.TERMINATED || !contract.kind().coversSupply()) return Mono.just(false);
        return redraws.uncovered(tx, contract.id()).map(open -> !open.isEmpty());
    }

    /** The draft that takes its place. By the finance group, once. */
    public Mono<Contract> redraw(Asking asking, UUID id) {
        return shelf.find(asking.tx(), id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(found -> shelf.alone(asking.tx(), found.roundId())).then(Mono.defer(() -> shelf.findToMove(asking.tx(), id)))
                .filter(ended -> asking.actor().actsFor(ended.groupId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.CONTRACT_NOT_FOR_THIS_PARTY)))
                .filter(ended -> ended.status() == ContractStatus.TERMINATED && ended.kind().coversSupply())
                .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.NOTHING_TO_COVER_AGAIN)))
                .flatMap(ended -> redraws.uncovered(asking.tx(), id)
                        .filter(open -> !open.isEmpty())
                        .switchIfEmpty(Mono.error(() -> new RefusedException(ContractRefusal.NOTHING_TO_COVER_AGAIN)))
                        .flatMap(open -> drawn(asking, ended, open)));
    }

    private Mono<Contract> drawn(Asking asking, Contract ended, Map<UUID, UUID> open) {
        return Mono.zip(rounds.get(asking.tx(), ended.roundId()), clauses.firms(ended), upstream(asking.tx(), open)).flatMap(known -> {
            Contract bare = draft(asking, ended, open.keySet(), known.getT3());
            ContractDocument document = ContractDocument.of(bare, 1, bare.text().terms(), known.getT2());
            Contract draft = new Contract(bare.id(), bare.code(), bare.roundId(), bare.roundCode(), bare.awardNumber(), bare.kind(), bare.groupId(), bare.sellerId(), bare.buyerId(),
                    bare.status(), bare.statusSince(), 1, new ContractText(1, bare.text().terms(), document.sha256(), bare.groupId(), asking.at(), List.of()), Optional.empty(),
                    Optional.empty(), Optional.empty(), Optional.empty(), bare.items());
            return redraws.supersede(asking.tx(), ended.id(), open.keySet())
                    .then(shelf.add(asking.tx(), known.getT1().associationId(), List.of(new Drawing.Drawn(draft, document.json(), Optional.of(ended.id())))))
                    .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(DrawingDesk.drawn(draft))))
                    .thenReturn(draft);
        });
    }

    /** Formulas as the supply contracts carry them by now: those that changed meanwhile changed without the contract that ended. */
    private Mono<Map<String, ContractTerms.StampedFormula>> upstream(Tx tx, Map<UUID, UUID> open) {
        return Flux.fromIterable(new TreeSet<>(open.values())).concatMap(id -> shelf.find(tx, id)).concatMapIterable(supply -> supply.toSign().terms().formulas())
                .collectMap(ContractTerms.StampedFormula::grade, Function.identity(), TreeMap::new);
    }

    private Contract draft(Asking asking, Contract ended, Set<UUID> open, Map<String, ContractTerms.StampedFormula> formulas) {
        List<ContractItem> items = new ArrayList<>();
        for (ContractItem item : ended.items()) {
            if (item.upstreamItemId().filter(open::contains).isPresent()) items.add(item.as(ids.next()));
        }
        Set<String> grades = items.stream().map(item -> item.goods().grade()).collect(Collectors.toSet());
        ContractTerms terms = ended.text().terms().with(formulas.values().stream().filter(each -> grades.contains(each.grade())).toList());
        ContractText text = new ContractText(1, terms, "", ended.groupId(), asking.at(), List.of());
        return new Contract(ids.next(), again(ended.code()), ended.roundId(), ended.roundCode(), ended.awardNumber(), ended.kind(), ended.groupId(), ended.sellerId(), ended.buyerId(),
                ContractStatus.DRAFTED, asking.at(), 1, text, Optional.empty(), Optional.empty(), Optional.empty(), Optional.empty(), items);
    }

    /** HT-2027-0003-F001 is followed by HT-2027-0003-F001-2, that by -3. */
    static String again(String code) {
        int letter = code.lastIndexOf('-') + 1;
        Matcher counted = AGAIN.matcher(code);
        boolean first = Character.isLetter(code.charAt(letter)) || !counted.find();
        return first ? code + "-2" : code.substring(0, letter) + (Integer.parseInt(counted.group(1)) + 1);
    }
}
