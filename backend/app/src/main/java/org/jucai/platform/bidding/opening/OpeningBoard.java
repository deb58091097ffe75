package org.jucai.platform.bidding.opening;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelopes.Seal;
import org.jucai.platform.bidding.envelopes.SealBoard;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about the opening room. Before the opening has begun it tells everybody the same; from then on those it concerns see who offered. */
@Service
public class OpeningBoard {

    private final SqlOpenings shelf;
    private final SqlOpeningRoom room;
    private final SealBoard seals;
    private final RoundBoard rounds;

    OpeningBoard(SqlOpenings shelf, SqlOpeningRoom room, SealBoard seals, RoundBoard rounds) {
        this.shelf = shelf;
        this.room = room;
        this.seals = seals;
        this.rounds = rounds;
    }

    /** @param opening empty before it has begun */
    public record Room(Round round, Seal seal, Optional<RoundOpening> opening, List<OpeningEnvelope> envelopes) {
        public Room {
            envelopes = List.copyOf(envelopes);
        }
    }

    /** Which lines of the record are asked for. */
    public record Question(UUID roundId, @Nullable UUID supplierId, @Nullable String cursor, int limit) {}

    public Mono<Room> room(Tx tx, Actor reader, UUID roundId) {
        return rounds.get(tx, roundId).flatMap(round -> seals.get(tx, roundId).flatMap(seal -> shelf.find(tx, roundId, seal.call())
                .flatMap(opening -> room.envelopes(tx, opening)
                        .filter(seen -> !seen.isEmpty() || opening.phase() == OpeningPhase.FAILED || watches(reader, seal))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_ALLOWED)))
                        .map(seen -> new Room(round, seal, Optional.of(opening), seen)))
                .defaultIfEmpty(new Room(round, seal, Optional.empty(), List.of()))));
    }

    private static boolean watches(Actor reader, Seal seal) {
        return reader.actsFor(seal.associationId()) || seal.parties().contains(reader.partyId())
                || reader.partyKind() == PartyKind.REGULATOR || reader.partyKind() == PartyKind.AUDITOR;
    }

    /** Lines of the record, as far as the reader may watch: by supplier and section. */
    public Mono<Page<OpeningLot>> lots(Tx tx, Question asked) {
        return rounds.get(tx, asked.roundId()).then(seals.get(tx, asked.roundId())).flatMap(seal -> room.lots(tx, seal.call(), asked));
    }
}
