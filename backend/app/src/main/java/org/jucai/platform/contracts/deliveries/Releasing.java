package org.jucai.platform.contracts.deliveries;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.custody.Holding;
import org.jucai.platform.contracts.custody.Parcel;
import org.jucai.platform.contracts.custody.Place;
import org.jucai.platform.kernel.Kilograms;

/** What of a delivery is still held for its member, and which parcels a release takes: free ones first, the largest first. Pure. */
record Releasing(List<Parcel> held) {

    static Releasing of(Holding holding, UUID member) {
        return new Releasing(holding.parcels().values().stream().filter(parcel -> !isOwn(parcel, member))
                .sorted(Comparator.comparing((Parcel parcel) -> parcel.standing().pledgeeId().isPresent())
                        .thenComparing(Parcel::mass, Comparator.reverseOrder()).thenComparing(Parcel::id))
                .toList());
    }

    private static boolean isOwn(Parcel parcel, UUID member) {
        return parcel.standing().place().kind() == Place.Kind.MEMBER && parcel.standing().ownerId().equals(member);
    }

    /** What is taken. @param parted of which only a part is */
    record Taken(List<Parcel> whole, Optional<Part> parted) {}

    /** @param rest what stays */
    record Part(UUID parcelId, Kilograms mass, Kilograms rest) {}

    Kilograms mass() {
        return held.stream().map(Parcel::mass).reduce(Kilograms.ZERO, Kilograms::plus);
    }

    /** @param mass no more than is held */
    Taken taking(Kilograms mass) {
        List<Parcel> whole = new ArrayList<>();
        Kilograms left = mass;
        for (Parcel parcel : held) {
            if (left.kg() == 0) break;
            if (parcel.mass().compareTo(left) > 0) return new Taken(whole, Optional.of(new Part(parcel.id(), left, parcel.mass().minus(left))));
            whole.add(parcel);
            left = left.minus(parcel.mass());
        }
        return new Taken(whole, Optional.empty());
    }
}
