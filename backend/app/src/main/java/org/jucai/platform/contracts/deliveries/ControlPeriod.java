package org.jucai.platform.contracts.deliveries;

import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;

/**
 * Days under an alert in a delivery zone, as the association imported them.
 *
 * @param fromOn its first day
 * @param toOn its last day; an earlier one where the alert was lifted early
 * @param blocks whether no truck of goods may be driven on these days; an alert may also leave deliveries alone
 * @param source the notice that says so
 */
public record ControlPeriod(UUID id, UUID associationId, String zone, AlertLevel level, LocalDate fromOn, LocalDate toOn, boolean blocks, String source,
        Instant recordedAt, long version) {

    static final String STREAM = "control-period";

    /** An alert lasts days or weeks; what lasts longer is a season and not one alert. */
    private static final int MOST_DAYS = 60;

    boolean runsForward() {
        return !toOn.isBefore(fromOn) && !toOn.isAfter(fromOn.plusDays(MOST_DAYS));
    }

    boolean isOn(LocalDate day) {
        return !day.isBefore(fromOn) && !day.isAfter(toOn);
    }

    ControlPeriod lifted(LocalDate lastOn) {
        return new ControlPeriod(id, associationId, zone, level, fromOn, lastOn, blocks, source, recordedAt, version + 1);
    }
}
