package org.jucai.platform.rounds.imports;

import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.rounds.workbook.RowPreview;

/**
 * A row of an import.
 *
 * @param ordinal its place in the file, from 0
 * @param fixed a person corrected it; {@code row} is as it was judged then
 * @param lineId the line made of it
 * @param refusal why the round refused it when it was confirmed
 */
public record ImportedRow(
        int ordinal, RowPreview row, boolean counted, RowChoice decision, boolean fixed, Optional<Outcome> outcome,
        Optional<UUID> lineId, Optional<String> refusal, Map<String, Object> refusalFacts) {

    /** What became of a row when it was confirmed. */
    public enum Outcome { CREATED, ALREADY_THERE, REFUSED }

    ImportedRow judged(RowPreview judged) {
        return new ImportedRow(ordinal, judged, counted, decision, fixed, outcome, lineId, refusal, refusalFacts);
    }

    ImportedRow corrected(RowPreview judged) {
        return new ImportedRow(ordinal, judged, counted, decision, true, outcome, lineId, refusal, refusalFacts);
    }

    ImportedRow decided(RowChoice choice) {
        return new ImportedRow(ordinal, row, counted, choice, fixed, outcome, lineId, refusal, refusalFacts);
    }
}
