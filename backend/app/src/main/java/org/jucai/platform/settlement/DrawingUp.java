package org.jucai.platform.settlement;

import java.time.Instant;
import java.time.LocalDate;
import java.time.YearMonth;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.CatalogueBoard;
import org.jucai.platform.contracts.Contract;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.contracts.ContractTerms;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.WorkingDays;
import org.jucai.platform.settlement.reckoning.Amounts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Draws statements up: one for each delivery; one for a month where payment runs from the invoice (one invoice a month), or where the formula
 * settles a month's lots together; one at a contract's end for what only that shows.
 */
@Component
class DrawingUp {

    private final SqlWorths worths;
    private final Filing filing;
    private final ContractBoard contracts;
    private final CatalogueBoard catalogue;
    private final Ids ids;

    DrawingUp(SqlWorths worths, Filing filing, ContractBoard contracts, CatalogueBoard catalogue, Ids ids) {
        this.worths = worths;
        this.filing = filing;
        this.contracts = contracts;
        this.catalogue = catalogue;
        this.ids = ids;
    }

    /** What to draw. @param byHand also of a month that is not over; {@code month}: only what came in it; {@code delivery}: only that */
    record Wanted(boolean byHand, Optional<YearMonth> month, Optional<UUID> delivery) {

        static final Wanted WHAT_IS_DUE = new Wanted(false, Optional.empty(), Optional.empty());

        boolean holds(Valued each) {
            return month.filter(wanted -> !YearMonth.from(each.monthOn()).equals(wanted)).isEmpty() && (delivery.isEmpty() || each.deliveryId().equals(delivery));
        }
    }

    /** What of a contract is drawn together. */
    private record Group(Statement.Period period, LocalDate monthOn, String deliveryCode) implements Comparable<Group> {
        @Override
        public int compareTo(Group other) {
            return Comparator.comparing(Group::monthOn).thenComparing(Group::period).thenComparing(Group::deliveryCode).compare(this, other);
        }
    }

    /** The new statements, one transaction for a contract. */
    Mono<List<Statement>> draw(Tx tx, UUID contractId, Wanted wanted, Instant now) {
        return worths.alone(tx, contractId).then(Mono.defer(() -> worths.toDraw(tx, contractId)))
                .filter(open -> !open.isEmpty())
                .flatMap(open -> Mono.zip(contracts.get(tx, contractId), catalogue.current().map(Catalogue::workingDays), filing.count(tx, contractId))
                        .map(known -> new Drawn(known.getT1(), known.getT2(), now, known.getT3()).of(groups(open, known.getT1(), wanted, now))))
                .filter(drawn -> !drawn.isEmpty())
                .flatMap(drawn -> filing.file(tx, drawn, now)
                        .then(worths.drawn(tx, contractId, drawn.values().stream().flatMap(List::stream).map(Line::worthId).collect(Collectors.toSet())))
                        .thenReturn(List.copyOf(drawn.keySet())))
                .defaultIfEmpty(List.of());
    }

    private static Map<Group, List<Valued>> groups(List<Valued> open, Contract contract, Wanted wanted, Instant now) {
        LocalDate running = LocalDate.ofInstant(now, Valuation.BEIJING).withDayOfMonth(1);
        boolean monthly = contract.text().terms().payment().trigger() == ContractTerms.Trigger.INVOICE || wanted.byHand() && wanted.delivery().isEmpty() && wanted.month().isPresent();
        Map<Group, List<Valued>> groups = new TreeMap<>();
        for (Valued each : open.stream().filter(wanted::holds).toList()) {
            boolean byMonth = monthly || each.byMonth() && each.deliveryId().isPresent();
            Group group = each.deliveryId().isEmpty() ? new Group(Statement.Period.END, each.monthOn(), "")
                    : byMonth && wanted.delivery().isEmpty() ? new Group(Statement.Period.MONTH, each.monthOn(), "") : new Group(Statement.Period.DELIVERY, each.monthOn(), each.body().said().code());
            boolean over = group.period() != Statement.Period.MONTH || wanted.byHand() || each.monthOn().isBefore(running);
            if (over) groups.computeIfAbsent(group, _ -> new ArrayList<>()).add(each);
        }
        return groups;
    }

    /** Statements of one contract, numbered on. */
    private final class Drawn {

        private final Contract contract;
        private final WorkingDays calendar;
        private final Instant now;
        private final LocalDate today;
        private int number;

        Drawn(Contract contract, WorkingDays calendar, Instant now, int number) {
            this.contract = contract;
            this.calendar = calendar;
            this.now = now;
            this.today = LocalDate.ofInstant(now, Valuation.BEIJING);
            this.number = number;
        }

        Map<Statement, List<Line>> of(Map<Group, List<Valued>> groups) {
            Map<Statement, List<Line>> drawn = new LinkedHashMap<>();
            groups.forEach((group, goods) -> {
                List<Line> lines = goods.stream().map(each -> each.line(contract.kind(), Debts.due(each, contract.text().terms().payment(), today, calendar))).toList();
                Statement bare = statement(group, lines);
                drawn.put(bare.with(Debts.money(new Debts.Known(bare, lines, List.of(), List.of()), calendar)), lines);
            });
            return drawn;
        }

        private Statement statement(Group group, List<Line> lines) {
            ContractTerms terms = contract.text().terms();
            Statement.Of of = new Statement.Of(contract.id(), contract.code(), contract.kind(), contract.roundId(), contract.roundCode(), contract.groupId(), contract.sellerId(),
                    contract.buyerId());
            Instant silence = calendar.calendarDays(today, terms.disputeDays()).lastOn().plusDays(1).atStartOfDay(Valuation.BEIJING).toInstant();
            Amounts amounts = lines.stream().map(Line::amounts).reduce(Amounts.ZERO, Amounts::plus);
            Statement.Money money = new Statement.Money(lines.size(), lines.stream().mapToLong(line -> line.mass().kg()).sum(), amounts, 0, Optional.empty(), 0, 0, 0, 0, false, Optional.empty());
            return new Statement(ids.next(), "%s-J%03d".formatted(contract.code(), ++number), of, group.period(), group.monthOn(), Optional.empty(),
                    new Statement.Terms(terms.payment().trigger(), terms.payment().days(), terms.lateInterestPpmPerDay(), silence), StatementStatus.DRAWN, now, 1, 1, Statement.Talk.NONE, money, now);
        }
    }
}
