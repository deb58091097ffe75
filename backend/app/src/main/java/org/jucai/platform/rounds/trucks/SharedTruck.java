package org.jucai.platform.rounds.trucks;

import java.util.List;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.pooling.Window;

/**
 * Part loads that fit into one truck.
 *
 * @param window the days on which it suits all
 */
public record SharedTruck(List<PartLoad> loads, Window window, Kilograms mass) {

    public SharedTruck {
        loads = List.copyOf(loads);
    }

    static SharedTruck of(List<PartLoad> loads) {
        return new SharedTruck(loads,
                loads.stream().map(PartLoad::window).reduce(Window::common).orElseThrow(),
                loads.stream().map(PartLoad::mass).reduce(Kilograms.ZERO, Kilograms::plus));
    }
}
