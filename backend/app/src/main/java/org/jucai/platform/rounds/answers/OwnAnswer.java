package org.jucai.platform.rounds.answers;

/** A member's own answer to a round. */
public record OwnAnswer(Kind kind, boolean signed) {

    /** Said with lines, with "nothing this time", or not yet. */
    public enum Kind { NONE, LINES, DECLINED }

    static OwnAnswer of(MemberAnswer answer) {
        Kind kind = answer.waiting() + answer.counting() > 0 ? Kind.LINES : answer.declinedAt().isPresent() ? Kind.DECLINED : Kind.NONE;
        return new OwnAnswer(kind, answer.signedAt().isPresent());
    }
}
