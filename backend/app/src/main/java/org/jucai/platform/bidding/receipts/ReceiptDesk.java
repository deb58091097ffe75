package org.jucai.platform.bidding.receipts;

import java.security.SecureRandom;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import org.bouncycastle.math.ec.rfc8032.Ed25519;
import org.jucai.platform.bidding.envelope.Bytes;
import org.jucai.platform.bidding.envelope.Envelope;
import org.jucai.platform.bidding.envelope.Receipt;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Sealing;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Signs receipts with the server's key, which is made when first needed and kept sealed with the installation's key. */
@Service
public class ReceiptDesk {

    private static final Duration FOR_EVER = Duration.ofMillis(Long.MAX_VALUE);

    private final Database database;
    private final SqlReceiptKeys shelf;
    private final Sealing sealing;
    private final SecureRandom chance;
    private final Clock clock;
    private final Mono<Bytes> seed;

    ReceiptDesk(Database database, SqlReceiptKeys shelf, Sealing sealing, SecureRandom chance, Clock clock) {
        this.database = database;
        this.shelf = shelf;
        this.sealing = sealing;
        this.chance = chance;
        this.clock = clock;
        // A failure is not kept: the next who asks tries again.
        this.seed = Mono.defer(this::load).cache(_ -> FOR_EVER, _ -> Duration.ZERO, () -> Duration.ZERO);
    }

    /** What signs a receipt; asked for before the transaction that it is written in, so that no second connection is needed within. */
    public Mono<Signer> signer() {
        return seed.map(Signer::new);
    }

    /** The server's hand. */
    public static final class Signer {

        private final Bytes seed;

        private Signer(Bytes seed) {
            this.seed = seed;
        }

        public Receipt sign(Envelope envelope, Receipt.Entry entry) {
            return Receipt.sign(envelope, entry, seed);
        }
    }

    /** All keys that receipts were ever signed with, newest first. */
    public Mono<List<ReceiptKey>> keys(Tx tx) {
        return shelf.list(tx);
    }

    private Mono<Bytes> load() {
        return database.write(Scope.background(), tx -> shelf.current(tx).switchIfEmpty(Mono.defer(() -> make(tx))))
                .map(sealing::open).map(Bytes::ofText);
    }

    private Mono<String> make(Tx tx) {
        byte[] fresh = new byte[Ed25519.SECRET_KEY_SIZE];
        chance.nextBytes(fresh);
        byte[] key = new byte[Ed25519.PUBLIC_KEY_SIZE];
        Ed25519.generatePublicKey(fresh, 0, key, 0);
        return shelf.add(tx, Bytes.of(key).text(), sealing.seal(Bytes.of(fresh).text()), clock.instant()).then(Mono.defer(() -> shelf.current(tx)));
    }
}
