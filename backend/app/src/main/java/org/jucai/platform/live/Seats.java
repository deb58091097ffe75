package org.jucai.platform.live;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.stereotype.Component;

/** Counts who listens: so many from an address, so many of a person, so many in all. */
@Component
public class Seats {

    private static final String ALL = "all";
    private static final int RETRY_AFTER_SECONDS = 30;

    private final LiveProperties properties;
    private final Map<String, Integer> taken = new ConcurrentHashMap<>();

    Seats(LiveProperties properties) {
        this.properties = properties;
    }

    /** A taken place; to be given back once. */
    public record Seat(List<String> counted) {}

    /** A place, or the refusal that there is none. */
    public Seat take(String address, Optional<UUID> person) {
        Seat seat = new Seat(person.map(id -> List.of(ALL, "address:" + address, "person:" + id))
                .orElseGet(() -> List.of(ALL, "address:" + address)));
        seat.counted().forEach(one -> taken.merge(one, 1, Integer::sum));
        if (seat.counted().stream().allMatch(one -> taken.getOrDefault(one, 0) <= room(one))) return seat;
        giveBack(seat);
        throw new RefusedException(LiveRefusal.TOO_MANY_STREAMS, Map.of("retryAfterSeconds", RETRY_AFTER_SECONDS));
    }

    public void giveBack(Seat seat) {
        seat.counted().forEach(one -> taken.computeIfPresent(one, (_, count) -> count == 1 ? null : count - 1));
    }

    int listening() {
        return taken.getOrDefault(ALL, 0);
    }

    private int room(String counted) {
        if (counted.equals(ALL)) return properties.inAll();
        return counted.startsWith("person:") ? properties.perPerson() : properties.perAddress();
    }
}
