package org.jucai.platform.settlement;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes back what was settled of goods that went back to their supplier: by a red statement 红字 on each side, never by a change. */
@Component
class Reversing {

    private final SqlWorths worths;
    private final SqlLines lines;
    private final Filing filing;
    private final Ids ids;

    Reversing(SqlWorths worths, SqlLines lines, Filing filing, Ids ids) {
        this.worths = worths;
        this.lines = lines;
        this.filing = filing;
        this.ids = ids;
    }

    /** The red statements of what was returned of a contract, on both sides. */
    Flux<Statement> takeBackOf(Tx tx, UUID contractId, Instant at) {
        return worths.toTakeBackOf(tx, contractId).flatMapMany(Flux::fromIterable).concatMap(worth -> takeBack(tx, worth, at)).concatMapIterable(red -> red);
    }

    /** The red statements, one on each side. */
    Mono<List<Statement>> takeBack(Tx tx, UUID worthId, Instant at) {
        return worths.find(tx, worthId).flatMap(worth -> worths.alone(tx, worth.supplyId()).then(worths.alone(tx, worth.coverId())))
                .then(Mono.defer(() -> worths.takeBack(tx, worthId))).filter(first -> first)
                .flatMap(_ -> lines.having(tx, worthId))
                .flatMap(statements -> lines.takeBack(tx, worthId).thenReturn(statements))
                .flatMapMany(Flux::fromIterable)
                .concatMap(id -> filing.hold(tx, id).flatMap(statement -> filing.known(tx, statement)).flatMap(known -> reversed(tx, known, worthId, at)))
                .collectList();
    }

    private Mono<Statement> reversed(Tx tx, Debts.Known of, UUID worthId, Instant at) {
        Statement before = of.statement();
        List<Line> taken = of.lines().stream().filter(line -> line.worthId().equals(worthId)).map(Line::negated).toList();
        return filing.count(tx, before.of().contractId()).map(count -> red(before, taken.getFirst(), count + 1, at))
                .flatMap(red -> filing.file(tx, Map.of(red, taken), at)
                        .then(filing.move(new Asking(tx, Filing.byTheClock(before), at), before,
                                new StatementEvent.MoneyChanged(StatementEvent.What.TAKEN_BACK, red.code(), red.money().totalFen(), before.money())))
                        .thenReturn(red));
    }

    private Statement red(Statement before, Line taken, int number, Instant at) {
        Statement.Money money = new Statement.Money(1, taken.mass().kg(), taken.amounts(), 0, Optional.empty(), 0, 0, 0, 0, true, Optional.empty());
        LocalDate month = LocalDate.ofInstant(at, Valuation.BEIJING).withDayOfMonth(1);
        Instant silence = at.plus(Duration.between(before.drawnAt(), before.terms().silenceAt()));
        return new Statement(ids.next(), "%s-J%03d".formatted(before.of().contractCode(), number), before.of(), Statement.Period.REVERSAL, month, Optional.of(before.id()),
                new Statement.Terms(before.terms().trigger(), before.terms().days(), before.terms().lateInterestPpmPerDay(), silence), StatementStatus.DRAWN, at, 1, 1, Statement.Talk.NONE, money, at);
    }
}
