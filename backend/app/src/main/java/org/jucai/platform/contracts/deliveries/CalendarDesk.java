package org.jucai.platform.contracts.deliveries;

import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The calendar of control periods, as associations import and lift them. */
@Service
public class CalendarDesk {

    private final SqlControlPeriods shelf;
    private final Journal journal;
    private final Ids ids;

    CalendarDesk(SqlControlPeriods shelf, Journal journal, Ids ids) {
        this.shelf = shelf;
        this.journal = journal;
        this.ids = ids;
    }

    /** An alert as its notice says. */
    public record Alert(String zone, AlertLevel level, LocalDate fromOn, LocalDate toOn, boolean blocks, String source) {}

    /** All or none. */
    public Mono<List<ControlPeriod>> record(Asking asking, List<Alert> alerts) {
        return Flux.fromIterable(alerts).concatMap(alert -> {
            ControlPeriod period = new ControlPeriod(ids.next(), asking.actor().partyId(), alert.zone(), alert.level(), alert.fromOn(), alert.toOn(), alert.blocks(),
                    alert.source(), asking.at(), 1);
            if (!period.runsForward()) return Mono.<ControlPeriod>error(new RefusedException(DeliveryRefusal.CONTROL_PERIOD_RUNS_BACKWARDS));
            return shelf.add(asking.tx(), period).then(record(asking, period, "ControlPeriodRecorded")).thenReturn(period);
        }).collectList();
    }

    /** The alert ends earlier: on this day, or before it began. */
    public Mono<ControlPeriod> lift(Asking asking, UUID id, LocalDate lastOn) {
        return shelf.hold(asking.tx(), id, asking.actor().partyId())
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)))
                .map(period -> {
                    if (!lastOn.isBefore(period.toOn())) throw new RefusedException(DeliveryRefusal.CONTROL_PERIOD_ENDED_ALREADY, Map.of("toOn", period.toOn()));
                    return period.lifted(lastOn.isBefore(period.fromOn()) ? period.fromOn().minusDays(1) : lastOn);
                })
                .flatMap(period -> shelf.lift(asking.tx(), period).filter(moved -> moved)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.VERSION_CONFLICT)))
                        .then(record(asking, period, "ControlPeriodLifted")).thenReturn(period));
    }

    /** Of one association or of all, latest first. */
    public Mono<Page<ControlPeriod>> list(Tx tx, @Nullable UUID association, @Nullable String cursor, int limit) {
        return shelf.list(tx, association, cursor, limit);
    }

    private Mono<Void> record(Asking asking, ControlPeriod period, String what) {
        return journal.append(asking.tx(), asking.actor(), asking.at(),
                List.of(new NewEvent(ControlPeriod.STREAM, period.id(), period.version(), null, what, period, Set.of(period.associationId()))));
    }
}
