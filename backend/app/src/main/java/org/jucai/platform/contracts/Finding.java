package org.jucai.platform.contracts;

import java.util.List;
import java.util.Map;

/**
 * A clause that no contract is sent or amended with.
 *
 * @param clause which rule it breaks
 * @param where a JSON pointer into the contract's text
 * @param facts for the words: what was found, which limit
 */
public record Finding(Clause clause, String where, Map<String, Object> facts) {

    /** Rules about clauses, each with its source in the note on contracts. */
    public enum Clause {
        PAY_WHEN_PAID, PAYMENT_TOO_LATE, LATE_INTEREST_MISSING, CLOSED_LOOP, COMMON_CONTROLLER, FEE_GROWS, APPROVAL_MISSING, FORMULA_OF_OTHER_PRICES
    }

    public Finding {
        facts = Map.copyOf(facts);
    }

    static List<String> names(List<Finding> findings) {
        return findings.stream().map(finding -> finding.clause().name()).distinct().toList();
    }
}
