package org.jucai.platform.award.bundles;

import java.time.Instant;
import java.util.ArrayList;
import java.util.EnumSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.award.runs.RunBoard;
import org.jucai.platform.award.runs.SolvedRun;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.rounds.Profile;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.lots.FrozenLots;
import org.jucai.platform.rounds.lots.LotBoard;
import org.jucai.platform.rounds.lots.LotPlace;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;

/** Hands out an award's documents: in full to those who see everything, to the public without what stays secret, to each party what is its own of that. */
@Service
public class BundleBoard {

    private static final Set<PartyKind> SEE_ALL = EnumSet.of(PartyKind.AUDITOR, PartyKind.SUPERVISOR);

    private final Database database;
    private final RoundBoard rounds;
    private final LotBoard lots;
    private final FrozenLots frozen;
    private final RunBoard runs;
    private final Publicised publicised;
    private final Scheduler awardThreads;
    private final LatestBundles latest = new LatestBundles();

    BundleBoard(Database database, RoundBoard rounds, LotBoard lots, FrozenLots frozen, RunBoard runs, Publicised publicised, Scheduler awardThreads) {
        this.database = database;
        this.rounds = rounds;
        this.lots = lots;
        this.frozen = frozen;
        this.runs = runs;
        this.publicised = publicised;
        this.awardThreads = awardThreads;
    }

    /** The problem and its result, as one document or as a ZIP file; for whoever may read the run. That lines were read is kept. */
    public Mono<byte[]> full(Actor actor, UUID runId, boolean zip, Instant now) {
        return database.read(Scope.of(actor), tx -> runs.get(tx, runId)).publishOn(awardThreads)
                .flatMap(run -> noted(actor, run.roundId(), FullBundle.lines(run), now).publishOn(awardThreads)
                        .then(Mono.fromCallable(() -> zip ? FullBundle.zip(run) : FullBundle.json(run))));
    }

    private Mono<Void> noted(Actor actor, UUID roundId, Set<UUID> lines, Instant now) {
        return database.write(Scope.of(actor), tx -> frozen.noted(new Asking(tx, actor, now), roundId, lines));
    }

    /** What the public may see and check of a round's award; refused until it is put to public notice. */
    public Mono<byte[]> shown(UUID roundId) {
        return known(roundId).flatMap(known -> latest.find(known.run()).map(Mono::just)
                .orElseGet(() -> source(known).publishOn(awardThreads).map(PublicBundle::of).doOnNext(bundle -> latest.keep(known.run(), bundle))));
    }

    /** What opens the actor's own of what the public bundle only commits to; for those who see everything, all of it. */
    public Mono<byte[]> opening(Actor actor, UUID roundId, Instant now) {
        return known(roundId).flatMap(known -> Mono.zip(source(known), lines(actor, roundId)).publishOn(awardThreads)
                .flatMap(found -> {
                    Withheld withheld = found.getT1().withheld();
                    boolean all = actor.actsFor(known.round().associationId()) || SEE_ALL.contains(actor.partyKind());
                    List<Commitments.Opening> openings = all ? OpeningFile.ofAll(withheld) : own(actor, withheld, found.getT2());
                    Mono<byte[]> file = openings.isEmpty() ? Mono.empty() : Mono.fromCallable(() -> OpeningFile.write(roundId.toString(), openings));
                    return all ? noted(actor, roundId, withheld.lineIds(), now).publishOn(awardThreads).then(file) : file;
                })
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND))));
    }

    private static List<Commitments.Opening> own(Actor actor, Withheld withheld, Set<String> lines) {
        List<Commitments.Opening> own = new ArrayList<>(OpeningFile.ofSupplier(withheld, actor.partyId().toString()));
        own.addAll(OpeningFile.ofLines(withheld, lines));
        return own;
    }

    /** The actor's own lines, as the database shows them to it. */
    private Mono<Set<String>> lines(Actor actor, UUID roundId) {
        return database.read(Scope.of(actor), tx -> lots.placesInRound(tx, roundId)).map(places -> places.stream()
                .filter(place -> actor.actsFor(place.enterpriseId())).map(LotPlace::lineId).map(UUID::toString).collect(Collectors.toSet()));
    }

    private record Known(Round round, UUID run) {}

    private Mono<Known> known(UUID roundId) {
        return database.read(Scope.nobody(), tx -> rounds.get(tx, roundId).flatMap(round -> publicised.runOf(tx, roundId).map(run -> new Known(round, run))
                .switchIfEmpty(Mono.error(() -> new RefusedException(BundleRefusal.AWARD_NOT_PUBLICISED)))));
    }

    /** Read in no party's name: what of it may be told is decided by what it is made into. */
    private Mono<PublicBundle.Source> source(Known known) {
        return database.read(Scope.background(), tx -> Mono.zip(runs.get(tx, known.run()), runs.salt(tx, known.run()))).map(found -> {
            SolvedRun run = found.getT1();
            return new PublicBundle.Source(run.problem(), run.result(), found.getT2(), known.round().terms().profile() == Profile.TENDER, run.figures().gapMilliFen());
        });
    }
}
