package org.jucai.platform.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.contracts.ContractKind;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.settlement.reckoning.Debt;
import org.jucai.platform.settlement.reckoning.TaxLine;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers what is settled, invoiced and owed, as far as the transaction's parties may know. */
@Service
public class StatementBoard {

    private final SqlStatements shelf;
    private final SqlLines lines;
    private final Filing filing;
    private final SqlClosings closings;
    private final CatalogueBoard catalogue;

    StatementBoard(SqlStatements shelf, SqlLines lines, Filing filing, SqlClosings closings, CatalogueBoard catalogue) {
        this.shelf = shelf;
        this.lines = lines;
        this.filing = filing;
        this.closings = closings;
        this.catalogue = catalogue;
    }

    /** What may be done with a statement. */
    public enum Act { AGREE, DISPUTE, RESOLVE, RECORD_INVOICE, RECORD_PAYMENT, RECORD_REFUND }

    /** Which statements. @param monthOn the first day of a month */
    public record Wanted(Optional<UUID> roundId, Optional<UUID> contractId, Optional<UUID> partyId, Optional<LocalDate> monthOn, Optional<StatementStatus> status, @Nullable String cursor,
            int limit) {}

    /** Which debts. @param overdueOn only what is overdue on this day; {@code openOnly}: of which something is left, were it only late interest */
    public record Owed(Optional<UUID> roundId, Optional<UUID> partyId, Optional<LocalDate> overdueOn, boolean openOnly, @Nullable String cursor, int limit) {}

    /** What of the same goods both sides pay and get, as far as the reader sees both. @param complete whether each of the goods stands on both sides */
    public record Sides(long upstreamFen, long downstreamFen, long equalisationFen, long feeFen, boolean complete) {

        /** Nothing, unless something is wrong: what members pay beyond what suppliers get is the disclosed equalisation and fee. */
        public long differenceFen() {
            return downstreamFen - upstreamFen - equalisationFen - feeFen;
        }
    }

    /** A statement with all that belongs to it. @param toInvoice by rate, what is left; negative where a red invoice is due */
    public record Shown(Statement statement, List<Line> lines, List<Invoice> invoices, List<Payment> payments, List<TaxLine> whole, List<TaxLine> toInvoice, Debt debt,
            Optional<Sides> sides) {

        public Shown {
            lines = List.copyOf(lines);
            invoices = List.copyOf(invoices);
            payments = List.copyOf(payments);
        }

        /** What this party may do next. */
        public List<Act> offered(UUID party) {
            List<Act> acts = new ArrayList<>();
            boolean side = statement.of().isSide(party);
            if (StatementRules.mayAgree(statement, party)) acts.addAll(List.of(Act.AGREE, Act.DISPUTE));
            if (side && statement.status() == StatementStatus.DISPUTED) acts.add(Act.RESOLVE);
            if (side && !toInvoice.isEmpty()) acts.add(Act.RECORD_INVOICE);
            long left = debt.outstandingFen();
            boolean group = party.equals(statement.of().groupId());
            boolean owes = left != 0 && Long.signum(left) == (statement.money().owedFen() < 0 ? -1 : 1) || statement.money().interestLeftFen() > 0;
            if (owes && (group || party.equals(statement.payerId()))) acts.add(Act.RECORD_PAYMENT);
            if (left != 0 && !owes && (group || party.equals(statement.payeeId()))) acts.add(Act.RECORD_REFUND);
            return acts;
        }
    }

    /** Newest first. */
    public Mono<Page<Statement>> list(Tx tx, Wanted wanted) {
        return shelf.list(tx, wanted);
    }

    /** What is due first, first; with what was paid of it. */
    public Mono<Page<Shown>> owed(Tx tx, Owed wanted) {
        return shelf.owed(tx, wanted).flatMap(page -> shown(tx, page.items()).map(all -> new Page<>(all, page.nextCursor())));
    }

    /** Refused where it does not concern the caller's party. */
    public Mono<Shown> get(Tx tx, UUID id) {
        return shelf.find(tx, id).switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .flatMap(statement -> shown(tx, List.of(statement)).map(List::getFirst))
                .flatMap(shown -> lines.sidesOf(tx, id).map(sides -> with(shown, sides(sides))));
    }

    /** These, in their order. */
    public Mono<List<Shown>> shown(Tx tx, List<Statement> statements) {
        return filing.known(tx, statements).zipWith(catalogue.current().map(Catalogue::workingDays)).map(found -> found.getT1().stream().map(known -> {
            Statement statement = known.statement();
            boolean red = statement.reverses().isPresent();
            return new Shown(statement, known.lines(), known.invoices(), known.payments(), InvoiceRules.whole(statement, known.lines()),
                    red ? List.of() : InvoiceRules.due(statement, known.lines(), known.invoices()), Debts.of(known, found.getT2()), Optional.empty());
        }).toList());
    }

    private static Shown with(Shown shown, Optional<Sides> sides) {
        return new Shown(shown.statement(), shown.lines(), shown.invoices(), shown.payments(), shown.whole(), shown.toInvoice(), shown.debt(), sides);
    }

    /** What members pay of a round, and what suppliers get. */
    public Mono<Optional<Sides>> sidesOfRound(Tx tx, UUID roundId) {
        return lines.sidesOfRound(tx, roundId).map(StatementBoard::sides);
    }

    /** Whether the finance group asked for the round to be settled. */
    public Mono<Boolean> isToBeClosed(Tx tx, UUID roundId) {
        return closings.askedAt(tx, roundId).hasElement();
    }

    /** Empty where only one side is seen. */
    private static Optional<Sides> sides(List<SqlLines.Side> found) {
        Optional<SqlLines.Side> up = found.stream().filter(side -> side.kind() == ContractKind.SUPPLY).findFirst();
        Optional<SqlLines.Side> down = found.stream().filter(side -> side.kind() != ContractKind.SUPPLY).findFirst();
        if (up.isEmpty() || down.isEmpty()) return Optional.empty();
        boolean service = down.get().kind() == ContractKind.SERVICE;
        long paid = down.get().totalFen() + (service ? up.get().totalFen() : 0);
        return Optional.of(new Sides(up.get().totalFen(), paid, down.get().amounts().equalisationFen(), down.get().amounts().feeFen(), up.get().goods() == down.get().goods()));
    }
}
