package org.jucai.platform.bidding.opening;

import java.security.SecureRandom;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collections;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jucai.platform.bidding.envelopes.Seal;
import org.jucai.platform.bidding.envelopes.SealBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundDesk;
import org.jucai.platform.rounds.RoundStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The steps of an opening, each in one transaction that holds its round: it begins, asks for sections, ends. A suspended round waits. */
@Component
class OpeningSteps {

    private static final Locale OF_RECORD = Locale.SIMPLIFIED_CHINESE;

    private final Database database;
    private final SqlOpenings shelf;
    private final SqlOpenedBook book;
    private final SealBoard seals;
    private final RoundBoard rounds;
    private final RoundDesk desk;
    private final Journal journal;
    private final Ids ids;
    private final SecureRandom chance;
    private final Words words;

    OpeningSteps(Database database, SqlOpenings shelf, SqlOpenedBook book, SealBoard seals, RoundBoard rounds, RoundDesk desk, Journal journal,
            Ids ids, SecureRandom chance, Words words) {
        this.database = database;
        this.shelf = shelf;
        this.book = book;
        this.seals = seals;
        this.rounds = rounds;
        this.desk = desk;
        this.journal = journal;
        this.ids = ids;
        this.chance = chance;
        this.words = words;
    }

    /** Begins the opening of a closed round whose time has come; nothing where it had begun. Tells whether it did. */
    Mono<Boolean> begin(UUID roundId, Instant now) {
        return database.write(Scope.background(), tx -> rounds.hold(tx, roundId)
                .filter(round -> round.status() == RoundStatus.CLOSED && round.tender().filter(terms -> !now.isBefore(terms.opensAt())).isPresent())
                .flatMap(round -> seals.get(tx, roundId).flatMap(seal -> begin(asking(tx, round, now), round, seal)))
                .defaultIfEmpty(false));
    }

    private Mono<Boolean> begin(Asking asking, Round round, Seal seal) {
        RoundOpening fresh = new RoundOpening(round.id(), seal.call(), round.associationId(), OpeningPhase.HEADERS, 1, asking.at(), Optional.empty());
        return shelf.begin(asking.tx(), fresh).filter(first -> first).flatMap(_ -> shelf.live(asking.tx(), fresh).flatMap(live -> {
            Set<UUID> keepers = keepers(round, seal);
            if (live < least(round)) return none(asking, round, fresh, keepers);
            return shelf.receive(asking.tx(), fresh, keepers).then(shelf.watchers(asking.tx(), fresh))
                    .flatMap(watchers -> record(asking, fresh, new OpeningEvent.OpeningBegan(fresh.call(), watchers)));
        }).thenReturn(true)).defaultIfEmpty(false);
    }

    /** A second quote may be given by one alone: the first offers stand beside it. */
    private static int least(Round round) {
        return round.tendering().firstCall().isPresent() ? 1 : round.terms().minimumOffersPerLot();
    }

    /** Nothing is opened: a call of its own failed; after a second quote the first offers stand. */
    private Mono<Void> none(Asking asking, Round round, RoundOpening opening, Set<UUID> watchers) {
        if (round.tendering().firstCall().isEmpty()) return fail(asking, opening, watchers);
        return end(asking, opening, OpeningPhase.OPENED, watchers)
                .flatMap(ended -> book.write(asking.tx(), ended, List.of(), List.of()).then(book.carry(asking.tx(), ended, round.tendering().firstCall().orElseThrow())))
                .then(Mono.defer(() -> desk.opened(asking, round.id(), List.of()))).then();
    }

    private static Set<UUID> keepers(Round round, Seal seal) {
        Set<UUID> keepers = new HashSet<>(seal.parties());
        keepers.add(round.associationId());
        return keepers;
    }

    /** Of envelopes that nobody opens it is not even told whose they are. */
    private Mono<Void> fail(Asking asking, RoundOpening opening, Set<UUID> watchers) {
        return end(asking, opening, OpeningPhase.FAILED, watchers)
                .then(desk.callFailed(asking, opening.roundId(), words.say("opening.too-few", OF_RECORD, Map.of()))).then();
    }

    private Mono<RoundOpening> end(Asking asking, RoundOpening opening, OpeningPhase phase, Set<UUID> watchers) {
        RoundOpening ended = new RoundOpening(opening.roundId(), opening.call(), opening.associationId(), phase, opening.version() + 1, opening.beganAt(), Optional.of(asking.at()));
        return shelf.move(asking.tx(), opening, phase, ended.endedAt())
                .then(record(asking, ended, new OpeningEvent.OpeningEnded(ended.call(), phase, watchers))).thenReturn(ended);
    }

    /** Goes on where everything that was asked for is settled. */
    Mono<Void> goOn(RoundOpening seen, Instant now) {
        return database.write(Scope.background(), tx -> rounds.hold(tx, seen.roundId())
                .filter(round -> round.status() == RoundStatus.CLOSED && round.tendering().number() == seen.call())
                .flatMap(round -> shelf.hold(tx, seen.roundId(), seen.call())
                        .filter(opening -> opening.version() == seen.version())
                        .flatMap(opening -> Mono.zip(seals.get(tx, round.id()), shelf.headers(tx, opening), shelf.watchers(tx, opening))
                                .flatMap(known -> switch (opening.phase()) {
                                    case HEADERS -> ask(new Settled(asking(tx, round, now), round, opening, known.getT3()), known.getT1(), known.getT2());
                                    case SECTIONS -> complete(new Settled(asking(tx, round, now), round, opening, known.getT3()), known.getT1(), known.getT2());
                                    case OPENED, FAILED -> Mono.<Void>empty();
                                }))));
    }

    /** An opening that can go on. */
    private record Settled(Asking asking, Round round, RoundOpening opening, Set<UUID> watchers) {}

    /** Asks for the sections of lots that have enough offers, or ends where there is none. */
    private Mono<Void> ask(Settled settled, Seal seal, Map<UUID, String> headers) {
        Asking asking = settled.asking();
        List<SqlOpenings.Section> sections = AskedSections.of(headers, Set.copyOf(seal.terms().lots()), least(settled.round()), ids);
        int asked = (int) sections.stream().filter(section -> section.because().isEmpty()).count();
        Mono<Void> listed = sections.isEmpty() ? Mono.empty() : shelf.ask(asking.tx(), settled.opening(), sections);
        if (asked == 0) return listed.then(Mono.defer(() -> none(asking, settled.round(), settled.opening(), settled.watchers())));
        RoundOpening next = new RoundOpening(seal.roundId(), seal.call(), seal.associationId(), OpeningPhase.SECTIONS, settled.opening().version() + 1,
                settled.opening().beganAt(), Optional.empty());
        return listed.then(Mono.defer(() -> shelf.move(asking.tx(), settled.opening(), OpeningPhase.SECTIONS, Optional.empty())))
                .then(Mono.defer(() -> record(asking, next, new OpeningEvent.SectionsAskedFor(seal.call(), asked, settled.watchers()))));
    }

    /** Everything is settled: the offers are told, and the round goes on without the lots that were not opened. */
    private Mono<Void> complete(Settled settled, Seal seal, Map<UUID, String> headers) {
        if (settled.round().tendering().firstCall().isPresent()) return completeSecond(settled, List.copyOf(headers.keySet()));
        Asking asking = settled.asking();
        List<UUID> drawn = new ArrayList<>(headers.keySet());
        Collections.shuffle(drawn, chance);
        List<String> pseudonyms = IntStream.rangeClosed(1, drawn.size()).mapToObj("S%02d"::formatted).toList();
        return end(asking, settled.opening(), OpeningPhase.OPENED, settled.watchers())
                .flatMap(ended -> book.write(asking.tx(), ended, drawn, pseudonyms).then(book.lots(asking.tx(), ended)))
                .flatMap(opened -> desk.opened(asking, seal.roundId(), seal.terms().lots().stream().filter(lot -> !opened.contains(lot)).map(UUID::fromString).toList()))
                .then();
    }

    /** Who quoted again keeps its name; what was not quoted again stands as it was opened the first time. */
    private Mono<Void> completeSecond(Settled settled, List<UUID> quoted) {
        Asking asking = settled.asking();
        int first = settled.round().tendering().firstCall().orElseThrow();
        return end(asking, settled.opening(), OpeningPhase.OPENED, settled.watchers())
                .flatMap(ended -> book.pseudonyms(asking.tx(), ended.roundId(), first)
                        .flatMap(names -> book.write(asking.tx(), ended, quoted, quoted.stream().map(supplier -> Objects.requireNonNull(names.get(supplier))).toList()))
                        .then(Mono.defer(() -> book.carry(asking.tx(), ended, first))))
                .then(Mono.defer(() -> desk.opened(asking, settled.round().id(), List.of()))).then();
    }

    private Mono<Void> record(Asking asking, RoundOpening after, OpeningEvent event) {
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(RoundOpening.STREAM, after.stream(), after.version(), after.roundId(),
                event.getClass().getSimpleName(), event, event.watchers())));
    }

    private static Asking asking(Tx tx, Round round, Instant now) {
        return new Asking(tx, Actor.ofTheClock(round.associationId(), PartyKind.ASSOCIATION), now);
    }
}
