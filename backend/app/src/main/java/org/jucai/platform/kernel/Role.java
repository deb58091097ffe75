package org.jucai.platform.kernel;

/** What a person may do for their party. The specification's {@code x-allowed} uses these names. */
public enum Role {
    /** Named staff of an association, employed by no member: runs rounds, sees lines; each reading is logged. */
    SECRETARIAT,
    /** Admits people to the association and changes its settings. */
    ASSOCIATION_ADMIN,
    /** Places demand for an enterprise. */
    MEMBER_BUYER,
    /** Invites people of an enterprise and keeps its data. */
    MEMBER_ADMIN,
    /** Offers for lots. */
    SUPPLIER_SELLER,
    /** Invites people of a supplier and keeps its data. */
    SUPPLIER_ADMIN,
    FINANCE_OFFICER,
    BANK_CREDIT_OFFICER,
    BANK_RISK_OFFICER,
    WAREHOUSE_KEEPER,
    LABORATORY_TECHNICIAN,
    SUPERVISOR,
    REGULATOR,
    AUDITOR,
    /** Keeps the installation: catalogue, calendars, parties that no association admits. Sees no line. */
    PLATFORM_ADMIN
}
