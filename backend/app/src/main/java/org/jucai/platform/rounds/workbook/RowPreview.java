package org.jucai.platform.rounds.workbook;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** What became of one row, or of one cell of a matrix. */
public sealed interface RowPreview {

    At at();

    /** The four words a preview is told in. */
    enum Status { ACCEPTED, NEEDS_CONFIRMATION, REJECTED, NOT_DATA }

    Status status();

    /** The codes, without repetition, in the order found. */
    default List<Reason> reasons() {
        return faults().stream().map(Fault::reason).distinct().toList();
    }

    List<Fault> faults();

    /** What stands in the recognised cells, merged and repeated ones resolved, units of the header added where they are not
     * tonnes or yuan, so that {@link DemandWorkbook#again} reads it the same. Empty for rows that are not data. */
    Map<Field, String> texts();

    /** What it was read by that does not stand in it. */
    Context context();

    /** The row as it was sent; of a matrix the cells that this line was read from. */
    List<SentCell> sent();

    Set<Warning> warnings();

    /** The row with one more thing to know; of a row that is not data, the row. */
    default RowPreview with(Warning warning) {
        Set<Warning> more = EnumSet.of(warning);
        more.addAll(warnings());
        return switch (this) {
            case Accepted a -> new Accepted(a.at, a.sent, a.context, a.texts, more, a.line);
            case NeedsConfirmation n -> new NeedsConfirmation(n.at, n.sent, n.context, n.texts, more, n.faults, n.line, n.duplicateOf);
            case Rejected r -> new Rejected(r.at, r.sent, r.context, r.texts, more, r.faults, r.repeated, r.duplicateOf);
            case NotData nothing -> nothing;
        };
    }

    /** The line that is or would be taken in: {@code line} of an accepted row, {@code suggested} of one to confirm. */
    @Nullable DemandLine line();

    /** The accepted row that this one repeats or contradicts. */
    default @Nullable At duplicateOf() {
        return null;
    }

    record Accepted(
            At at, List<SentCell> sent, Context context, Map<Field, String> texts, Set<Warning> warnings, DemandLine line) implements RowPreview {
        @Override public Status status() { return Status.ACCEPTED; }
        @Override public List<Fault> faults() { return List.of(); }
    }

    /** @param line a guess that a person may accept, or null where there is none */
    record NeedsConfirmation(
            At at, List<SentCell> sent, Context context, Map<Field, String> texts, Set<Warning> warnings, List<Fault> faults,
            @Nullable DemandLine line, @Nullable At duplicateOf) implements RowPreview {
        @Override public Status status() { return Status.NEEDS_CONFIRMATION; }
    }

    /** @param repeated the line of a row that is rejected only because {@code duplicateOf} says the same, else null */
    record Rejected(
            At at, List<SentCell> sent, Context context, Map<Field, String> texts, Set<Warning> warnings, List<Fault> faults,
            @Nullable DemandLine repeated, @Nullable At duplicateOf) implements RowPreview {
        @Override public Status status() { return Status.REJECTED; }
        @Override public @Nullable DemandLine line() { return null; }
    }

    /** @param text the first words of the row */
    record NotData(At at, NotDataKind kind, String text, List<SentCell> sent) implements RowPreview {
        @Override public Status status() { return Status.NOT_DATA; }
        @Override public List<Fault> faults() { return List.of(); }
        @Override public Context context() { return Context.NONE; }
        @Override public Map<Field, String> texts() { return Map.of(); }
        @Override public Set<Warning> warnings() { return Set.of(); }
        @Override public @Nullable DemandLine line() { return null; }
    }
}
