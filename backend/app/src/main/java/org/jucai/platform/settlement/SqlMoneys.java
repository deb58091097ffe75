package org.jucai.platform.settlement;

import io.r2dbc.postgresql.codec.Json;
import io.r2dbc.spi.Readable;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Bind;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The shelf of invoices and payments; written once, never changed. */
@Component
class SqlMoneys {

    private static final String ADD_INVOICE = """
            insert into invoice (id, number, statement_id, issued_on, lines, gross_fen, reverses, recorded_by, recorded_at)
            values (:id, :number, :statement, :issued, :lines, :gross, :reverses, :by, :at) on conflict on constraint invoice_number_counts_once_ever do nothing
            """;

    private static final String ADD_TRANSFER = """
            insert into bank_transfer (id, payer_id, payee_id, reference, reference_key, paid_on, amount_fen, recorded_by, recorded_at)
            values (:id, :payer, :payee, :reference, :key, :paid, :whole, :by, :at) on conflict on constraint transfer_reference_counts_once_ever do nothing
            """;

    private static final String ADD_PAYMENTS = """
            insert into payment (id, statement_id, transfer_id, payer_id, paid_on, amount_fen, interest_fen, recorded_by, recorded_at)
            select p.id, p.statement, :transfer, :payer, :paid, p.amount, p.interest, :by, :at
            from unnest(:ids::uuid[], :statements::uuid[], :amounts::bigint[], :interests::bigint[]) as p(id, statement, amount, interest)
            """;

    private static final String INVOICES = """
            select id, number, statement_id, issued_on, lines, reverses, recorded_by, recorded_at from invoice where statement_id = any(:statements) order by recorded_at, id
            """;

    private static final String PAYMENTS = """
            select p.id, p.statement_id, p.transfer_id, p.amount_fen, p.interest_fen, t.payer_id, t.payee_id, t.reference, t.paid_on, t.amount_fen as whole_fen, t.recorded_by, t.recorded_at
            from payment p join bank_transfer t on t.id = p.transfer_id where p.statement_id = any(:statements) order by p.paid_on, p.id
            """;

    private final JsonMapper json;

    SqlMoneys(JsonMapper json) {
        this.json = json;
    }

    /** False where the number counted already; who enters it at the same moment waits for the other. */
    Mono<Boolean> add(Tx tx, Invoice invoice) {
        return tx.sql(ADD_INVOICE).bind("id", invoice.id()).bind("number", invoice.number()).bind("statement", invoice.statementId()).bind("issued", invoice.issuedOn())
                .bind("lines", Json.of(json.writeValueAsBytes(invoice.lines()))).bind("gross", invoice.grossFen()).bind("reverses", Bind.maybe(invoice.reverses().orElse(null), String.class))
                .bind("by", invoice.recordedBy()).bind("at", Bind.at(invoice.recordedAt())).fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** False where the reference counted already; who enters it at the same moment waits for the other. @param key the reference however it is written */
    Mono<Boolean> add(Tx tx, Payment.Transfer transfer, String key) {
        return tx.sql(ADD_TRANSFER).bind("id", transfer.id()).bind("payer", transfer.payerId()).bind("payee", transfer.payeeId()).bind("reference", transfer.reference()).bind("key", key)
                .bind("paid", transfer.paidOn()).bind("whole", transfer.wholeFen()).bind("by", transfer.recordedBy()).bind("at", Bind.at(transfer.recordedAt()))
                .fetch().rowsUpdated().map(rows -> rows == 1);
    }

    /** All that one transfer pays. */
    Mono<Void> add(Tx tx, Payment.Transfer transfer, List<Payment> payments) {
        return tx.sql(ADD_PAYMENTS).bind("transfer", transfer.id()).bind("payer", transfer.payerId()).bind("paid", transfer.paidOn()).bind("by", transfer.recordedBy())
                .bind("at", Bind.at(transfer.recordedAt())).bind("ids", payments.stream().map(Payment::id).toArray(UUID[]::new))
                .bind("statements", payments.stream().map(Payment::statementId).toArray(UUID[]::new)).bind("amounts", payments.stream().map(Payment::amountFen).toArray(Long[]::new))
                .bind("interests", payments.stream().map(Payment::interestFen).toArray(Long[]::new)).fetch().rowsUpdated().then();
    }

    Mono<List<Invoice>> invoices(Tx tx, Collection<UUID> statements) {
        return tx.sql(INVOICES).bind("statements", statements.toArray(UUID[]::new)).map(this::invoice).all().collectList();
    }

    Mono<List<Payment>> payments(Tx tx, Collection<UUID> statements) {
        return tx.sql(PAYMENTS).bind("statements", statements.toArray(UUID[]::new)).map(SqlMoneys::payment).all().collectList();
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private Invoice invoice(Readable row) {
        List<Invoice.Amount> lines = Arrays.asList(json.readValue(row.get("lines", Json.class).asArray(), Invoice.Amount[].class));
        return new Invoice(row.get("id", UUID.class), row.get("number", String.class), row.get("statement_id", UUID.class), row.get("issued_on", LocalDate.class), lines,
                Optional.ofNullable(row.get("reverses", String.class)), row.get("recorded_by", UUID.class), row.get("recorded_at", Instant.class));
    }

    @SuppressWarnings("NullAway") // columns declared not null
    private static Payment payment(Readable row) {
        Payment.Transfer transfer = new Payment.Transfer(row.get("transfer_id", UUID.class), row.get("payer_id", UUID.class), row.get("payee_id", UUID.class), row.get("reference", String.class),
                row.get("paid_on", LocalDate.class), row.get("whole_fen", Long.class), row.get("recorded_by", UUID.class), row.get("recorded_at", Instant.class));
        return new Payment(row.get("id", UUID.class), row.get("statement_id", UUID.class), transfer, row.get("amount_fen", Long.class), row.get("interest_fen", Long.class));
    }
}
