package org.jucai.platform.finance.products;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Enters products and new versions of them; what was entered is never changed. */
@Service
public class ProductDesk {

    static final int MOST_PRODUCTS = 100;

    private final SqlProducts shelf;
    private final Journal journal;
    private final Ids ids;

    ProductDesk(SqlProducts shelf, Journal journal, Ids ids) {
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
    }

    /** Terms, and why. */
    public record Entry(ProductTerms terms, Optional<String> note) {}

    /** The terms, where they hold together. */
    public static ProductTerms checked(ProductTerms terms) {
        ProductRules.objection(terms).ifPresent(why -> {
            throw new RefusedException(why);
        });
        return terms;
    }

    public Mono<ProductVersion> enter(Asking asking, Entry entry) {
        ProductTerms terms = checked(entry.terms());
        UUID bank = asking.actor().partyId();
        return shelf.count(asking.tx(), bank).filter(count -> count < MOST_PRODUCTS)
                .switchIfEmpty(Mono.error(() -> new RefusedException(ProductRefusal.PRODUCTS_TOO_MANY, Map.of("limit", MOST_PRODUCTS))))
                .flatMap(_ -> keep(asking, new ProductVersion(ids.next(), 1, bank, terms, entry.note(), asking.at(), 1),
                        new ProductEvent.ProductEntered(bank, terms, entry.note().orElse(null))));
    }

    /** The next version of a product of the actor's bank. */
    public Mono<ProductVersion> revise(Asking asking, UUID id, OptionalLong expected, Entry entry) {
        ProductTerms terms = checked(entry.terms());
        return shelf.find(asking.tx(), id, OptionalLong.empty()).filter(before -> asking.actor().actsFor(before.bankId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(before -> expected.orElse(before.version()) == before.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .flatMap(before -> keep(asking, new ProductVersion(id, before.version() + 1, before.bankId(), terms, entry.note(), asking.at(), before.version() + 1),
                        new ProductEvent.ProductRevised(before.bankId(), terms, entry.note().orElse(null))));
    }

    private Mono<ProductVersion> keep(Asking asking, ProductVersion version, ProductEvent event) {
        NewEvent told = new NewEvent(ProductVersion.STREAM, version.id(), version.version(), null, event.getClass().getSimpleName(), event, Set.of(version.bankId()));
        return shelf.add(asking.tx(), version, asking.actor().personId()).then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(told))).thenReturn(version);
    }
}
