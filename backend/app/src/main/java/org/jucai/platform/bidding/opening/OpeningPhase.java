package org.jucai.platform.bidding.opening;

/** Where the opening of a call's offers stands. */
public enum OpeningPhase {
    /** Trustees release the headers' shares. */
    HEADERS,
    /** The headers are open; trustees release the shares of lots that have enough offers. */
    SECTIONS,
    /** Everything that was to be opened is settled. */
    OPENED,
    /** Too few offers; nothing more is opened. */
    FAILED
}
