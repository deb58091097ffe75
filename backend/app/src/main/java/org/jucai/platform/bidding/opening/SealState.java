package org.jucai.platform.bidding.opening;

/** What became of a sealed header or section. */
public enum SealState {
    /** Fewer than two trustees have released. */
    WAITING,
    /** Trustees' words do not fit it; a third trustee's, or the writer's record, shows who is wrong. */
    DISPUTED,
    OPENED,
    /** It is open, and what it holds is no offer that can be taken as it stands. */
    UNREADABLE,
    /** Its writer sealed different things to different trustees, or what nobody can open. */
    TWO_FACED,
    /** Disputed to the end, and left so with a reason. */
    LEFT_SHUT,
    /** What is kept is not what the receipt was given for: the keeper is at fault. */
    NOT_AS_RECEIPTED,
    /** Its lot, or one that it is bundled with, has too few offers; its shares are never asked for. */
    UNOPENED;

    boolean isSettled() {
        return this != WAITING && this != DISPUTED;
    }
}
