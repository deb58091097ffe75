package org.jucai.platform.bidding.opening;

import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.RejectedExecutionException;
import org.jucai.platform.bidding.EnvelopeRefusal;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.RefusedEnvelopeException;
import org.jucai.platform.bidding.envelope.Release;
import org.jucai.platform.bidding.envelope.ReleasedShare;
import org.jucai.platform.bidding.envelope.Strays;
import org.jucai.platform.bidding.envelopes.Seal;
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

/**
 * Takes the shares that trustees release: from the published time on, from the round's three trustees, each for itself, and of no section
 * that is not asked for.
 */
@Service
public class OpeningDesk {

    private final Database database;
    private final OpeningSteps steps;
    private final SqlOpenings shelf;
    private final SqlReleases releases;
    private final SealBoard seals;
    private final RoundBoard rounds;
    private final Journal journal;
    private final Scheduler envelopes;

    OpeningDesk(Database database, OpeningSteps steps, SqlOpenings shelf, SqlReleases releases, SealBoard seals, RoundBoard rounds, Journal journal, Scheduler envelopes) {
        this.database = database;
        this.steps = steps;
        this.shelf = shelf;
        this.releases = releases;
        this.seals = seals;
        this.rounds = rounds;
        this.journal = journal;
        this.envelopes = envelopes;
    }

    /** A release as its trustee signed it, and which envelope it says it is of. */
    public record Signed(String envelopeSha256, byte[] json) {}

    /** A release that was read and is what it says it is. */
    public record Read(UUID supplierId, String sha256, String json) {}

    /** Releases that were read, of one trustee and phase. */
    public record Word(UUID roundId, int call, OpeningPhase phase, int trustee, List<Read> all) {
        public Word {
            all = List.copyOf(all);
        }
    }

    /** How many releases were new, and of how many envelopes the trustee's is still awaited. */
    public record Taken(int call, int trustee, int taken, int left) {}

    /** An envelope of the opening, with the sections that a trustee is asked to release of it. */
    public record Awaited(UUID supplierId, Envelope envelope, List<Integer> sections) {}

    /** What a trustee is asked for. */
    public record Asked(int call, int trustee, List<Awaited> all, int left) {}

    static RefusedException refuse(OpeningRefusal refusal) {
        return new RefusedException(refusal);
    }

    /** Begins the opening where it is due; then what the trustee must release next, in the order of receipt. */
    public Mono<Asked> asked(Actor trustee, UUID roundId, OpeningPhase phase, int limit, Instant now) {
        return begun(trustee, roundId, now).flatMap(known -> database.read(Scope.background(), tx -> {
            SqlReleases.Word word = new SqlReleases.Word(roundId, known.opening().call(), phase, known.trustee());
            return Mono.zip(releases.awaited(tx, word, limit), releases.left(tx, word));
        }).flatMap(found -> threaded(() -> new Asked(known.opening().call(), known.trustee(),
                found.getT1().stream().map(kept -> new Awaited(kept.supplierId(), Envelope.read(kept.envelope()), kept.sections(phase))).toList(), found.getT2()))));
    }

    private record Known(RoundOpening opening, int trustee) {}

    private Mono<Known> begun(Actor actor, UUID roundId, Instant now) {
        return database.read(Scope.background(), tx -> standing(tx, actor, roundId))
                .onErrorResume(RefusedException.class, refused -> refused.refusal() != OpeningRefusal.OPENING_NOT_BEGUN ? Mono.error(refused)
                        // Whoever else began it meanwhile, it has begun; where it is not due, the second look refuses as the first did.
                        : steps.begin(roundId, now).then(database.read(Scope.background(), tx -> standing(tx, actor, roundId))));
    }

    private Mono<Known> standing(Tx tx, Actor actor, UUID roundId) {
        return rounds.get(tx, roundId).filter(org.jucai.platform.rounds.Round::isAnnounced)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(round -> seals.get(tx, roundId).flatMap(seal -> {
                    int trustee = number(seal, actor);
                    Map<String, Object> at = round.tender().<Map<String, Object>>map(terms -> Map.of("at", terms.opensAt().toString())).orElse(Map.of());
                    return shelf.find(tx, roundId, seal.call()).map(opening -> new Known(opening, trustee))
                            .switchIfEmpty(Mono.error(() -> new RefusedException(OpeningRefusal.OPENING_NOT_BEGUN, at)));
                }));
    }

    private static int number(Seal seal, Actor actor) {
        return seal.numberOf(actor.partyId()).orElseThrow(() -> refuse(OpeningRefusal.NOT_A_TRUSTEE_OF_THE_ROUND));
    }

    /** Reads releases, away from the event loops: each is of an envelope of this round, signed by this trustee, of the sections asked for. */
    public Mono<Word> read(Actor trustee, UUID roundId, OpeningPhase phase, List<Signed> signed) {
        return database.read(Scope.background(), tx -> standing(tx, trustee, roundId)
                        .flatMap(known -> releases.found(tx, known.opening(), signed.stream().map(Signed::envelopeSha256).toList())
                                .map(kept -> Map.entry(known, kept))))
                .flatMap(found -> threaded(() -> {
                    Known known = found.getKey();
                    return new Word(roundId, known.opening().call(), phase, known.trustee(), read(found.getValue(), signed, phase, known.trustee()));
                }));
    }

    private <T> Mono<T> threaded(java.util.concurrent.Callable<T> work) {
        return Mono.fromCallable(work).subscribeOn(envelopes)
                .onErrorMap(RejectedExecutionException.class, full -> new RefusedException(CommonRefusal.TEMPORARILY_UNAVAILABLE, Map.of("retryAfterSeconds", 1)))
                .onErrorMap(RefusedEnvelopeException.class, EnvelopeRefusal::of);
    }

    private static List<Read> read(List<SqlReleases.Kept> kept, List<Signed> signed, OpeningPhase phase, int trustee) {
        Map<String, Awaited> envelopes = new HashMap<>();
        kept.forEach(one -> envelopes.put(one.sha256(), new Awaited(one.supplierId(), Envelope.read(one.envelope()), one.sections(phase))));
        List<Envelope> all = envelopes.values().stream().map(Awaited::envelope).toList();
        List<Read> read = new ArrayList<>();
        for (Signed one : signed) {
            Awaited of = envelopes.get(one.envelopeSha256());
            if (of == null) throw new RefusedException(EnvelopeRefusal.ENVELOPE_IS_ANOTHER);
            Release release = Release.read(one.json(), of.envelope());
            OpeningRules.check(release, trustee, of.sections());
            for (ReleasedShare share : release.shares()) refuseStray(share, of.envelope(), trustee, all);
            read.add(new Read(of.supplierId(), sha256(release.bytes()), new String(release.bytes(), java.nio.charset.StandardCharsets.UTF_8)));
        }
        return read;
    }

    /** A share that fits elsewhere was confused, and its trustee is told so before it is taken for a liar. */
    private static void refuseStray(ReleasedShare released, Envelope envelope, int trustee, List<Envelope> all) {
        Bytes share = released.share();
        if (share == null || Strays.fits(share, envelope, released.section(), trustee)) return;
        Strays.find(share, all).ifPresent(origin -> {
            throw new RefusedException(OpeningRefusal.SHARE_OF_ANOTHER_SECTION, Map.of("section", origin.section(), "trustee", origin.trustee()));
        });
    }

    private static String sha256(byte[] bytes) {
        try {
            return java.util.HexFormat.of().formatHex(java.security.MessageDigest.getInstance("SHA-256").digest(bytes));
        } catch (java.security.NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    /** Takes what was read, in the trustee's own name; what it said before it may say again, and nothing else. */
    public Mono<Taken> take(Asking asking, Word said) {
        SqlReleases.Word word = new SqlReleases.Word(said.roundId(), said.call(), said.phase(), said.trustee());
        return rounds.join(asking.tx(), said.roundId())
                .flatMap(round -> shelf.find(asking.tx(), said.roundId(), said.call())
                        .switchIfEmpty(Mono.error(() -> refuse(OpeningRefusal.OPENING_NOT_BEGUN)))
                        .flatMap(opening -> OpeningRules.closed(round, opening, said.phase()).<Mono<RoundOpening>>map(Mono::error).orElse(Mono.just(opening))))
                .flatMap(opening -> releases.alone(asking.tx(), word).then(releases.add(asking, word, said.all()))
                        .flatMap(taken -> (taken == 0 ? Mono.<Void>empty() : tell(asking, opening, word)).then(releases.left(asking.tx(), word))
                                .map(left -> new Taken(said.call(), said.trustee(), taken, left))));
    }

    private Mono<Void> tell(Asking asking, RoundOpening opening, SqlReleases.Word word) {
        UUID stream = RoundOpening.named("shares of " + word.roundId() + ":" + word.call() + " of " + word.trustee());
        return Mono.zip(releases.said(asking.tx(), word), shelf.watchers(asking.tx(), opening)).flatMap(known -> {
            Set<UUID> watchers = known.getT2();
            OpeningEvent event = new OpeningEvent.SharesReleased(word.call(), word.trustee(), word.phase(), watchers);
            return journal.append(asking.tx(), asking.actor(), asking.at(), List.of(new NewEvent(RoundOpening.STREAM, stream, known.getT1(), word.roundId(),
                    event.getClass().getSimpleName(), event, watchers)));
        });
    }
}
