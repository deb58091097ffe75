package org.jucai.platform.bidding.opening;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Opening;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.SealingRecord;
import org.jucai.platform.bidding.envelopes.SealBoard;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Settles envelopes that trustees' shares do not fit: the writer shows what it sealed, or the association leaves them shut. */
@Service
public class DisputeDesk {

    /** So long the third trustee is waited for. */
    static final Duration PATIENCE = Duration.ofHours(24);

    private final Database database;
    private final SqlOpenings openings;
    private final SqlDisputes shelf;
    private final SealBoard seals;
    private final RoundBoard rounds;
    private final Journal journal;
    private final Scheduler envelopes;

    DisputeDesk(Database database, SqlOpenings openings, SqlDisputes shelf, SealBoard seals, RoundBoard rounds, Journal journal, Scheduler envelopes) {
        this.database = database;
        this.openings = openings;
        this.shelf = shelf;
        this.seals = seals;
        this.rounds = rounds;
        this.journal = journal;
        this.envelopes = envelopes;
    }

    /** A record that was read and proves something. */
    public record Shown(RoundOpening opening, OpeningPhase phase, String record) {}

    /** The association leaves shut what nobody opens; answers which call it was. */
    public Mono<Integer> leaveShut(Asking asking, UUID roundId, UUID supplier, String reason) {
        Tx tx = asking.tx();
        return rounds.join(tx, roundId).filter(round -> asking.actor().actsFor(round.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .then(opening(tx, roundId))
                .flatMap(opening -> shelf.disputed(tx, opening, supplier)
                        .switchIfEmpty(Mono.error(() -> OpeningDesk.refuse(OpeningRefusal.ENVELOPE_NOT_DISPUTED)))
                        .flatMap(phase -> shelf.said(tx, opening, supplier, phase))
                        .flatMap(said -> awaited(asking, said))
                        .then(shelf.leave(tx, opening, supplier, reason))
                        .then(openings.watchers(tx, opening))
                        .flatMap(watchers -> record(asking, opening, supplier, new OpeningEvent.EnvelopeLeftShut(opening.call(), supplier, reason, watchers)))
                        .thenReturn(opening.call()));
    }

    private static Mono<Void> awaited(Asking asking, SqlDisputes.Said said) {
        boolean patient = said.spoken() == 3 || said.secondAt().filter(second -> !asking.at().isBefore(second.plus(PATIENCE))).isPresent();
        return patient ? Mono.empty() : Mono.error(new RefusedException(OpeningRefusal.TRUSTEE_STILL_AWAITED, Map.of("hours", PATIENCE.toHours())));
    }

    private Mono<RoundOpening> opening(Tx tx, UUID roundId) {
        return seals.get(tx, roundId).flatMap(seal -> openings.find(tx, roundId, seal.call()))
                .filter(opening -> opening.phase() == OpeningPhase.HEADERS || opening.phase() == OpeningPhase.SECTIONS)
                .switchIfEmpty(Mono.error(() -> OpeningDesk.refuse(OpeningRefusal.ENVELOPE_NOT_DISPUTED)));
    }

    /** Reads a supplier's record, away from the event loops; refused where it opens nothing that is disputed. */
    public Mono<Shown> read(Actor supplier, UUID roundId, byte[] record) {
        return database.read(Scope.background(), tx -> opening(tx, roundId).flatMap(opening -> Mono.zip(
                        shelf.disputed(tx, opening, supplier.partyId()), shelf.kept(tx, opening, supplier.partyId()))
                .switchIfEmpty(Mono.error(() -> OpeningDesk.refuse(OpeningRefusal.ENVELOPE_NOT_DISPUTED)))
                .map(found -> Map.entry(new Shown(opening, found.getT1(), new String(record, StandardCharsets.UTF_8)), found.getT2()))))
                .flatMap(found -> Mono.fromCallable(() -> proves(found.getValue(), record)).subscribeOn(envelopes)
                        .onErrorMap(RejectedExecutionException.class, full -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)))
                        .onErrorMap(RefusedEnvelopeException.class, EnvelopeRefusal::of)
                        .filter(proved -> proved)
                        .switchIfEmpty(Mono.error(() -> OpeningDesk.refuse(OpeningRefusal.SEALING_RECORD_PROVES_NOTHING)))
                        .thenReturn(found.getKey()));
    }

    private static boolean proves(SqlDisputes.Kept kept, byte[] json) {
        SealingRecord record = SealingRecord.read(json);
        Envelope envelope = Envelope.read(kept.envelope());
        List<Release> said = kept.releases().stream().map(release -> Release.read(release.getBytes(StandardCharsets.UTF_8), envelope)).toList();
        return kept.sections().stream().anyMatch(section -> Opening.byRecord(envelope, section, said, record).isPresent());
    }

    /** Keeps what the supplier showed; it is judged like a trustee's word. Answers which call it was. */
    public Mono<Integer> show(Asking asking, Shown shown) {
        return shelf.show(asking, shown.opening(), shown.phase(), shown.record())
                .flatMap(rows -> rows == 0 ? Mono.<Void>empty() : openings.watchers(asking.tx(), shown.opening()).flatMap(watchers -> record(asking, shown.opening(),
                        asking.actor().partyId(), new OpeningEvent.SealingRecordShown(shown.opening().call(), asking.actor().partyId(), watchers))))
                .thenReturn(shown.opening().call());
    }

    private Mono<Void> record(Asking asking, RoundOpening opening, UUID supplier, OpeningEvent event) {
        String type = event.getClass().getSimpleName();
        UUID stream = RoundOpening.named(type + " " + opening.roundId() + ":" + opening.call() + " of " + supplier + " in " + opening.phase());
        Set<UUID> watchers = event.watchers();
        return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(RoundOpening.STREAM, stream, 1, opening.roundId(), type, event, watchers)));
    }
}
