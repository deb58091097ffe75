package org.jucai.platform.rounds.workbook;

/** What a column of a demand table may mean. */
public enum Field {
    ENTERPRISE_ID, USCC, ENTERPRISE_NAME, GRADE, SUBSTITUTES, MINIMUM, TARGET, MAXIMUM, UNIT, PRICE_CAP,
    PLACE, FROM, TO, WINDOW, PAYMENT, REMARK;

    boolean isMass() {
        return this == MINIMUM || this == TARGET || this == MAXIMUM;
    }

    boolean isEnterprise() {
        return this == ENTERPRISE_ID || this == USCC || this == ENTERPRISE_NAME;
    }

    boolean isDate() {
        return this == FROM || this == TO || this == WINDOW;
    }
}
