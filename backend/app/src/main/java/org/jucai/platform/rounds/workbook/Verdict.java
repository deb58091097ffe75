package org.jucai.platform.rounds.workbook;

import java.util.ArrayList;
import java.util.Collections;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Gathers what is wrong with one row. */
final class Verdict {

    private final RawRow row;
    private final Map<Field, String> texts;
    private final List<Fault> faults = new ArrayList<>();
    private final Set<Field> broken = EnumSet.noneOf(Field.class);
    private boolean guess = true;

    Verdict(RawRow row, Map<Field, String> texts) {
        this.row = row;
        this.texts = texts;
    }

    RawRow row() {
        return row;
    }

    void warn(Warning warning) {
        row.warn(warning);
    }

    void reject(Reason reason, Field field) {
        add(reason, true, field);
    }

    /** To be confirmed; the value that was read stands as the guess. */
    void confirm(Reason reason, Field field) {
        add(reason, false, field);
    }

    /** To be confirmed, and nothing sensible can be suggested. */
    void ask(Reason reason, Field field) {
        add(reason, false, field);
        guess = false;
    }

    /** The cell holds an error: rejected once, and not called missing as well. */
    void broken(Field field) {
        broken.add(field);
        add(Reason.CELL_ERROR, true, field);
    }

    boolean isBroken(Field field) {
        return broken.contains(field);
    }

    private void add(Reason reason, boolean rejects, Field field) {
        faults.add(new Fault(reason, rejects, field, row.cellName(field), row.get(field).text()));
    }

    RowPreview on(@Nullable DemandLine line) {
        Set<Warning> warnings = Collections.unmodifiableSet(row.warnings());
        if (faults.stream().anyMatch(Fault::rejects)) return new RowPreview.Rejected(row.at(), row.sent(), row.context(), texts, warnings, List.copyOf(faults), null, null);
        if (!faults.isEmpty()) return new RowPreview.NeedsConfirmation(row.at(), row.sent(), row.context(), texts, warnings, List.copyOf(faults), guess ? line : null, null);
        if (line == null) throw new IllegalStateException("a row without fault has a line: " + row.at());
        return new RowPreview.Accepted(row.at(), row.sent(), row.context(), texts, warnings, line);
    }
}
