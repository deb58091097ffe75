package org.jucai.platform.bidding.envelope;

/** How an envelope is two-faced: its writer sealed different things to different trustees, or what no two of them can open. */
public enum Deceit {
    /** Shares as committed that lie at the same place, or at the secret's own. */
    SHARES_DO_NOT_COMBINE,
    /** Two shares as committed give another key than the one committed to. */
    KEY_NOT_AS_COMMITTED,
    /** The key is as committed and does not open the section. */
    CONTENT_DOES_NOT_OPEN,
    /** The section opens and holds no witness of its sealing. */
    NO_WITNESS,
    /** The witness's shares do not all lie on one line through the key. */
    WITNESS_NOT_ON_LINE,
    /** Sealed again as the witness says, a share or its commitment is not what the envelope holds. */
    SHARE_NOT_AS_WITNESSED
}
