package org.jucai.platform.notifications;

/** Which parties an event concerns; nobody else may know of it by a notice. */
enum Whom {
    /** Those who read it in a history. */
    READERS,
    /** Of those, all but the party that did it. */
    OTHERS,
    /** Only the party that did it. */
    ITSELF,
    /** The association whose round it is. */
    OWNER,
    /** Enterprises with demand in the round, and its association. */
    PARTAKERS,
    /** Whomever the association has listed, enterprises and suppliers, and itself: what is public. */
    LISTED,
    /** Those that the event itself names. */
    NAMED
}
