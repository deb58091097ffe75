package org.jucai.platform.contracts.deliveries;

import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.contracts.weighing.TicketBook;
import org.jucai.platform.contracts.weighing.WeighingRules;
import org.jucai.platform.kernel.Tx;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/**
 * Holds all that many tickets touch, before the first is looked at: deliveries by their ids, then tickets by their names, then what is called off
 * by its items. Everybody holds in this order, so two batches never wait for each other, however their rows are ordered.
 */
@Component
class Lineup {

    private final SqlDeliveries shelf;
    private final TicketBook tickets;
    private final CallOffs contracts;

    Lineup(SqlDeliveries shelf, TicketBook tickets, CallOffs contracts) {
        this.shelf = shelf;
        this.tickets = tickets;
        this.contracts = contracts;
    }

    /** The deliveries that are held, as the rows name them. */
    record Held(Map<String, UUID> byCode, Map<String, List<UUID>> byPlate) {

        Optional<UUID> of(String code) {
            return Optional.ofNullable(byCode.get(code));
        }

        List<UUID> withPlate(String plate) {
            return byPlate.getOrDefault(plate, List.of());
        }
    }

    Mono<Held> hold(Tx tx, List<WeighDesk.Row> rows) {
        Set<String> codes = new HashSet<>();
        Set<String> plates = new HashSet<>();
        rows.forEach(row -> {
            if (row.code().isPresent()) codes.add(row.code().get());
            else row.plate().map(WeighingRules::key).ifPresent(plates::add);
        });
        return shelf.holdAll(tx, codes, plates).flatMap(held -> tickets.hold(tx, rows.stream().map(WeighDesk.Row::weighing).toList())
                .then(contracts.hold(tx, held.stream().map(each -> each.of().itemId()).collect(Collectors.toSet())))
                .thenReturn(named(held)));
    }

    private static Held named(List<Delivery> held) {
        Map<String, UUID> byCode = held.stream().collect(Collectors.toMap(Delivery::code, Delivery::id));
        Map<String, List<UUID>> byPlate = held.stream().filter(each -> each.notice().isPresent())
                .collect(Collectors.groupingBy(each -> each.notice().orElseThrow().plate(), Collectors.mapping(Delivery::id, Collectors.toList())));
        return new Held(byCode, byPlate);
    }
}
