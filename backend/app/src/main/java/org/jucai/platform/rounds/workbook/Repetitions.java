package org.jucai.platform.rounds.workbook;

import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Tells repetitions: a row is compared with the accepted rows above it, in all sheets. */
final class Repetitions {

    private record First(At at, DemandLine line) {}

    private final Map<DemandLine.Key, First> accepted = new HashMap<>();

    RowPreview told(RowPreview row) {
        if (!(row instanceof RowPreview.Accepted one)) return row;
        First first = accepted.putIfAbsent(one.line().key(), new First(one.at(), one.line()));
        if (first == null) return row;
        if (first.line().saysTheSameAs(one.line()))
            return new RowPreview.Rejected(one.at(), one.sent(), one.context(), one.texts(), one.warnings(), fault(Reason.DUPLICATE, true), one.line(), first.at());
        return new RowPreview.NeedsConfirmation(
                one.at(), one.sent(), one.context(), one.texts(), one.warnings(), fault(Reason.DUPLICATE_CONFLICT, false), one.line(), first.at());
    }

    private static List<Fault> fault(Reason reason, boolean rejects) {
        return List.of(new Fault(reason, rejects, null, null, ""));
    }

    /** The row as it was before it was found to repeat another. */
    static RowPreview forgotten(RowPreview row) {
        return switch (row) {
            case RowPreview.Rejected r when r.repeated() != null -> new RowPreview.Accepted(r.at(), r.sent(), r.context(), r.texts(), r.warnings(), r.repeated());
            case RowPreview.NeedsConfirmation n when n.line() != null && n.reasons().equals(List.of(Reason.DUPLICATE_CONFLICT)) ->
                    new RowPreview.Accepted(n.at(), n.sent(), n.context(), n.texts(), n.warnings(), n.line());
            case RowPreview.Accepted _, RowPreview.Rejected _, RowPreview.NeedsConfirmation _, RowPreview.NotData _ -> row;
        };
    }
}
