package org.jucai.platform.settlement;

import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.WorkingDays;
import org.jucai.platform.settlement.reckoning.Debt;

/** Who may say that a transfer paid these statements, and how much of each it may pay. */
final class PaymentRules {

    private final Map<UUID, Debts.Known> known;
    private final WorkingDays calendar;
    private final Asking asking;

    PaymentRules(List<Debts.Known> known, WorkingDays calendar, Asking asking) {
        this.known = known.stream().collect(Collectors.toMap(each -> each.statement().id(), Function.identity()));
        this.calendar = calendar;
        this.asking = asking;
    }

    Statement of(UUID id) {
        return known(id).statement();
    }

    private Debts.Known known(UUID id) {
        Debts.Known found = known.get(id);
        if (found == null) throw new RefusedException(CommonRefusal.NOT_FOUND);
        return found;
    }

    /** One party pays another. */
    private record Way(UUID payer, UUID payee) {}

    private Way way(PaymentDesk.Part part) {
        Statement statement = of(part.statementId());
        Way way = part.back() ? new Way(statement.payeeId(), statement.payerId()) : new Way(statement.payerId(), statement.payeeId());
        UUID party = asking.actor().partyId();
        if (!party.equals(way.payer()) && !party.equals(statement.of().groupId())) throw new RefusedException(SettlementRefusal.SETTLEMENT_STEP_OF_ANOTHER_PARTY);
        return way;
    }

    /** One transfer goes from one party to one other, and its parts are all of it. */
    Payment.Transfer transfer(UUID id, PaymentDesk.Paid paid) {
        Set<Way> ways = paid.parts().stream().map(this::way).collect(Collectors.toSet());
        if (ways.size() > 1) throw new RefusedException(SettlementRefusal.TRANSFER_OF_SEVERAL_PARTIES);
        long parts = paid.parts().stream().mapToLong(part -> part.amountFen() + part.interestFen()).sum();
        if (parts != paid.wholeFen()) throw new RefusedException(SettlementRefusal.TRANSFER_NOT_SPLIT_EXACTLY, new TreeMap<>(Map.of("whole", InvoiceRules.yuan(paid.wholeFen()),
                "parts", InvoiceRules.yuan(parts), "difference", InvoiceRules.yuan(paid.wholeFen() - parts))));
        if (paid.parts().stream().anyMatch(part -> part.amountFen() == 0 && part.interestFen() == 0)) throw new RefusedException(CommonRefusal.BAD_REQUEST);
        Way way = ways.iterator().next();
        return new Payment.Transfer(id, way.payer(), way.payee(), paid.reference(), paid.on(), paid.wholeFen(), asking.actor().partyId(), asking.at());
    }

    /** What stands on the books has the statement's own sign, and what is given back the other. */
    List<Payment> payments(Payment.Transfer transfer, PaymentDesk.Paid paid, Ids ids) {
        return paid.parts().stream().map(part -> {
            Debts.Known of = known(part.statementId());
            long sign = sign(of.statement()) * (part.back() ? -1 : 1);
            exceeds(of.statement(), Debts.of(of, calendar), part, sign);
            return new Payment(ids.next(), part.statementId(), transfer, sign * part.amountFen(), part.interestFen());
        }).toList();
    }

    private static long sign(Statement statement) {
        return statement.money().owedFen() < 0 || statement.money().owedFen() == 0 && statement.money().totalFen() < 0 ? -1 : 1;
    }

    private void exceeds(Statement statement, Debt debt, PaymentDesk.Part part, long sign) {
        long left = Math.max(0, debt.outstandingFen() * sign);
        long interest = part.back() ? 0 : Math.max(0, debt.overdue(asking.today()).interestFen() - statement.money().interestPaidFen());
        if (part.amountFen() > left || part.interestFen() > interest) throw new RefusedException(SettlementRefusal.PAYMENT_EXCEEDS_DEBT,
                new TreeMap<>(Map.of("statement", statement.code(), "outstanding", InvoiceRules.yuan(left), "interest", InvoiceRules.yuan(interest))));
    }
}
