package org.jucai.platform.rounds.workbook;

import java.util.Optional;

/**
 * What the reader must know of members and grades. Every text it asks with is already folded by {@link Fold#key}: full width
 * and case are gone, so are spaces and dashes; an implementation folds its own keys the same way.
 */
public interface Lookup {

    /** The member with this number, as the association writes it (E019). */
    Optional<Enterprise> enterpriseById(String key);

    /** The member with this unified social credit code. */
    Optional<Enterprise> enterpriseByUscc(String key);

    /** The only member with exactly this name. */
    Optional<Enterprise> enterpriseByName(String key);

    /** The only member whose name is this one apart from brackets, the legal form at its end and the word for city or province. */
    default Optional<Enterprise> enterpriseLikeName(String key) {
        return enterpriseByName(key);
    }

    /** The grade that this code or spelling means, and how surely. */
    Optional<GradeMatch> grade(String key);
}
