package org.jucai.platform.rounds.imports;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about imports, as far as the transaction's parties may know: each party sees its own. */
@Service
public class ImportBoard {

    private final RoundBoard rounds;
    private final SqlImports imports;
    private final SqlImportRows rows;

    ImportBoard(RoundBoard rounds, SqlImports imports, SqlImportRows rows) {
        this.rounds = rounds;
        this.imports = imports;
        this.rows = rows;
    }

    /** An import, its sums and a page of its rows. */
    public record Shown(DemandImport demandImport, ImportCounts counts, Page<ImportedRow> rows) {}

    /** Which rows are wanted. */
    public record Wanted(Optional<RowPreview.Status> status, @Nullable String cursor, int limit) {}

    public Mono<Shown> show(Tx tx, UUID id, Wanted wanted) {
        return imports.find(tx, id)
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(one -> one.status() == DemandImport.Status.READING || one.status() == DemandImport.Status.REFUSED
                        ? Mono.just(new Shown(one, ImportCounts.NONE, new Page<>(List.of(), null)))
                        : Mono.zip(rows.counts(tx, id), rows.page(tx, id, wanted.status(), after(wanted.cursor()), wanted.limit()))
                                .map(read -> new Shown(one, read.getT1(), read.getT2())));
    }

    /** The workbooks that these parties uploaded into a round, newest first. */
    public Mono<Page<DemandImport>> list(Tx tx, UUID roundId, @Nullable String cursor, int limit) {
        return rounds.get(tx, roundId).then(Mono.defer(() -> imports.list(tx, roundId, before(cursor), limit)));
    }

    private static @Nullable UUID before(@Nullable String cursor) {
        if (cursor == null) return null;
        try {
            return UUID.fromString(cursor);
        } catch (IllegalArgumentException unreadable) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }

    private static int after(@Nullable String cursor) {
        if (cursor == null) return -1;
        if (!cursor.matches("[0-9]{1,9}")) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        return Integer.parseInt(cursor);
    }
}
