package org.jucai.platform.catalogue.web;

import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.CatalogueCommand;
import org.jucai.platform.catalogue.CatalogueDesk;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.ObservedPrice;
import org.jucai.platform.catalogue.PriceBoard;
import org.jucai.platform.catalogue.PriceEntry;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.spec.api.PriceIndexApi;
import org.jucai.spec.model.NewPriceIndexEntry;
import org.jucai.spec.model.PriceIndexEntry;
import org.jucai.spec.model.PriceIndexHistory;
import org.jucai.spec.model.PriceIndexPage;
import org.jucai.spec.model.PriceSeriesSet;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

@RestController
class PriceIndexController implements PriceIndexApi {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final int USUAL_YEARS = 10;

    private final PriceBoard board;
    private final CatalogueWrites writes;

    PriceIndexController(PriceBoard board, CatalogueWrites writes) {
        this.board = board;
        this.writes = writes;
    }

    @Override
    public Mono<PriceIndexPage> listPriceIndexEntries(@Nullable String gradeCode, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Actor actor = Caller.of(exchange).maybeActor().orElse(null);
        return board.page(gradeCode == null ? null : new GradeCode(gradeCode), cursor, limit)
                .map(page -> new PriceIndexPage()
                        .items(page.map(entry -> PriceViews.entry(entry, actor)).items())
                        .nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<PriceIndexHistory> getPriceIndexEntry(UUID entryId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return board.versions(entryId).map(versions -> {
            caller.showVersion(versions.getFirst().version());
            Actor actor = caller.maybeActor().orElse(null);
            return new PriceIndexHistory().versions(versions.stream().map(entry -> PriceViews.entry(entry, actor)).toList());
        });
    }

    @Override
    public Mono<PriceIndexEntry> addPriceIndexEntry(String idempotencyKey, Mono<NewPriceIndexEntry> newPriceIndexEntry, ServerWebExchange exchange) {
        return newPriceIndexEntry.flatMap(asked -> {
            ObservedPrice price = PriceViews.price(asked);
            return writes.once(exchange, asked, new CatalogueCommand.EnterPrice(price), PriceIndexEntry.class,
                    (done, actor) -> entry(done, price, actor));
        }).doOnNext(entry -> Caller.of(exchange).showVersion(entry.getVersion()));
    }

    @Override
    public Mono<PriceIndexEntry> correctPriceIndexEntry(
            UUID entryId, String ifMatch, Mono<NewPriceIndexEntry> newPriceIndexEntry, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return newPriceIndexEntry.flatMap(asked -> {
            ObservedPrice price = PriceViews.price(asked);
            return writes.edit(exchange, new CatalogueCommand.CorrectPrice(entryId, caller.requiredVersion(), price),
                    (done, actor) -> entry(done, price, actor));
        }).doOnNext(entry -> caller.showVersion(entry.getVersion()));
    }

    private static PriceIndexEntry entry(CatalogueDesk.Done done, ObservedPrice price, Actor actor) {
        return PriceViews.entry(new PriceEntry(done.id(), done.version(), price), actor);
    }

    @Override
    public Mono<PriceSeriesSet> getPriceSeries(
            List<String> gradeCodes, @Nullable LocalDate fromOn, @Nullable LocalDate toOn, ServerWebExchange exchange) {
        LocalDate to = toOn == null ? LocalDate.ofInstant(Caller.of(exchange).now(), BEIJING) : toOn;
        LocalDate from = fromOn == null ? to.minusYears(USUAL_YEARS) : fromOn;
        return board.span(gradeCodes.stream().map(GradeCode::new).toList(), from, to).map(entries -> PriceViews.series(from, to, entries));
    }
}
