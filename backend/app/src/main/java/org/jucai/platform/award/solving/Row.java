package org.jucai.platform.award.solving;

import java.util.ArrayList;
import java.util.List;

/**
 * One inequality of a rule: the sum of its terms is at most its limit.
 *
 * @param name as the certificate calls it
 * @param rule the id of the rule it comes from
 */
record Row(String name, String rule, List<Term> terms, long limit) {

    Row {
        terms = List.copyOf(terms);
    }

    /** What a term counts. */
    enum Of {
        /** Supplier has something. */
        SUPPLIER_USED,
        /** Bid has something. */
        BID_USED,
        BID_KG,
        /** All of a supplier. */
        SUPPLIER_KG,
        LOT_SERVED,
        LOT_KG,
        /** All lots together; has no index. */
        ROUND_KG
    }

    record Term(Of of, int index, long factor) {}

    /** Collects the terms of a row. */
    static final class Builder {
        private final String name;
        private final String rule;
        private final List<Term> terms = new ArrayList<>();

        Builder(String name, String rule) {
            this.name = name;
            this.rule = rule;
        }

        Builder plus(Of of, int index, long factor) {
            terms.add(new Term(of, index, factor));
            return this;
        }

        Row atMost(long limit) {
            return new Row(name, rule, terms, limit);
        }
    }

    /** Does it count the offers of a lot that are used? */
    boolean countsOffers() {
        return !terms.isEmpty() && terms.getFirst().of() == Of.BID_USED;
    }

    boolean countsSuppliers() {
        return !terms.isEmpty() && terms.getFirst().of() == Of.SUPPLIER_USED;
    }

    /** Left minus right: above zero where the rule is broken. */
    long excess(Plan plan) {
        long sum = -limit;
        for (Term term : terms) sum += term.factor() * plan.value(term);
        return sum;
    }
}
