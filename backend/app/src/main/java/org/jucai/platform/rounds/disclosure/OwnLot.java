package org.jucai.platform.rounds.disclosure;

import java.util.Optional;
import org.jucai.platform.kernel.Kilograms;

/**
 * How far a lot is, for a member with lines in it: "at most so much more". Made of the member's own lines and of whether the lot
 * stands, which its members are told when it is frozen because they must act on it; of nothing that others' lines make.
 *
 * <p>Why no band, even of a large lot. A lot is no cell of the published hierarchy: it cuts across cells, for lines come to it
 * from several first choices and windows. A band of a lot less an exact cell, or of the same lot before and after a gap was
 * filled, would leave a few members' mass between two edges, however many members the lot itself has.
 *
 * @param toNextStep empty beyond the last usual volume step
 */
public record OwnLot(Distance toViable, Optional<Distance> toNextStep) {

    /**
     * @param own the member's mass in the lot
     * @param stands whether the lot was frozen, so that it is viable for certain
     */
    public static OwnLot of(Kilograms own, Kilograms viable, boolean stands) {
        Kilograms there = stands && viable.compareTo(own) > 0 ? viable : own;
        return new OwnLot(Distance.from(there, viable), PoolDisclosure.nextVolumeStep(there).map(step -> Distance.from(there, step)));
    }
}
