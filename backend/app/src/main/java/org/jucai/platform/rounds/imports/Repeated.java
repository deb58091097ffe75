package org.jucai.platform.rounds.imports;

import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Warning;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Tells of rows that an earlier import made lines of: confirming them adds nothing. */
@Component
class Repeated {

    private final SqlMadeLines made;

    Repeated(SqlMadeLines made) {
        this.made = made;
    }

    /** The rows, those with a warning that are lines already. */
    Mono<List<ImportedRow>> marked(Tx tx, UUID roundId, List<ImportedRow> rows) {
        Map<Integer, String> keys = new HashMap<>();
        rows.forEach(row -> {
            DemandLine line = row.row().line();
            if (line != null) keys.put(row.ordinal(), Asked.digest(line));
        });
        return made.known(tx, roundId, keys.values()).map(known -> known.isEmpty() ? rows : rows.stream()
                .map(row -> known.contains(keys.getOrDefault(row.ordinal(), "")) ? row.judged(row.row().with(Warning.ALREADY_ENTERED)) : row)
                .toList());
    }
}
