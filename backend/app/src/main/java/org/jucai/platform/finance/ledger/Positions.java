package org.jucai.platform.finance.ledger;

import java.security.SecureRandom;
import org.jucai.platform.journal.Cursors;
import org.jucai.platform.journal.Feed;
import org.jucai.platform.journal.Position;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** States of knowledge as clients see them: sealed, and void once the database was restored. */
@Service
public class Positions {

    private final SqlKnowledge shelf;
    private final Feed feed;
    private final SecureRandom random;

    Positions(SqlKnowledge shelf, Feed feed, SecureRandom random) {
        this.shelf = shelf;
        this.feed = feed;
        this.random = random;
    }

    /** What is known now: every transaction before it has ended, so it means the same for ever. */
    public Mono<String> now(Tx tx) {
        return Mono.zip(shelf.known(tx), feed.epoch(tx)).map(found -> new Cursors(found.getT2(), random).seal(new Position(found.getT1(), 0)));
    }

    /** Refused where it is none of this database's. */
    public Mono<AsOf.Journal> open(Tx tx, String position) {
        return feed.epoch(tx).map(epoch -> new Cursors(epoch, random).open(position).map(found -> new AsOf.Journal(found.tx()))
                .orElseThrow(() -> new RefusedException(CommonRefusal.BAD_REQUEST)));
    }
}
