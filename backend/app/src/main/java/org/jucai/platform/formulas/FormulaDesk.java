package org.jucai.platform.formulas;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.formulas.clause.Faulty;
import org.jucai.platform.formulas.clause.FormulaReader;
import org.jucai.platform.formulas.clause.PriceFormula;
import org.jucai.platform.formulas.clause.Read;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Enters formulas and new versions of them; what was entered is never changed. */
@Service
public class FormulaDesk {

    static final int MOST_FORMULAS = 200;

    private static final int LONGEST_DOCUMENT = 150_000;

    private final SqlFormulas shelf;
    private final Journal journal;
    private final Ids ids;
    private final JsonMapper json;
    private final FormulaDefaults usual;

    FormulaDesk(SqlFormulas shelf, Journal journal, Ids ids, JsonMapper json, FormulaDefaults usual) {
        this.usual = usual;
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
        this.json = json;
    }

    /** A document as it was sent, and why. */
    public record Entry(Map<String, Object> document, Optional<String> note) {}

    /** The formula of a document; refused with its first fault where it has any. */
    public static PriceFormula read(Object document) {
        return right(FormulaReader.read(document), FormulaRefusal.FORMULA_FAULTY);
    }

    /** What was read; refused with the first fault, and how many there are. */
    public static <T> T right(Read<T> read, FormulaRefusal otherwise) {
        return switch (read) {
            case Read.Right<T>(T value) -> value;
            case Read.Wrong<T>(List<Faulty> faults) -> throw new RefusedException(otherwise,
                    Map.of("where", faults.getFirst().where(), "fault", faults.getFirst().fault(), "count", faults.size()));
        };
    }

    public Mono<FormulaVersion> enter(Asking asking, Entry entry) {
        PriceFormula formula = read(entry.document());
        UUID association = asking.actor().partyId();
        return shelf.count(asking.tx(), association)
                .filter(count -> count < MOST_FORMULAS)
                .switchIfEmpty(Mono.error(() -> new RefusedException(FormulaRefusal.FORMULAS_TOO_MANY, Map.of("limit", MOST_FORMULAS))))
                .flatMap(_ -> keep(asking, version(asking, ids.next(), 1, entry, formula),
                        new FormulaEvent.FormulaEntered(association, formula.title().nameZh(), entry.document(), entry.note().orElse(null))));
    }

    /** Names the formula that the actor's association usually agrees for a grade, or none; gives all that are named. */
    public Mono<Map<String, UUID>> nameUsual(Asking asking, String grade, Optional<UUID> formulaId) {
        return usual.name(asking, grade, formulaId);
    }

    /** The next version of a formula of the actor's association. */
    public Mono<FormulaVersion> revise(Asking asking, UUID id, OptionalLong expected, Entry entry) {
        PriceFormula formula = read(entry.document());
        return shelf.find(asking.tx(), id, OptionalLong.empty())
                .filter(before -> asking.actor().actsFor(before.associationId()))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .filter(before -> expected.orElse(before.version()) == before.version())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                .flatMap(before -> keep(asking, version(asking, id, before.version() + 1, entry, formula),
                        new FormulaEvent.FormulaRevised(before.associationId(), formula.title().nameZh(), entry.document(), entry.note().orElse(null))));
    }

    private FormulaVersion version(Asking asking, UUID id, long version, Entry entry, PriceFormula formula) {
        String document = json.writeValueAsString(entry.document());
        if (document.length() > LONGEST_DOCUMENT) throw new RefusedException(CommonRefusal.TOO_LARGE);
        return new FormulaVersion(id, version, asking.actor().partyId(), document, formula, entry.note(), asking.at(), version);
    }

    private Mono<FormulaVersion> keep(Asking asking, FormulaVersion version, FormulaEvent event) {
        NewEvent told = new NewEvent(FormulaVersion.STREAM, version.id(), version.version(), null, event.getClass().getSimpleName(), event,
                Set.of(version.associationId()));
        return shelf.add(asking.tx(), version, asking.actor().personId())
                .then(journal.append(asking.tx(), asking.actor(), asking.at(), List.of(told)))
                .thenReturn(version);
    }
}
