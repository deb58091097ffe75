package org.jucai.platform.notifications.wecom;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Sealing;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Messages to 企业微信: queued in the transaction that notes them as told, posted afterwards by the installation's gate. */
@Component
public class WeComMessages {

    private static final int DIGEST_BYTES = 8;

    private final SqlWeCom outbox;
    private final Database database;
    private final Sealing sealing;
    private final Ids ids;

    WeComMessages(SqlWeCom outbox, Database database, Sealing sealing, Ids ids) {
        this.sealing = sealing;
        this.outbox = outbox;
        this.database = database;
        this.ids = ids;
    }

    /** @param robotSealed the robot's key, sealed; {@code goodFor}: afterwards it is not worth sending */
    public record Telling(UUID personId, String robotSealed, String text, Duration goodFor) {}

    /** A message in the outbox; {@code text} is empty once sent, given up or no longer good. */
    public record Waiting(UUID id, UUID personId, String text, Instant queuedAt, @Nullable Instant sentAt, @Nullable String lastError) {}

    public Mono<Void> queue(Tx tx, Telling telling, Instant at) {
        return outbox.add(tx, ids.next(), digest(sealing.open(telling.robotSealed())), telling, at);
    }

    /** Tells one robot from another and nothing of its key, which is too long to be guessed. */
    static String digest(String key) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(key.getBytes(StandardCharsets.UTF_8)), 0, DIGEST_BYTES);
        } catch (NoSuchAlgorithmException everyJavaHasIt) {
            throw new IllegalStateException(everyJavaHasIt);
        }
    }

    /** The latest messages with what they say; for the demo's outbox page only. */
    public Mono<Page<Waiting>> latest(@Nullable UUID before, int limit) {
        return database.read(Scope.background(), tx -> outbox.latest(tx, before, limit + 1)).map(rows -> Page.cut(rows, limit, message -> message.id().toString()));
    }
}
