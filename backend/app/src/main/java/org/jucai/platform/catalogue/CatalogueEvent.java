package org.jucai.platform.catalogue;

/** What happened to the catalogue. */
public sealed interface CatalogueEvent {

    record MaterialAdded(Material material) implements CatalogueEvent {}

    record GradeAdded(Grade grade) implements CatalogueEvent {}

    record GradeRevised(Grade grade) implements CatalogueEvent {}

    record GradeAliasAdded(GradeAlias alias) implements CatalogueEvent {}

    record GradeAliasRevised(GradeAlias alias) implements CatalogueEvent {}

    record PriceEntered(PriceEntry entry) implements CatalogueEvent {}

    record PriceCorrected(PriceEntry entry) implements CatalogueEvent {}

    record CalendarImported(YearCalendar calendar) implements CatalogueEvent {}
}
