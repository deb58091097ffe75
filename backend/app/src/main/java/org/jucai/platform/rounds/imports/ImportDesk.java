package org.jucai.platform.rounds.imports;

import java.time.Instant;
import java.util.Collection;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalInt;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.demand.DemandRefusal;
import org.jucai.platform.rounds.workbook.Reason;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Takes workbooks and what people decide of them. */
@Service
public class ImportDesk {

    private final SqlImports imports;
    private final RoundBoard rounds;
    private final MembershipBoard members;
    private final RowDesk rows;
    private final SqlImportRows rowShelf;
    private final SqlEnteringJobs jobs;
    private final Ids ids;

    ImportDesk(SqlImports imports, RoundBoard rounds, MembershipBoard members, RowDesk rows, SqlImportRows rowShelf,
            SqlEnteringJobs jobs, Ids ids) {
        this.imports = imports;
        this.rounds = rounds;
        this.members = members;
        this.rows = rows;
        this.rowShelf = rowShelf;
        this.jobs = jobs;
        this.ids = ids;
    }

    /** A file as it was sent. */
    public record Upload(String fileName, String sha256, byte[] content) {}

    /** A row by its place, and what is decided of it. */
    public record RowCommand(int row, @Nullable String sheet, @Nullable String column, RowChoice choice, Optional<RowFix> fix) {}

    /** Takes a workbook, to be read in the background; the same file of the same party in the same round is the same import. */
    public Mono<DemandImport> upload(Tx tx, Actor actor, UUID roundId, Upload file, Instant now) {
        return rounds.get(tx, roundId)
                .flatMap(round -> allowed(actor, round).doOnNext(_ -> open(round, now))
                        .flatMap(owner -> keep(new Asking(tx, actor, now), round, owner, file)));
    }

    /** Whose own demand it is, or empty for the round's association. */
    private Mono<Optional<UUID>> allowed(Actor actor, Round round) {
        if (actor.actsFor(round.associationId())) return Mono.just(Optional.empty());
        if (actor.partyKind() != PartyKind.ENTERPRISE) return Mono.error(new RefusedException(CommonRefusal.NOT_ALLOWED));
        return members.isMember(round.associationId(), actor.partyId()).map(member -> {
            if (!member) throw new RefusedException(DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION);
            return Optional.of(actor.partyId());
        });
    }

    /** Refuses where the round takes no demand now. */
    static void open(Round round, Instant now) {
        if (round.takesDemandAt(now)) return;
        if (round.status() == RoundStatus.SUSPENDED) throw new RefusedException(DemandRefusal.ROUND_SUSPENDED);
        boolean early = round.status() == RoundStatus.DRAFT || round.status() == RoundStatus.ANNOUNCED;
        throw early
                ? new RefusedException(DemandRefusal.ROUND_NOT_OPEN, Map.of("opensAt", round.terms().collectingOpensAt()))
                : new RefusedException(DemandRefusal.DEMAND_WINDOW_CLOSED, Map.of("endedAt", round.terms().collectingEndsAt()));
    }

    private Mono<DemandImport> keep(Asking asking, Round round, Optional<UUID> owner, Upload file) {
        Tx tx = asking.tx();
        Actor actor = asking.actor();
        DemandImport fresh = new DemandImport(ids.next(), round.id(), round.associationId(), actor.partyId(), owner, file.fileName(),
                file.sha256(), DemandImport.Status.READING, Optional.empty(), Map.of(), 0, 0, 1, false, 0, 0, 0, asking.at());
        return imports.add(tx, fresh, actor, asking.at()).flatMap(added -> added
                ? imports.keep(tx, fresh, file.content()).thenReturn(fresh)
                : imports.sameFile(tx, round.id(), actor.partyId(), file.sha256()));
    }

    /** Takes, leaves or corrects a row of a preview. */
    public Mono<ImportedRow> decide(Tx tx, UUID importId, RowCommand command, Instant now) {
        return ready(tx, importId)
                .flatMap(one -> rounds.get(tx, one.roundId()).flatMap(round -> rows.decide(tx, one, round, command, now))
                        .flatMap(row -> imports.move(tx, one.id(), one.status(), Entered.Sum.NONE).thenReturn(row)));
    }

    /** Takes or leaves every undecided row that has a suggestion and asks for these reasons, all of them and no other. */
    public Mono<Void> decideAll(Tx tx, UUID importId, Collection<Reason> reasons, RowChoice choice) {
        return ready(tx, importId).flatMap(one -> rowShelf.decideAll(tx, importId, reasons, choice)
                .then(imports.move(tx, importId, one.status(), Entered.Sum.NONE)));
    }

    /** Confirms: from now on rows are entered, whoever lives to do it. Confirming again changes nothing. */
    Mono<Void> begin(Tx tx, Actor actor, UUID importId, Instant now) {
        return hold(tx, importId)
                .flatMap(one -> switch (one.status()) {
                    case CONFIRMING, CONFIRMED -> Mono.<Void>empty();
                    case READY -> rounds.join(tx, one.roundId()).doOnNext(round -> open(round, now)).then(jobs.begin(tx, importId, actor));
                    case READING, REFUSED, DISCARDED -> Mono.<Void>error(not(one));
                });
    }

    /** Enters the next rows; empty once there are none, or the import is no longer being entered. */
    Mono<OptionalInt> enterSome(Tx tx, Actor actor, UUID importId, Instant now) {
        return hold(tx, importId).flatMap(one -> switch (one.status()) {
            case CONFIRMED -> Mono.just(OptionalInt.empty());
            case CONFIRMING -> rows.enterSome(tx, actor, one, now);
            case READY, READING, REFUSED, DISCARDED -> Mono.just(OptionalInt.empty());
        });
    }

    /** Throws a preview away, or a reading. */
    public Mono<Void> discard(Tx tx, UUID importId) {
        return hold(tx, importId).flatMap(one -> switch (one.status()) {
            case DISCARDED -> Mono.<Void>empty();
            case READING, READY, REFUSED -> one.created() > 0
                    ? Mono.<Void>error(not(one))
                    : imports.move(tx, importId, DemandImport.Status.DISCARDED, Entered.Sum.NONE).then(imports.forgetBytes(tx, importId));
            case CONFIRMING, CONFIRMED -> Mono.<Void>error(not(one));
        });
    }

    private Mono<DemandImport> ready(Tx tx, UUID importId) {
        return hold(tx, importId).flatMap(one -> one.status() == DemandImport.Status.READY ? Mono.just(one) : Mono.error(not(one)));
    }

    private Mono<DemandImport> hold(Tx tx, UUID importId) {
        return imports.hold(tx, importId).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private static RefusedException not(DemandImport one) {
        return new RefusedException(ImportRefusal.IMPORT_STATE_DOES_NOT_ALLOW, Map.of("status", one.status()));
    }
}
