package org.jucai.platform.recovery;

import java.security.SecureRandom;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.contracts.deliveries.ReachBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Opens recalls, takes what those whom they concern say, and ends them. */
@Service
public class RecallDesk {

    /** The stream of what happens between a recall and one of those whom it concerns: reached later first, acknowledged second. */
    static final String CONCERN_STREAM = "recall-concern";
    static final long REACHED = 1;
    static final long ACKNOWLEDGED = 2;

    private static final String LETTERS = "23456789ABCDEFGHJKLMNPQRSTUVWXYZ";
    private static final int CODE_LENGTH = 8;

    private final Database database;
    private final SqlRecalls shelf;
    private final SqlConcerns concerns;
    private final RecallBoard board;
    private final Reaching reaching;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;

    RecallDesk(Database database, SqlRecalls shelf, SqlConcerns concerns, RecallBoard board, Reaching reaching, Journal journal, Ids ids, SecureRandom chance) {
        this.database = database;
        this.shelf = shelf;
        this.concerns = concerns;
        this.board = board;
        this.reaching = reaching;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
    }

    /** What is said when goods are recalled. */
    public record Said(String reason, String instruction) {}

    /** From here on nothing of it is released; whom it concerns is told. */
    public Mono<Recall> open(Asking asking, Reaching.Asked asked, Said said) {
        return shelf.beforeAnybodyReleases(asking.tx()).then(reaching.recallable(asking.actor(), asked))
                .zipWhen(reach -> database.read(Scope.background(), tx -> reaching.concerned(tx, reach)))
                .flatMap(found -> {
                    Recall recall = recall(asking, found.getT1(), asked, found.getT2(), said);
                    List<ReachBoard.Touched> others = others(recall, found.getT2());
                    return shelf.add(asking.tx(), recall).then(concerns.add(asking.tx(), recall, others, asking.at()))
                            .then(record(asking, recall, new RecallEvent.RecallOpened(recall.code(), subject(recall), said.reason(), said.instruction()), readers(recall, others)))
                            .then(board.get(asking.tx(), recall.id()));
                });
    }

    /** Who opened it knows. */
    static List<ReachBoard.Touched> others(Recall recall, Collection<ReachBoard.Touched> touched) {
        return touched.stream().filter(each -> !each.partyId().equals(recall.opened().partyId())).toList();
    }

    private Recall recall(Asking asking, Reach reach, Reaching.Asked asked, List<ReachBoard.Touched> touched, Said said) {
        Recall.Opened opened = new Recall.Opened(asking.actor().partyId(), asking.actor().partyKind(), asking.actor().personId(), asking.at(), said.reason(), said.instruction());
        String code = "R-" + chance.ints(CODE_LENGTH, 0, LETTERS.length()).mapToObj(at -> LETTERS.substring(at, at + 1)).collect(Collectors.joining());
        return new Recall(ids.next(), code, reach, asked.code(), opened, associations(touched), groups(touched), Recall.Status.OPEN, Optional.empty(), 1, List.of());
    }

    static Set<UUID> associations(Collection<ReachBoard.Touched> touched) {
        return touched.stream().flatMap(each -> each.associations().stream()).collect(Collectors.toSet());
    }

    static Set<UUID> groups(Collection<ReachBoard.Touched> touched) {
        return touched.stream().flatMap(each -> each.groups().stream()).collect(Collectors.toSet());
    }

    private static String subject(Recall recall) {
        return recall.reach().of().getClass().getSimpleName();
    }

    private static Set<UUID> readers(Recall recall, Collection<ReachBoard.Touched> concerned) {
        Set<UUID> readers = new HashSet<>(recall.overseers());
        readers.addAll(recall.groups());
        readers.add(recall.opened().partyId());
        concerned.forEach(each -> readers.add(each.partyId()));
        return readers;
    }

    private Mono<Void> record(Asking asking, Recall recall, RecallEvent event, Set<UUID> readers) {
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(Recall.STREAM, recall.id(), recall.version(), null, event.getClass().getSimpleName(), event, readers)));
    }

    /** Each party for its own goods, once. */
    public Mono<Recall> acknowledge(Asking asking, UUID id, Recall.Handling handling, String words) {
        return board.get(asking.tx(), id).flatMap(recall -> {
            Recall.Answer answer = RecallRules.acknowledge(recall, asking.actor(), new Recall.Answer(handling, words, asking.actor().personId(), asking.at())).orElseRefuse().getFirst();
            Recall.Concern concern = recall.concern(asking.actor().partyId()).orElseThrow();
            return concerns.answer(asking.tx(), concern.id(), answer).filter(first -> first)
                    .switchIfEmpty(Mono.error(() -> new RefusedException(RecallRefusal.RECALL_ACKNOWLEDGED_ALREADY)))
                    .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(acknowledged(asking, recall, concern, handling))));
        }).then(board.get(asking.tx(), id));
    }

    /** The laboratory that opened a recall does not learn who acknowledges it. */
    private static NewEvent acknowledged(Asking asking, Recall recall, Recall.Concern concern, Recall.Handling handling) {
        Set<UUID> readers = new HashSet<>(Set.of(asking.actor().partyId()));
        if (recall.opened().kind() != PartyKind.LABORATORY) readers.add(recall.opened().partyId());
        RecallEvent event = new RecallEvent.RecallAcknowledged(recall.code(), recall.id(), handling);
        return new NewEvent(CONCERN_STREAM, concern.id(), ACKNOWLEDGED, null, event.getClass().getSimpleName(), event, readers);
    }

    /** The goods are free again. */
    public Mono<Recall> lift(Asking asking, UUID id, OptionalLong expectedVersion, String words) {
        return held(asking, id, expectedVersion).flatMap(recall -> end(asking, RecallRules.lift(recall, asking.actor(), words, asking.at()).orElseRefuse().getFirst(),
                new RecallEvent.RecallLifted(recall.code(), words)));
    }

    /** Dealt with; what is left of the goods stays held back. */
    public Mono<Recall> close(Asking asking, UUID id, OptionalLong expectedVersion, String words) {
        return held(asking, id, expectedVersion).zipWhen(recall -> database.read(Scope.background(), tx -> concerns.waiting(tx, id)))
                .flatMap(known -> {
                    RecallRules.Waiting waiting = new RecallRules.Waiting(known.getT2(), asking.at());
                    return end(asking, RecallRules.close(known.getT1(), asking.actor(), words, waiting).orElseRefuse().getFirst(), new RecallEvent.RecallClosed(known.getT1().code(), words));
                });
    }

    /** Who may read but not end it does not hold it, and is told so. */
    private Mono<Recall> held(Asking asking, UUID id, OptionalLong expectedVersion) {
        return board.get(asking.tx(), id).then(board.hold(asking.tx(), id).onErrorMap(RefusedException.class, unseen -> new RefusedException(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY)))
                .filter(recall -> expectedVersion.orElse(recall.version()) == recall.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)));
    }

    private Mono<Recall> end(Asking asking, Recall after, RecallEvent event) {
        return shelf.end(asking.tx(), after).filter(moved -> moved)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .then(database.read(Scope.background(), tx -> concerns.of(tx, List.of(after.id()))))
                .flatMap(all -> {
                    Set<UUID> readers = readers(after, List.of());
                    all.forEach(each -> readers.add(each.concern().partyId()));
                    return record(asking, after, event, readers);
                })
                .then(board.get(asking.tx(), after.id()));
    }
}
