package org.jucai.platform.rounds.lots;

import java.time.Instant;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineStatus;
import org.jucai.platform.rounds.demand.LineReadings;
import org.jucai.platform.rounds.pooling.LotDigest;
import org.jucai.platform.rounds.pooling.PoolLine;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** The lots that offers were asked for, with their lines, each held against the digest that was stored when it was frozen. */
@Service
public class FrozenLots {

    private static final int MOST = 5_000;

    /**
     * A lot as it was frozen, with the lines behind it.
     *
     * @param lines ascending by id
     */
    public record FrozenLot(PooledLot lot, List<FrozenLine> lines) {
        public FrozenLot {
            lines = List.copyOf(lines);
        }
    }

    /**
     * A demand line behind a lot.
     *
     * @param priceCap delivered, tax and fee included; its owner's alone until offers are open
     * @param sources 认可料源 it takes goods from; empty: any
     * @param deliveryPointId where it is delivered
     */
    public record FrozenLine(UUID id, String code, UUID enterpriseId, Kilograms minimum, Kilograms target, Kilograms maximum,
            Optional<FenPerTonne> priceCap, List<String> sources, UUID deliveryPointId, Instant submittedAt) {
        public FrozenLine {
            sources = List.copyOf(sources);
        }
    }

    private final Database database;
    private final SqlLots shelf;
    private final DemandBoard demand;
    private final LineReadings readings;

    FrozenLots(Database database, SqlLots shelf, DemandBoard demand, LineReadings readings) {
        this.database = database;
        this.shelf = shelf;
        this.demand = demand;
        this.readings = readings;
    }

    /** Notes that the actor read these lines' masses in a document that holds them; each member is shown who read its own (law 8). */
    public Mono<Void> noted(Asking asking, UUID roundId, Set<UUID> lines) {
        return database.read(Scope.background(), tx -> demand.some(tx, roundId, lines))
                .flatMap(found -> readings.note(asking.tx(), asking.actor(), LineReadings.Purpose.EXPORT, found, asking.at()));
    }

    /**
     * Lots in one of these states, ascending by code, with the lines that may still get something. Refused with {@code LOT_DIGEST_DIFFERS} where the lines of one are not those that
     * were frozen. To be asked in the name of the association, or of background work: others do not see all lines.
     */
    public Mono<List<FrozenLot>> of(Tx tx, UUID roundId, Set<LotStatus> statuses) {
        return Mono.zip(shelf.list(tx, roundId, null, MOST), shelf.places(tx, roundId)).flatMap(found -> {
            List<PooledLot> lots = found.getT1().items().stream().filter(lot -> statuses.contains(lot.status())).toList();
            Map<UUID, List<UUID>> linesOf = found.getT2().stream()
                    .collect(Collectors.groupingBy(LotPlace::lotId, Collectors.mapping(LotPlace::lineId, Collectors.toList())));
            Set<UUID> wanted = lots.stream().flatMap(lot -> linesOf.getOrDefault(lot.id(), List.of()).stream()).collect(Collectors.toSet());
            return demand.some(tx, roundId, wanted).map(lines -> frozen(lots, linesOf, lines));
        });
    }

    private static List<FrozenLot> frozen(List<PooledLot> lots, Map<UUID, List<UUID>> linesOf, List<DemandLine> lines) {
        Map<UUID, DemandLine> byId = lines.stream().collect(Collectors.toMap(DemandLine::id, Function.identity()));
        return lots.stream().map(lot -> frozen(lot, linesOf.getOrDefault(lot.id(), List.of()), byId)).toList();
    }

    private static FrozenLot frozen(PooledLot lot, List<UUID> ids, Map<UUID, DemandLine> lines) {
        List<DemandLine> own = ids.stream().map(lines::get).filter(Objects::nonNull).sorted(Comparator.comparing(line -> line.id().toString())).toList();
        List<PoolLine> pooled = own.stream().map(Grouped::poolLine).toList();
        boolean same = own.size() == ids.size() && lot.digest().equals(Optional.of(LotDigest.of(Grouped.lot(lot, ids), pooled)));
        if (!same) throw new RefusedException(RoundRefusal.LOT_DIGEST_DIFFERS, Map.of("lot", lot.code()));
        // A line that lapsed when an award was made final stays so when that award is revoked.
        return new FrozenLot(lot, own.stream().filter(line -> line.status() != LineStatus.LAPSED).map(FrozenLots::line).toList());
    }

    private static FrozenLine line(DemandLine line) {
        return new FrozenLine(line.id(), line.code(), line.enterpriseId(), line.minimum(), line.target(), line.maximum(), line.priceCap(),
                line.approvedSources(), line.place().id(), line.submittedAt());
    }
}
