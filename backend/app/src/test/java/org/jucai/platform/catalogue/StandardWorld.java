package org.jucai.platform.catalogue;

import java.time.Instant;
import java.util.List;
import java.util.UUID;

/** The catalogue as the product lays it, without a database. */
final class StandardWorld {

    private StandardWorld() {}

    static Catalogue catalogue() {
        Catalogue here = new Catalogue(List.of(), List.of(), List.of(), List.of());
        long next = 1;
        for (CatalogueCommand command : StandardFiles.read().missingFrom(here)) {
            here = here.after(decided(command, here, new UUID(0, next++)));
        }
        return here;
    }

    private static CatalogueEvent decided(CatalogueCommand command, Catalogue here, UUID id) {
        return switch (command) {
            case CatalogueCommand.AddMaterial asked -> CatalogueRules.add(asked, here, id).orElseRefuse().getFirst();
            case CatalogueCommand.AddGrade asked -> CatalogueRules.add(asked, here, id).orElseRefuse().getFirst();
            case CatalogueCommand.AddAlias asked -> CatalogueRules.add(asked, here, id).orElseRefuse().getFirst();
            case CatalogueCommand.EnterPrice asked -> PriceRules.enter(asked.price(), here, id, Instant.parse("2026-01-01T00:00:00Z")).orElseRefuse().getFirst();
            case CatalogueCommand.ReviseGrade _, CatalogueCommand.ReviseAlias _, CatalogueCommand.CorrectPrice _, CatalogueCommand.ImportCalendar _ ->
                throw new IllegalArgumentException("not part of the standard catalogue: " + command);
        };
    }
}
