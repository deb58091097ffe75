package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** "Like last time": the lines of an enterprise's last round as they could be asked for in this one. */
@Service
public class Suggestions {

    private final RoundBoard rounds;
    private final DemandBoard board;
    private final Members members;

    Suggestions(RoundBoard rounds, DemandBoard board, Members members) {
        this.rounds = rounds;
        this.board = board;
        this.members = members;
    }

    /** Terms that this round would take, and the round they come from. */
    public record LikeLast(List<DemandTerms> terms, String fromRoundCode) {}

    /** Empty where there was no last time. */
    public Mono<LikeLast> of(Tx tx, UUID enterpriseId, UUID roundId, Instant now) {
        return rounds.get(tx, roundId).flatMap(round -> board.lastTime(tx, enterpriseId, roundId)
                .filter(lines -> !lines.isEmpty())
                .flatMap(lines -> Mono.zip(rounds.get(tx, lines.getFirst().roundId()), members.find(enterpriseId, now))
                        .map(known -> like(lines, known.getT1(), round, known.getT2()))));
    }

    private static LikeLast like(List<DemandLine> lines, Round before, Round round, Member member) {
        return new LikeLast(lines.stream().map(line -> LikeLastTime.moved(line, before, round, member)).flatMap(Optional::stream).distinct().toList(),
                before.code());
    }
}
