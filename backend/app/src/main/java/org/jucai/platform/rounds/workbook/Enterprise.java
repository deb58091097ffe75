package org.jucai.platform.rounds.workbook;

import java.util.List;
import java.util.Optional;

/**
 * A member as the reader knows it.
 *
 * @param id the number members are listed under in workbooks (E019)
 * @param points where its goods may be delivered; empty means they are not known and no place is doubted
 */
public record Enterprise(String id, String uscc, String name, List<DeliveryPoint> points) {

    public Enterprise {
        points = List.copyOf(points);
    }

    Optional<DeliveryPoint> point(String place) {
        String key = Fold.key(place);
        return points.stream().filter(p -> Fold.key(p.name()).equals(key) || Fold.key(p.id()).equals(key)).findFirst();
    }

    Optional<DeliveryPoint> onlyPoint() {
        return points.size() == 1 ? Optional.of(points.getFirst()) : Optional.empty();
    }
}
