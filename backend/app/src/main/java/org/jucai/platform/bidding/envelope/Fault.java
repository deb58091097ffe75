package org.jucai.platform.bidding.envelope;

/** Why something that was handed in is not taken. Each is a fact about the document, never about what it hides. */
public enum Fault {
    /** Larger than anything honest of its kind. */
    TOO_LARGE,
    /** Not JSON, cut off, nested too deep, not UTF-8, or with numbers other than whole ones within 2^53. */
    NOT_JSON,
    /** An object names a member twice (RFC 7493 section 2.3). */
    DUPLICATE_MEMBER,
    MEMBER_MISSING,
    MEMBER_UNKNOWN,
    /** Another type, or outside its bounds. */
    MEMBER_WRONG,
    /** Not base64url without padding, or not written the only way it can be. */
    NOT_BASE64URL,
    UNKNOWN_FORMAT,
    UNKNOWN_SUITE,
    OTHER_ROUND,
    OTHER_SUPPLIER,
    /** Not the version that was expected. */
    OTHER_VERSION,
    /** Sealed to keys that are not the round's, for instance to keys of an earlier round. */
    OTHER_TRUSTEES,
    /** The same key stands for two trustees, or two are called the same. */
    TRUSTEES_NOT_DISTINCT,
    /** A key that gives everybody the same secret (RFC 7748 section 6.1), or under which anything is signed. */
    WEAK_KEY,
    /** The number of sections or the length of one is not a class, or not the round's. */
    OTHER_SHAPE,
    /** Two sections, or two shares, are the same or reuse a key. */
    DUPLICATE_SECTION,
    /** What is to be sealed does not fit its class. */
    DOES_NOT_FIT,
    /** A release or a receipt for another envelope. */
    OTHER_ENVELOPE,
    /** A section that the envelope does not have. */
    NO_SUCH_SECTION,
    SIGNATURE_WRONG,
    /** Signed with a key that is not the expected one. */
    OTHER_SIGNER,
    /** A passphrase that is too short, or a key file whose passphrase could be tried too fast. */
    PASSPHRASE_TOO_WEAK,
    /** The passphrase is wrong or the file was changed; which of the two nobody can tell. */
    KEY_FILE_LOCKED,
    /** An answer that does not show the key. */
    KEY_NOT_SHOWN
}
