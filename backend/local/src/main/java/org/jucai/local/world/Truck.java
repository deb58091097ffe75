package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.format.DateTimeFormatter;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.contracts.CalledItem;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.contracts.weighing.Weighing;
import org.jucai.platform.kernel.Kilograms;

/**
 * A truck of the story.
 *
 * @param number counts all trucks of the demo: plates and tickets are made of it
 * @param on the day on which it is wanted
 * @param store where its goods go, instead of to the member itself
 * @param until how far it has come
 */
record Truck(CalledItem item, int number, Load load, LocalDate on, Optional<UUID> store, Until until) {

    private static final long TARE_KG = 15_600;
    private static final int PLATES = 99_999;
    private static final int STRIDE = 7_919;
    private static final Duration AT_THE_GATE = Duration.ofMinutes(50);

    enum Until { PLANNED, ANNOUNCED, ARRIVED, CHECKED, WEIGHED, UNLOADED, PASSED, RELEASED }

    /** What was planned, what was loaded and what came, in kilograms. */
    record Load(long plannedKg, long sentKg, long cameKg) {

        /** Some kilograms less than planned, as always; the scales agree within three in a thousand. */
        static Load usual(long plannedKg, int number) {
            long sent = plannedKg - number * 13 % 60;
            return new Load(plannedKg, sent, sent - sent * (number % 3) / 1_000);
        }

        /** Loaded short. */
        Load lessBy(long kg) {
            return new Load(plannedKg, sentKg - kg, cameKg - kg);
        }
    }

    boolean is(Until atLeast) {
        return until.compareTo(atLeast) >= 0;
    }

    UUID receiver() {
        return store.orElse(item.item().enterpriseId());
    }

    String plate() {
        return "晋%s%05d".formatted("CDHKM".charAt(number % 5), number * STRIDE % PLATES);
    }

    Instant plannedAt(Instant now) {
        return earlier(DemoDays.at(on.minusDays(5), 10), now.minus(Duration.ofDays(2)));
    }

    Instant notifiedAt(Instant now) {
        return earlier(DemoDays.at(on.minusDays(1), 17), now.minus(Duration.ofHours(3)));
    }

    Instant arrivedAt(Instant now) {
        return earlier(DemoDays.at(on, 9).plusSeconds(number * 411L % 21_600), now.minus(AT_THE_GATE));
    }

    Instant expectedAt() {
        return DemoDays.at(on, 9).plusSeconds(number * 411L % 21_600);
    }

    Instant passedAt(Instant now) {
        return earlier(DemoDays.at(on.plusDays(2), 15), now.minus(Duration.ofHours(2)));
    }

    Instant releasedAt(Instant now) {
        return earlier(DemoDays.at(on.plusDays(3), 10), now.minus(Duration.ofHours(1)));
    }

    private static Instant earlier(Instant one, Instant other) {
        return one.isBefore(other) ? one : other;
    }

    Weighing origin(String supplier, Instant at) {
        return weighing(Side.ORIGIN, "起运磅 " + supplier, load.sentKg(), at);
    }

    Weighing destination(String receiver, Instant at) {
        return weighing(Side.DESTINATION, "到货磅 " + receiver, load.cameKg(), at);
    }

    private Weighing weighing(Side side, String bridge, long netKg, Instant at) {
        String ticket = DateTimeFormatter.BASIC_ISO_DATE.format(on) + "-%03d".formatted(number);
        return new Weighing(side, bridge, ticket, new Kilograms(TARE_KG + netKg), new Kilograms(TARE_KG), at);
    }
}
