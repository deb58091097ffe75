package org.jucai.platform.membership;

import java.time.Instant;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Answers how large suppliers are: all that was stated to those who may read a supplier's file, what counts in a round to who computes it. */
@Component
public class SizeBoard {

    private final Database database;
    private final SqlSizes sizes;
    private final PartyBoard board;

    SizeBoard(Database database, SqlSizes sizes, PartyBoard board) {
        this.database = database;
        this.sizes = sizes;
        this.board = board;
    }

    /** Newest first. */
    public Mono<Page<SizeStatement>> list(Scope scope, UUID supplierId, @Nullable String cursor, int limit) {
        return board.open(scope, PartyKind.SUPPLIER, supplierId).then(database.read(scope, tx -> sizes.list(tx, supplierId, cursor, limit)));
    }

    /**
     * What these suppliers had stated before this time, with what the association found of it up to now; who stated nothing is left out.
     * To be asked in a transaction that sees every file, a background one.
     */
    public Mono<Map<UUID, CountedSize>> counted(Tx tx, UUID associationId, Set<UUID> suppliers, Instant before) {
        return suppliers.isEmpty() ? Mono.just(Map.of()) : sizes.counted(tx, associationId, suppliers, before);
    }
}
