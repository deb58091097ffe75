package org.jucai.platform.contracts.custody;

import java.util.List;
import java.util.UUID;
import org.jucai.platform.kernel.Kilograms;

/**
 * What happened: these parcels ended, those stand instead.
 *
 * @param ended empty only where goods entered
 */
public record Moved(Kind kind, List<UUID> ended, List<Parcel> made) {

    /** What kind of move it was. */
    public enum Kind { ENTERED, UNLOADED, PASSED, RELEASED, RETURNED, PLEDGED, PARTED, JOINED }

    public Moved {
        ended = List.copyOf(ended);
        made = List.copyOf(made);
    }

    /** What it made, together. */
    public Kilograms mass() {
        return made.stream().map(Parcel::mass).reduce(Kilograms.ZERO, Kilograms::plus);
    }
}
