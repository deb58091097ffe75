package org.jucai.platform.bidding.trustees;

import java.util.List;
import java.util.Optional;
import org.jucai.platform.membership.PartyName;

/**
 * Who keeps a round's offers shut, and who else could.
 *
 * @param complete three keys are in force and may stand together: the round can be tendered
 * @param trustees by their number; before the round is tendered there may be fewer than three
 * @param others who may be a trustee and is none of them, by kind and code
 * @param mayName the caller may name others now
 */
public record RoundTrustees(State state, boolean complete, List<Keeper> trustees, List<Keeper> others, boolean mayName) {

    public RoundTrustees {
        trustees = List.copyOf(trustees);
        others = List.copyOf(others);
    }

    /** The usual three, those whom the association named, or those to whom offers are sealed, which change no more. */
    public enum State { USUAL, NAMED, SEALED }

    /** A party that may be a trustee. @param key in force, or the one that offers are sealed to */
    public record Keeper(PartyName party, Optional<RegisteredKey> key) {

        /** On the buyers' side, where at most one of the three stands. */
        public boolean buys() {
            return TrusteeRules.buys(party.kind());
        }
    }
}
