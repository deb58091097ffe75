package org.jucai.platform.catalogue.web;

import static java.util.stream.Collectors.groupingBy;
import static java.util.stream.Collectors.toList;

import java.time.LocalDate;
import java.util.LinkedHashMap;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.ObservedPrice;
import org.jucai.platform.catalogue.PriceBoard;
import org.jucai.platform.catalogue.PriceEntry;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.VatRate;
import org.jucai.spec.model.Confidence;
import org.jucai.spec.model.DeliveryBasis;
import org.jucai.spec.model.NewPriceIndexEntry;
import org.jucai.spec.model.PriceIndexEntry;
import org.jucai.spec.model.PricePoint;
import org.jucai.spec.model.PriceSeries;
import org.jucai.spec.model.PriceSeriesSet;

/** Prices as they leave and enter by HTTP. */
final class PriceViews {

    private PriceViews() {}

    static ObservedPrice price(NewPriceIndexEntry asked) {
        return new ObservedPrice(
                new GradeCode(asked.getGradeCode()),
                asked.getPlace(),
                ObservedPrice.Basis.valueOf(asked.getBasis().name()),
                new ObservedPrice.Tax(asked.getTaxIncluded(), VatRate.of(asked.getVatRateBp().getValue()).orElseThrow()),
                new ObservedPrice.Quote(
                        new FenPerTonne(asked.getPriceFenPerTonne()), price(asked.getLowFenPerTonne()), price(asked.getHighFenPerTonne())),
                asked.getObservedOn(),
                Boolean.TRUE.equals(asked.getApproximateDate()),
                asked.getSource(),
                org.jucai.platform.catalogue.Confidence.valueOf(asked.getConfidence().name()),
                asked.getRemark());
    }

    static PriceIndexEntry entry(PriceEntry entry, @Nullable Actor actor) {
        ObservedPrice price = entry.price();
        return new PriceIndexEntry()
                .entryId(entry.id())
                .version(Math.toIntExact(entry.version()))
                .gradeCode(price.grade().code())
                .place(price.place())
                .basis(DeliveryBasis.valueOf(price.basis().name()))
                .taxIncluded(price.tax().included())
                .vatRateBp(price.tax().rate().basisPoints())
                .priceFenPerTonne(price.quote().price().fen())
                .exTaxFenPerTonne(price.exTax().fen())
                .lowFenPerTonne(fen(price.quote().low()))
                .highFenPerTonne(fen(price.quote().high()))
                .observedOn(price.observedOn())
                .approximateDate(price.approximateDate())
                .source(price.source())
                .confidence(Confidence.valueOf(price.confidence().name()))
                .toBeVerified(price.confidence().toBeVerified())
                .remark(price.remark())
                .allowedCommands(GradeViews.mayKeep(actor) ? List.of(PriceIndexEntry.AllowedCommandsEnum.CORRECT) : List.of());
    }

    private record Line(GradeCode grade, String place, ObservedPrice.Basis basis, ObservedPrice.Tax tax) {

        static Line of(PriceEntry entry) {
            ObservedPrice price = entry.price();
            return new Line(price.grade(), price.place(), price.basis(), price.tax());
        }
    }

    /** @param newestFirst one more than fit, where there are more */
    static PriceSeriesSet series(LocalDate from, LocalDate to, List<PriceEntry> newestFirst) {
        List<PriceEntry> oldestFirst = newestFirst.stream().limit(PriceBoard.MOST_POINTS).toList().reversed();
        List<PriceSeries> series = oldestFirst.stream()
                .collect(groupingBy(Line::of, LinkedHashMap::new, toList()))
                .entrySet().stream()
                .map(line -> series(line.getKey(), line.getValue()))
                .toList();
        return new PriceSeriesSet().fromOn(from).toOn(to).series(series).cut(newestFirst.size() > PriceBoard.MOST_POINTS);
    }

    private static PriceSeries series(Line line, List<PriceEntry> entries) {
        return new PriceSeries()
                .gradeCode(line.grade().code())
                .place(line.place())
                .basis(DeliveryBasis.valueOf(line.basis().name()))
                .taxIncluded(line.tax().included())
                .vatRateBp(line.tax().rate().basisPoints())
                .points(entries.stream().map(PriceViews::point).toList());
    }

    private static PricePoint point(PriceEntry entry) {
        ObservedPrice price = entry.price();
        return new PricePoint()
                .entryId(entry.id())
                .observedOn(price.observedOn())
                .approximateDate(price.approximateDate())
                .priceFenPerTonne(price.quote().price().fen())
                .exTaxFenPerTonne(price.exTax().fen())
                .lowFenPerTonne(fen(price.quote().low()))
                .highFenPerTonne(fen(price.quote().high()))
                .toBeVerified(price.confidence().toBeVerified());
    }

    private static @Nullable Long fen(@Nullable FenPerTonne price) {
        return price == null ? null : price.fen();
    }

    private static @Nullable FenPerTonne price(@Nullable Long fen) {
        return fen == null ? null : new FenPerTonne(fen);
    }
}
