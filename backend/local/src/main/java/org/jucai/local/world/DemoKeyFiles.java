package org.jucai.local.world;

import java.nio.charset.StandardCharsets;
import java.security.SecureRandom;
import org.jucai.platform.bidding.envelope.TrusteeKeyFile;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.trustees.TrusteeBoard;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Gives a trustee of the demo its key file again, under the passphrase that everybody knows. */
@Component
class DemoKeyFiles {

    private final Database database;
    private final TrusteeBoard board;
    private final SecureRandom chance;

    DemoKeyFiles(Database database, TrusteeBoard board, SecureRandom chance) {
        this.database = database;
        this.board = board;
        this.chance = chance;
    }

    /** Refused with not found where the caller's party has no key of the demo; the passphrase's derivation is slow and has its own thread. */
    Mono<String> of(Caller caller) {
        TrusteeSecret secret = DemoKeys.of(caller.actor().partyId());
        return database.read(caller.scope(), tx -> board.list(tx, caller.actor().partyId(), null, 1))
                .filter(page -> page.items().stream().anyMatch(key -> key.card().key().equals(secret.key())))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(_ -> Mono.fromCallable(() -> TrusteeKeyFile.write(secret, Person.PASSWORD.toCharArray(), chance)).subscribeOn(Schedulers.boundedElastic()))
                .map(file -> new String(file, StandardCharsets.UTF_8));
    }
}
