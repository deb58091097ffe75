package org.jucai.platform.rounds.imports;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What came of one row when it was confirmed. */
record Entered(int ordinal, ImportedRow.Outcome outcome, @Nullable UUID lineId, @Nullable String refusal, Map<String, Object> facts) {

    /** How many rows came to what. */
    record Sum(int created, int refused, int alreadyThere) {

        static final Sum NONE = new Sum(0, 0, 0);

        static Sum of(List<Entered> entered) {
            return new Sum(count(entered, ImportedRow.Outcome.CREATED), count(entered, ImportedRow.Outcome.REFUSED),
                    count(entered, ImportedRow.Outcome.ALREADY_THERE));
        }

        private static int count(List<Entered> entered, ImportedRow.Outcome outcome) {
            return (int) entered.stream().filter(one -> one.outcome() == outcome).count();
        }
    }
}
