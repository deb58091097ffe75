package org.jucai.platform.rounds.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Fault;
import org.jucai.platform.rounds.workbook.Field;
import org.jucai.platform.rounds.workbook.NotDataKind;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.SentCell;
import org.jucai.platform.rounds.workbook.Warning;

/** A row as it is written down: one shape for all four kinds. */
record KeptRow(
        RowPreview.Status status, At at, List<SentCell> sent, Map<Field, String> texts, Set<Warning> warnings, List<Fault> faults,
        @Nullable DemandLine line, @Nullable At duplicateOf, @Nullable NotDataKind kind, String text, boolean fixed) {

    /** @param sent absent in rows that were written down before the sheet was kept as it was sent */
    @SuppressWarnings("NullAway") // what was written down before names no cells
    KeptRow {
        sent = sent == null ? List.of() : sent;
    }

    static KeptRow of(RowPreview row, boolean fixed) {
        return switch (row) {
            case RowPreview.NotData(At at, NotDataKind kind, String text, List<SentCell> sent) ->
                    new KeptRow(row.status(), at, sent, Map.of(), Set.of(), List.of(), null, null, kind, text, fixed);
            case RowPreview.Accepted _, RowPreview.NeedsConfirmation _, RowPreview.Rejected _ ->
                    new KeptRow(row.status(), row.at(), row.sent(), row.texts(), row.warnings(), row.faults(), candidate(row), row.duplicateOf(), null, "", fixed);
        };
    }

    /** The line a row stands for when it is told from its repetitions, or null. */
    static @Nullable DemandLine candidate(RowPreview row) {
        return row instanceof RowPreview.Rejected rejected ? rejected.repeated() : row.line();
    }

    RowPreview row() {
        return switch (status) {
            case ACCEPTED -> {
                if (line == null) throw new IllegalStateException("an accepted row without a line: " + at);
                yield new RowPreview.Accepted(at, sent, texts, warnings, line);
            }
            case NEEDS_CONFIRMATION -> new RowPreview.NeedsConfirmation(at, sent, texts, warnings, faults, line, duplicateOf);
            case REJECTED -> new RowPreview.Rejected(at, sent, texts, warnings, faults, line, duplicateOf);
            case NOT_DATA -> new RowPreview.NotData(at, kind == null ? NotDataKind.NOTE : kind, text, sent);
        };
    }
}
