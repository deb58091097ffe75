package org.jucai.platform.catalogue;

import java.util.UUID;

/** What happened to the catalogue. */
sealed interface CatalogueEvent {

    record MaterialAdded(Material material) implements CatalogueEvent {}

    record GradeAdded(Grade grade) implements CatalogueEvent {}

    record GradeRevised(Grade grade) implements CatalogueEvent {}

    record GradeAliasAdded(GradeAlias alias) implements CatalogueEvent {}

    record GradeAliasRevised(GradeAlias alias) implements CatalogueEvent {}

    record PriceEntered(PriceEntry entry) implements CatalogueEvent {}

    record PriceCorrected(PriceEntry entry) implements CatalogueEvent {}

    record CalendarImported(YearCalendar calendar) implements CatalogueEvent {}

    /** What it happened to. */
    default UUID id() {
        return switch (this) {
            case MaterialAdded(var material) -> material.id();
            case GradeAdded(var grade) -> grade.id();
            case GradeRevised(var grade) -> grade.id();
            case GradeAliasAdded(var alias) -> alias.id();
            case GradeAliasRevised(var alias) -> alias.id();
            case PriceEntered(var entry) -> entry.id();
            case PriceCorrected(var entry) -> entry.id();
            case CalendarImported(var calendar) -> calendar.id();
        };
    }

    /** Its version after the event. */
    default long version() {
        return switch (this) {
            case MaterialAdded _ -> 1;
            case GradeAdded(var grade) -> grade.version();
            case GradeRevised(var grade) -> grade.version();
            case GradeAliasAdded(var alias) -> alias.version();
            case GradeAliasRevised(var alias) -> alias.version();
            case PriceEntered(var entry) -> entry.version();
            case PriceCorrected(var entry) -> entry.version();
            case CalendarImported(var calendar) -> calendar.version();
        };
    }
}
