package org.jucai.platform.catalogue;

import org.jucai.platform.kernel.Refusal;

/** Why the catalogue says no. */
public enum CatalogueRefusal implements Refusal {
    MATERIAL_ALREADY_EXISTS(409),
    MATERIAL_UNKNOWN(422),
    GRADE_ALREADY_EXISTS(409),
    GRADE_NOT_FOUND(404),
    GRADE_UNKNOWN(422),
    LIMIT_GIVEN_TWICE(422),
    LIMIT_CONTRADICTS_ITSELF(422),
    ALIAS_ALREADY_EXISTS(409),
    ALIAS_IS_A_GRADE_CODE(422),
    ALIAS_SAYS_NOTHING(422),
    ALIAS_NEEDS_A_DOUBT(422),
    ALIAS_NOT_FOUND(404),
    PRICE_ALREADY_ENTERED(409),
    PRICE_ENTRY_NOT_FOUND(404),
    PRICE_DATE_IN_FUTURE(422),
    PRICE_RANGE_CONTRADICTS_ITSELF(422),
    CALENDAR_FILE_UNREADABLE(422),
    CALENDAR_DAY_OUTSIDE_YEAR(422),
    CALENDAR_DAY_GIVEN_TWICE(422),
    CALENDAR_EMPTY(422);

    private final int status;

    CatalogueRefusal(int status) {
        this.status = status;
    }

    @Override
    public int status() {
        return status;
    }
}
