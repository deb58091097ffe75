package org.jucai.platform.contracts.custody;

import java.util.UUID;

/** Where goods are. @param keeperId the party that has them in its hands */
public record Place(Kind kind, UUID keeperId) {

    /** What kind of place it is. */
    public enum Kind {
        /** Weighed and still on the truck, at the keeper's gate. */
        TRUCK,
        /** In a member's own yard. */
        MEMBER,
        /** In a supervised store 监管仓. */
        STORE,
        /** Returned: with the supplier again. */
        SUPPLIER
    }
}
