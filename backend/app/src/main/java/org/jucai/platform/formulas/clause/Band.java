package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.OptionalLong;

/**
 * Readings between two ends, and what happens there. An end that is absent is open.
 *
 * @param fromIncluded whether the lower end itself belongs to it
 * @param toIncluded whether the upper end itself belongs to it
 */
public record Band(OptionalLong from, boolean fromIncluded, OptionalLong to, boolean toIncluded, List<Effect> effects) {

    public Band {
        effects = List.copyOf(effects);
    }

    public boolean contains(Ratio reading) {
        int low = from.isEmpty() ? 1 : reading.compareTo(Ratio.of(from.getAsLong()));
        int high = to.isEmpty() ? -1 : reading.compareTo(Ratio.of(to.getAsLong()));
        return (low > 0 || low == 0 && fromIncluded) && (high < 0 || high == 0 && toIncluded);
    }

    /** What it is worth for a reading, the terms of a concession in force or not. */
    Worth worth(Ratio reading, Steps.Side side, boolean conceding) {
        Worth worth = Worth.NOTHING;
        for (Effect effect : inForce(conceding)) worth = worth.plus(worth(effect, reading, side));
        return worth;
    }

    /** The effects that hold. */
    List<Effect> inForce(boolean conceding) {
        boolean conceded = conceding && effects.getFirst() instanceof Effect.Refuse(var concession) && !concession.isEmpty();
        return conceded ? ((Effect.Refuse) effects.getFirst()).concession() : effects;
    }

    private static Worth worth(Effect effect, Ratio reading, Steps.Side side) {
        return switch (effect) {
            case Effect.Nothing _ -> Worth.NOTHING;
            case Effect.Fixed(Of of, Ratio value) -> Worth.of(of, value);
            case Effect.Stepped(Steps steps) -> Worth.of(steps.of(), steps.at(reading, side));
            case Effect.Unpaid _ -> Worth.UNPAID;
            case Effect.Refuse _ -> Worth.REFUSED;
        };
    }
}
