package org.jucai.platform.rounds.imports;

import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.rounds.workbook.At;
import org.jucai.platform.rounds.workbook.Context;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.Fault;
import org.jucai.platform.rounds.workbook.Field;
import org.jucai.platform.rounds.workbook.NotDataKind;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.jucai.platform.rounds.workbook.SentCell;
import org.jucai.platform.rounds.workbook.Warning;

/** A row as it is written down: one shape for all four kinds. */
record KeptRow(
        RowPreview.Status status, At at, List<SentCell> sent, Context context, Map<Field, String> texts, Set<Warning> warnings, List<Fault> faults,
        @Nullable DemandLine line, @Nullable At duplicateOf, @Nullable NotDataKind kind, String text, boolean fixed) {

    /** {@code sent} and {@code context} are absent in rows that were written down before they were kept */
    @SuppressWarnings("NullAway") // what was written down before names no cells
    KeptRow {
        sent = sent == null ? List.of() : sent;
        context = context == null ? Context.NONE : context;
    }

    static KeptRow of(RowPreview row, boolean fixed) {
        return switch (row) {
            case RowPreview.NotData(At at, NotDataKind kind, String text, List<SentCell> sent) ->
                    new KeptRow(row.status(), at, sent, Context.NONE, Map.of(), Set.of(), List.of(), null, null, kind, text, fixed);
            case RowPreview.Accepted _, RowPreview.NeedsConfirmation _, RowPreview.Rejected _ ->
                    new KeptRow(row.status(), row.at(), row.sent(), row.context(), row.texts(), row.warnings(), row.faults(), candidate(row),
                            row.duplicateOf(), null, "", fixed);
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
                yield new RowPreview.Accepted(at, sent, context, texts, warnings, line);
            }
            case NEEDS_CONFIRMATION -> new RowPreview.NeedsConfirmation(at, sent, context, texts, warnings, faults, line, duplicateOf);
            case REJECTED -> new RowPreview.Rejected(at, sent, context, texts, warnings, faults, line, duplicateOf);
            case NOT_DATA -> new RowPreview.NotData(at, kind == null ? NotDataKind.NOTE : kind, text, sent);
        };
    }
}
