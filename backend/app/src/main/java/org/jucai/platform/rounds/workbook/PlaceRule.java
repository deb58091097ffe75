package org.jucai.platform.rounds.workbook;

import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Where the goods go: one of the member's places. */
final class PlaceRule {

    record Place(String name, @Nullable String pointId) {}

    private PlaceRule() {}

    static @Nullable Place decide(Verdict verdict, @Nullable Enterprise enterprise) {
        String said = verdict.row().text(Field.PLACE);
        if (enterprise == null || verdict.isBroken(Field.PLACE)) return null;
        if (said.isEmpty()) return unnamed(verdict, enterprise);
        if (enterprise.points().isEmpty()) return new Place(said, null);
        Optional<DeliveryPoint> point = enterprise.point(said);
        if (point.isPresent()) return of(point.get());
        Optional<DeliveryPoint> only = enterprise.onlyPoint();
        if (only.isPresent()) verdict.confirm(Reason.UNKNOWN_PLACE, Field.PLACE);
        else verdict.ask(Reason.UNKNOWN_PLACE, Field.PLACE);
        return only.map(PlaceRule::of).orElse(null);
    }

    private static @Nullable Place unnamed(Verdict verdict, Enterprise enterprise) {
        Optional<DeliveryPoint> only = enterprise.onlyPoint();
        if (only.isPresent()) verdict.warn(Warning.PLACE_ASSUMED);
        else verdict.ask(Reason.MISSING_FIELD, Field.PLACE);
        return only.map(PlaceRule::of).orElse(null);
    }

    private static Place of(DeliveryPoint point) {
        return new Place(point.name(), point.id());
    }
}
