package org.jucai.platform.bidding.envelope;

import java.util.List;
import java.util.Map;
import java.util.Set;

/** What became of a section after some trustees released their shares. The table of all cases is in {@code backend/docs/notes/envelope.md}. */
public sealed interface Outcome {

    /**
     * It is open, was the same for all three trustees, and is what was sealed.
     *
     * @param content the offer's JSON
     * @param plaintext content and witness as they were sealed, without padding: whoever has it can check all of this again
     * @param wrong trustees that lied all the same
     */
    record Opened(Map<String, Object> content, Bytes plaintext, List<WrongShare> wrong) implements Outcome {
        public Opened {
            content = Map.copyOf(content);
            wrong = List.copyOf(wrong);
        }
    }

    /** Its writer is to blame; the section counts as not offered. Trustees are named where the witness shows a lie of theirs too. */
    record TwoFaced(Deceit deceit, List<WrongShare> wrong) implements Outcome {
        public TwoFaced {
            wrong = List.copyOf(wrong);
        }
    }

    /**
     * Fewer than two shares fit their commitments.
     *
     * @param missing trustees that have not released
     * @param disputed trustees whose share does not fit; whether they or the writer are to blame is not known yet
     */
    record NotOpenableYet(Set<Integer> missing, Set<Integer> disputed) implements Outcome {
        public NotOpenableYet {
            missing = Set.copyOf(missing);
            disputed = Set.copyOf(disputed);
        }

        /** All have released and no two fit: only the writer's own record can show who lied. */
        public boolean needsTheWriter() {
            return missing.isEmpty();
        }
    }
}
