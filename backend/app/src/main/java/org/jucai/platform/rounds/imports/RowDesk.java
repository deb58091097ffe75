package org.jucai.platform.rounds.imports;

import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.OptionalInt;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.workbook.DemandLine;
import org.jucai.platform.rounds.workbook.RowPreview;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** What is done with single rows; the import is held by the transaction. */
@Component
class RowDesk {

    /** Lines in one transaction. */
    private static final int PART = 500;

    private final SqlImports imports;
    private final SqlImportRows rows;
    private final SqlMadeLines made;
    private final Settings settings;
    private final Repeated again;
    private final RoundBoard rounds;
    private final DemandDesk demand;

    RowDesk(SqlImports imports, SqlImportRows rows, SqlMadeLines made, Settings settings, Repeated again,
            RoundBoard rounds, DemandDesk demand) {
        this.imports = imports;
        this.rows = rows;
        this.made = made;
        this.settings = settings;
        this.again = again;
        this.rounds = rounds;
        this.demand = demand;
    }

    Mono<ImportedRow> decide(Tx tx, DemandImport one, Round round, ImportDesk.RowCommand command, Instant now) {
        return rows.at(tx, one.id(), command.row(), command.sheet(), command.column())
                .map(RowDesk::only)
                .flatMap(row -> settings.of(round, one.ownerId(), now).flatMap(known -> {
                    RowPreview judged = command.fix().map(fix -> Refixing.judged(row.row(), fix, known.setting())).orElse(row.row());
                    ImportedRow changed = command.fix().isPresent() ? row.corrected(judged) : row;
                    return rows.ofKeys(tx, one.id(), keys(row.row(), judged))
                            .map(related -> Refixing.toldAnew(related, changed, known.setting()))
                            .flatMap(told -> again.marked(tx, one.roundId(), told))
                            .flatMap(told -> write(tx, one, told, changed, command.choice()));
                }));
    }

    /** One row, in the first sheet that has it. */
    private static ImportedRow only(List<ImportedRow> found) {
        List<ImportedRow> first = found.stream().filter(row -> row.row().at().sheet().equals(found.getFirst().row().at().sheet())).toList();
        if (first.size() != 1) throw new RefusedException(ImportRefusal.IMPORT_ROW_UNKNOWN);
        return first.getFirst();
    }

    private static Set<String> keys(RowPreview before, RowPreview after) {
        Set<String> keys = new HashSet<>();
        for (RowPreview row : List.of(before, after)) {
            DemandLine line = KeptRow.candidate(row);
            if (line != null) keys.add(SqlImportRows.key(line));
        }
        return keys;
    }

    private Mono<ImportedRow> write(Tx tx, DemandImport one, List<ImportedRow> told, ImportedRow changed, RowChoice choice) {
        ImportedRow judged = told.stream().filter(row -> row.ordinal() == changed.ordinal()).findFirst().orElse(changed);
        boolean nothing = judged.row().line() == null;
        if (choice == RowChoice.TAKE && nothing && !judged.fixed()) throw new RefusedException(ImportRefusal.IMPORT_ROW_NEEDS_CORRECTION);
        ImportedRow decided = judged.decided(choice == RowChoice.TAKE && nothing ? RowChoice.NONE : choice);
        List<ImportedRow> all = new ArrayList<>(told.stream().filter(row -> row.ordinal() != changed.ordinal()).toList());
        all.add(decided);
        return rows.write(tx, one.id(), one.partyId(), all.stream().sorted(Comparator.comparingInt(ImportedRow::ordinal)).toList())
                .thenReturn(decided);
    }

    /** Enters the next rows and tells how many, or nothing where none was left and the import is confirmed. */
    Mono<OptionalInt> enterSome(Tx tx, Actor actor, DemandImport one, Instant now) {
        return rounds.join(tx, one.roundId())
                .doOnNext(round -> ImportDesk.open(round, now))
                .then(rows.toEnter(tx, one.id(), PART))
                .flatMap(next -> next.isEmpty()
                        ? imports.move(tx, one.id(), DemandImport.Status.CONFIRMED, Entered.Sum.NONE)
                                .then(imports.forgetBytes(tx, one.id())).thenReturn(OptionalInt.empty())
                        : enter(new Asking(tx, actor, now), one, next).thenReturn(OptionalInt.of(next.size())));
    }

    private Mono<Void> enter(Asking asking, DemandImport one, List<ImportedRow> next) {
        return settings.roll(one.associationId()).flatMap(roll -> {
            List<Asked> asked = next.stream().map(row -> Asked.of(row, roll)).toList();
            List<SqlMadeLines.Claim> claims = asked.stream().flatMap(row -> row.claim().stream()).toList();
            return made.claim(asking.tx(), one, claims).flatMap(free -> place(asking, one, asked, free));
        });
    }

    private Mono<Void> place(Asking asking, DemandImport one, List<Asked> asked, Set<String> free) {
        Set<String> left = new HashSet<>(free);
        List<Asked> placed = asked.stream().filter(row -> row.wanted().isPresent() && left.remove(row.key())).toList();
        return demand.placeAll(asking.tx(), asking.actor(), one.roundId(), placed.stream().map(row -> row.wanted().orElseThrow()).toList(), asking.at())
                .flatMap(decisions -> {
                    Map<Integer, Entered> entered = new HashMap<>();
                    for (int i = 0; i < placed.size(); i++) entered.put(placed.get(i).ordinal(), placed.get(i).entered(decisions.get(i)));
                    return note(asking.tx(), one, placed, asked.stream().map(row -> entered.getOrDefault(row.ordinal(), row.notPlaced())).toList());
                });
    }

    private Mono<Void> note(Tx tx, DemandImport one, List<Asked> placed, List<Entered> entered) {
        Map<Integer, UUID> lines = entered.stream().filter(row -> row.lineId() != null)
                .collect(Collectors.toMap(Entered::ordinal, row -> Objects.requireNonNull(row.lineId())));
        Map<String, UUID> byKey = placed.stream().filter(row -> lines.containsKey(row.ordinal()))
                .collect(Collectors.toMap(Asked::key, row -> lines.get(row.ordinal())));
        List<String> unused = placed.stream().filter(row -> !lines.containsKey(row.ordinal())).map(Asked::key).toList();
        return made.made(tx, one.roundId(), byKey)
                .then(made.free(tx, one.roundId(), unused))
                .then(rows.enter(tx, one.id(), entered))
                .then(imports.move(tx, one.id(), DemandImport.Status.CONFIRMING, Entered.Sum.of(entered)));
    }
}
