package org.jucai.platform.catalogue;

import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Takes what is asked of the catalogue. */
@Component
public class CatalogueDesk {

    private final SqlCatalogue shelf;
    private final SqlPrices prices;
    private final Journal journal;
    private final Ids ids;

    CatalogueDesk(SqlCatalogue shelf, SqlPrices prices, Journal journal, Ids ids) {
        this.shelf = shelf;
        this.prices = prices;
        this.journal = journal;
        this.ids = ids;
    }

    /**
     * What a command did.
     *
     * @param id what it was done to
     * @param version its version now
     * @param catalogue the catalogue after it, within the same transaction
     */
    public record Done(UUID id, long version, Catalogue catalogue) {}

    /** Decides and writes within the caller's transaction. The board is told when that has been committed. */
    public Mono<Done> handle(Tx tx, Actor actor, Instant now, CatalogueCommand command) {
        return shelf.read(tx).flatMap(here -> handle(tx, actor, now, command, here));
    }

    Mono<Done> handle(Tx tx, Actor actor, Instant now, CatalogueCommand command, Catalogue here) {
        return decide(tx, here, command, now)
                .map(decision -> decision.orElseRefuse().getFirst())
                .flatMap(event -> write(tx, event, now)
                        .then(journal.append(tx, actor, now, List.of(recorded(event, now, Set.of(actor.partyId())))))
                        .thenReturn(new Done(event.id(), event.version(), here.after(event))));
    }

    private Mono<Decision<CatalogueEvent>> decide(Tx tx, Catalogue here, CatalogueCommand command, Instant now) {
        return switch (command) {
            case CatalogueCommand.AddMaterial asked -> Mono.just(CatalogueRules.add(asked, here, ids.next()));
            case CatalogueCommand.AddGrade asked -> Mono.just(CatalogueRules.add(asked, here, ids.next()));
            case CatalogueCommand.ReviseGrade asked -> Mono.just(here.grade(asked.code())
                    .map(present -> CatalogueRules.revise(asked, present.grade()))
                    .orElseGet(() -> refuse(CatalogueRefusal.GRADE_NOT_FOUND, Map.of("grade", asked.code().code()))));
            case CatalogueCommand.AddAlias asked -> Mono.just(CatalogueRules.add(asked, here, ids.next()));
            case CatalogueCommand.ReviseAlias asked -> Mono.just(here.alias(asked.id())
                    .map(present -> CatalogueRules.revise(asked, present, here))
                    .orElseGet(() -> refuse(CatalogueRefusal.ALIAS_NOT_FOUND)));
            case CatalogueCommand.EnterPrice asked -> Mono.just(PriceRules.enter(asked.price(), here, ids.next(), now));
            case CatalogueCommand.CorrectPrice asked -> prices.versions(tx, asked.entryId(), 1).next()
                    .map(present -> PriceRules.correct(asked, present, here, now))
                    .switchIfEmpty(Mono.fromSupplier(() -> refuse(CatalogueRefusal.PRICE_ENTRY_NOT_FOUND)));
            case CatalogueCommand.ImportCalendar asked -> Mono.just(CalendarRules.load(asked, here.calendar(asked.file().year()), ids.next(), now));
        };
    }

    private Mono<Void> write(Tx tx, CatalogueEvent event, Instant now) {
        return switch (event) {
            case CatalogueEvent.MaterialAdded(var material) -> shelf.add(tx, material);
            case CatalogueEvent.GradeAdded(var grade) -> shelf.add(tx, grade);
            case CatalogueEvent.GradeRevised(var grade) -> shelf.revise(tx, grade);
            case CatalogueEvent.GradeAliasAdded(var alias) -> shelf.add(tx, alias);
            case CatalogueEvent.GradeAliasRevised(var alias) -> shelf.revise(tx, alias);
            case CatalogueEvent.PriceEntered(var entry) -> prices.enter(tx, entry, now);
            case CatalogueEvent.PriceCorrected(var entry) -> prices.correct(tx, entry, now);
            case CatalogueEvent.CalendarImported(var calendar) -> shelf.load(tx, calendar);
        };
    }

    private static NewEvent recorded(CatalogueEvent event, Instant now, Set<UUID> readers) {
        return new NewEvent(stream(event), event.id(), event.version(), null, event.getClass().getSimpleName(), body(event, now), readers);
    }

    private static String stream(CatalogueEvent event) {
        return switch (event) {
            case CatalogueEvent.MaterialAdded _ -> "material";
            case CatalogueEvent.GradeAdded _, CatalogueEvent.GradeRevised _ -> "grade";
            case CatalogueEvent.GradeAliasAdded _, CatalogueEvent.GradeAliasRevised _ -> "grade_alias";
            case CatalogueEvent.PriceEntered _, CatalogueEvent.PriceCorrected _ -> "price_index_entry";
            case CatalogueEvent.CalendarImported _ -> "working_calendar";
        };
    }

    private static Object body(CatalogueEvent event, Instant now) {
        return switch (event) {
            case CatalogueEvent.MaterialAdded(var material) -> MaterialRow.of(material);
            case CatalogueEvent.GradeAdded(var grade) -> GradeRow.of(grade);
            case CatalogueEvent.GradeRevised(var grade) -> GradeRow.of(grade);
            case CatalogueEvent.GradeAliasAdded(var alias) -> AliasRow.of(alias);
            case CatalogueEvent.GradeAliasRevised(var alias) -> AliasRow.of(alias);
            case CatalogueEvent.PriceEntered(var entry) -> PriceRow.of(entry, now);
            case CatalogueEvent.PriceCorrected(var entry) -> PriceRow.of(entry, now);
            case CatalogueEvent.CalendarImported(var calendar) -> CalendarRow.of(calendar);
        };
    }
}
