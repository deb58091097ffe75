package org.jucai.platform.settlement;

import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.kernel.WorkingDays;
import org.jucai.platform.settlement.reckoning.Debt;

/** Who owes what, when: from a statement's own lines, invoices and payments, and nobody else's. Pure. */
final class Debts {

    private Debts() {}

    /** All that is known of a statement. */
    record Known(Statement statement, List<Line> lines, List<Invoice> invoices, List<Payment> payments) {
        Known {
            lines = List.copyOf(lines);
            invoices = List.copyOf(invoices);
            payments = List.copyOf(payments);
        }
    }

    static Debt of(Known known, WorkingDays calendar) {
        Statement statement = known.statement();
        Map<LocalDate, Long> byDay = new TreeMap<>();
        long open = 0;
        Optional<LocalDate> invoiced = invoicedOn(known).map(day -> due(day, statement.terms().days(), calendar));
        for (Line line : known.lines().stream().filter(Line::stands).toList()) {
            Optional<LocalDate> due = line.dueOn().or(() -> invoiced);
            if (due.isPresent()) byDay.merge(due.get(), line.amounts().totalFen(), Long::sum);
            else open += line.amounts().totalFen();
        }
        List<Debt.Part> parts = new ArrayList<>(byDay.entrySet().stream().map(each -> new Debt.Part(Optional.of(each.getKey()), each.getValue())).toList());
        parts.add(new Debt.Part(Optional.empty(), open));
        agreed(statement.money().agreedFen(), parts);
        List<Debt.Paid> paid = known.payments().stream().filter(each -> each.amountFen() != 0).map(each -> new Debt.Paid(each.transfer().paidOn(), each.amountFen())).toList();
        return new Debt(parts, paid, statement.disputedFen(), statement.terms().lateInterestPpmPerDay());
    }

    /** What both agreed to besides the lines is due with the last of them. */
    private static void agreed(long fen, List<Debt.Part> parts) {
        if (fen == 0) return;
        Optional<LocalDate> last = parts.stream().flatMap(part -> part.dueOn().stream()).max(Comparator.naturalOrder());
        parts.add(new Debt.Part(last, fen));
    }

    /** The day on which the last invoice became known, where all is invoiced. */
    private static Optional<LocalDate> invoicedOn(Known known) {
        if (known.statement().terms().trigger() != ContractTerms.Trigger.INVOICE || !InvoiceRules.due(known.statement(), known.lines(), known.invoices()).isEmpty()) return Optional.empty();
        return known.invoices().stream().filter(invoice -> invoice.reverses().isEmpty()).map(invoice -> LocalDate.ofInstant(invoice.recordedAt(), Valuation.BEIJING))
                .max(Comparator.naturalOrder());
    }

    /** In calendar days; a last day off moves on to the next working day (民法典 arts. 201, 203). */
    static LocalDate due(LocalDate from, int days, WorkingDays calendar) {
        return calendar.calendarDays(from, days).lastOn();
    }

    /** When a line is due; empty where its invoice starts the term. @param drawnOn the day of the statement: what is paid in advance is due at once when it is known */
    static Optional<LocalDate> due(Valued goods, ContractTerms.Payment payment, LocalDate drawnOn, WorkingDays calendar) {
        return switch (payment.trigger()) {
            case DELIVERY, PAID_BY_OTHERS -> Optional.of(due(goods.body().said().on(), payment.days(), calendar));
            case ACCEPTANCE -> Optional.of(due(goods.body().decidedOn(), payment.days(), calendar));
            case ADVANCE -> Optional.of(due(drawnOn, payment.days(), calendar));
            case INVOICE -> Optional.empty();
        };
    }

    /** What follows for the statement's own figures from its lines, invoices and payments. */
    static Statement.Money money(Known known, WorkingDays calendar) {
        Statement.Money before = known.statement().money();
        long back = known.lines().stream().filter(line -> !line.stands()).mapToLong(line -> line.amounts().totalFen()).sum();
        boolean reversal = known.statement().reverses().isPresent();
        long paid = known.payments().stream().mapToLong(Payment::amountFen).sum();
        long interest = known.payments().stream().mapToLong(Payment::interestFen).sum();
        boolean invoiced = reversal || InvoiceRules.due(known.statement(), known.lines(), known.invoices()).isEmpty();
        Debt debt = of(known, calendar);
        long left = reversal ? 0 : debt.interestLeftFen(interest);
        Optional<LocalDate> next = reversal ? Optional.empty() : debt.nextDueOn().or(() -> left > 0 ? lastPaidOn(known) : Optional.empty());
        return new Statement.Money(before.lines(), before.massKg(), before.amounts(), before.agreedFen(), before.agreedWords(), reversal ? 0 : back, paid, interest, left, invoiced, next);
    }

    /** Interest that is left is due since it stopped to grow. */
    private static Optional<LocalDate> lastPaidOn(Known known) {
        return known.payments().stream().map(each -> each.transfer().paidOn()).max(Comparator.naturalOrder());
    }
}
