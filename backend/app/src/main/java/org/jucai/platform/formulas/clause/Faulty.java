package org.jucai.platform.formulas.clause;

import java.util.ArrayList;
import java.util.List;

/**
 * A fault and where it is.
 *
 * @param where JSON pointer into the document (RFC 6901)
 */
public record Faulty(FormulaFault fault, String where) {

    /** Where a reader puts down what it finds; each place once, by what was found first. */
    static final class Findings {

        private final List<Faulty> found = new ArrayList<>();

        /** The first so many are enough to go on with. */
        private static final int MOST = 200;

        boolean add(boolean wrong, FormulaFault fault, String where) {
            if (wrong && found.size() < MOST && found.stream().noneMatch(one -> one.where().equals(where))) found.add(new Faulty(fault, where));
            return wrong;
        }

        boolean isEmpty() {
            return found.isEmpty();
        }

        /** Whether nothing was found there or below. */
        boolean isClean(String place) {
            return found.stream().noneMatch(one -> one.where().startsWith(place + "/"));
        }

        List<Faulty> all() {
            return List.copyOf(found);
        }
    }
}
