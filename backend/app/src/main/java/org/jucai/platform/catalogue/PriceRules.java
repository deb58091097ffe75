package org.jucai.platform.catalogue;

import static org.jucai.platform.catalogue.CatalogueRefusal.GRADE_UNKNOWN;
import static org.jucai.platform.catalogue.CatalogueRefusal.PRICE_DATE_IN_FUTURE;
import static org.jucai.platform.catalogue.CatalogueRefusal.PRICE_RANGE_CONTRADICTS_ITSELF;
import static org.jucai.platform.kernel.CommonRefusal.VERSION_CONFLICT;
import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;
import java.util.UUID;
import org.jucai.platform.kernel.Decision;

/** Decides what may enter the price index. */
final class PriceRules {

    static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");

    private PriceRules() {}

    static Decision<CatalogueEvent> enter(ObservedPrice price, Catalogue here, UUID id, Instant now) {
        return sound(price, here, now, new CatalogueEvent.PriceEntered(new PriceEntry(id, 1, price)));
    }

    static Decision<CatalogueEvent> correct(CatalogueCommand.CorrectPrice asked, PriceEntry present, Catalogue here, Instant now) {
        if (present.version() != asked.expectedVersion()) return refuse(VERSION_CONFLICT);
        PriceEntry corrected = new PriceEntry(present.id(), present.version() + 1, asked.price());
        return sound(asked.price(), here, now, new CatalogueEvent.PriceCorrected(corrected));
    }

    private static Decision<CatalogueEvent> sound(ObservedPrice price, Catalogue here, Instant now, CatalogueEvent event) {
        LocalDate today = LocalDate.ofInstant(now, BEIJING);
        if (here.grade(price.grade()).isEmpty()) return refuse(GRADE_UNKNOWN, Map.of("grade", price.grade().code()));
        if (price.observedOn().isAfter(today)) return refuse(PRICE_DATE_IN_FUTURE, Map.of("today", today));
        if (!price.quote().isOrdered()) return refuse(PRICE_RANGE_CONTRADICTS_ITSELF);
        return accept(event);
    }
}
