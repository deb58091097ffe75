package org.jucai.platform.rounds.disclosure;

import org.jucai.platform.kernel.Kilograms;

/**
 * How far a pool is from a mass, for one member: "at most so much more". Made of what is published and the member's own lines
 * and of nothing else, so it tells nothing that these do not.
 *
 * @param goal the mass to be reached
 * @param atMost zero where it is reached for certain
 */
public record Distance(Kilograms goal, Kilograms atMost) {

    public boolean isReached() {
        return atMost.kg() == 0;
    }

    static Distance to(Kilograms goal, Band band, Kilograms own) {
        return from(sure(band, own), goal);
    }

    /** @param there what is there for certain */
    static Distance from(Kilograms there, Kilograms goal) {
        return new Distance(goal, goal.compareTo(there) <= 0 ? Kilograms.ZERO : goal.minus(there));
    }

    /** What is there for certain: the band's lower edge, or the viewer's own mass if that is more. */
    static Kilograms sure(Band band, Kilograms own) {
        return band.from().compareTo(own) >= 0 ? band.from() : own;
    }
}
