package org.jucai.platform.catalogue;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.VatRate;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A version of a price index entry as it is written down, in its row and in its events. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record PriceRow(
        UUID entryId,
        long version,
        String gradeCode,
        String place,
        ObservedPrice.Basis basis,
        boolean taxIncluded,
        int vatRateBp,
        long priceFen,
        @Nullable Long lowFen,
        @Nullable Long highFen,
        LocalDate observedOn,
        boolean approximateDate,
        String source,
        Confidence confidence,
        @Nullable String remark,
        Instant enteredAt,
        @Nullable Instant supersededAt) {

    static PriceRow of(PriceEntry entry, Instant at) {
        ObservedPrice price = entry.price();
        ObservedPrice.Quote quote = price.quote();
        return new PriceRow(entry.id(), entry.version(), price.grade().code(), price.place(), price.basis(),
                price.tax().included(), price.tax().rate().basisPoints(), quote.price().fen(), fen(quote.low()), fen(quote.high()),
                price.observedOn(), price.approximateDate(), price.source(), price.confidence(), price.remark(), at, null);
    }

    PriceEntry read() {
        ObservedPrice.Tax tax = new ObservedPrice.Tax(taxIncluded, VatRate.of(vatRateBp).orElseThrow());
        ObservedPrice.Quote quote = new ObservedPrice.Quote(new FenPerTonne(priceFen), price(lowFen), price(highFen));
        return new PriceEntry(entryId, version, new ObservedPrice(
                new GradeCode(gradeCode), place, basis, tax, quote, observedOn, approximateDate, source, confidence, remark));
    }

    private static @Nullable Long fen(@Nullable FenPerTonne price) {
        return price == null ? null : price.fen();
    }

    private static @Nullable FenPerTonne price(@Nullable Long fen) {
        return fen == null ? null : new FenPerTonne(fen);
    }
}
