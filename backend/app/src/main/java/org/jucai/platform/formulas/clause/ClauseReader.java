package org.jucai.platform.formulas.clause;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;

/** Reads a clause, its bands and their effects. */
final class ClauseReader {

    private static final long MOST_READING = Measure.MOST_READING;
    private static final long MOST_ROUNDING = 100_000;
    private static final int MOST_BANDS = 40;
    private static final int MOST_EFFECTS = 4;
    private static final long MOST_TIMES = 1_000;

    /** The names of effects in a document. */
    private enum Kind { NOTHING, FIXED, STEPS, UNPAID, REFUSE }

    private ClauseReader() {}

    static Clause clause(Fields fields) {
        Clause clause = new Clause(fields.constant("property", Measure.class), fields.constant("better", Clause.Better.class),
                fields.constant("measuredFrom", Clause.Origin.class, Clause.Origin.ZERO), fields.maybeNumber("roundTo", 1, MOST_ROUNDING),
                fields.objects("bands", 1, MOST_BANDS).stream().map(ClauseReader::band).toList());
        fields.end();
        return clause;
    }

    private static Band band(Fields fields) {
        OptionalLong from = fields.maybeNumber("from", -MOST_READING, MOST_READING);
        boolean fromIncluded = fields.truth("fromIncluded", true);
        OptionalLong to = fields.maybeNumber("to", -MOST_READING, MOST_READING);
        boolean toIncluded = fields.truth("toIncluded", false);
        Band band = new Band(from, fromIncluded, to, toIncluded, effects(fields, "effects"));
        fields.end();
        return band;
    }

    private static List<Effect> effects(Fields fields, String name) {
        return fields.objects(name, 1, MOST_EFFECTS).stream().map(ClauseReader::effect).toList();
    }

    private static Effect effect(Fields fields) {
        Effect effect = switch (fields.constant("kind", Kind.class)) {
            case NOTHING -> new Effect.Nothing();
            case FIXED -> fixed(fields);
            case STEPS -> new Effect.Stepped(steps(fields));
            case UNPAID -> new Effect.Unpaid();
            case REFUSE -> new Effect.Refuse(fields.has("concession") ? effects(fields, "concession") : List.of());
        };
        fields.end();
        return effect;
    }

    private static Effect fixed(Fields fields) {
        Of of = fields.constant("of", Of.class);
        return new Effect.Fixed(of, fields.ratio("value", most(of)));
    }

    private static Steps steps(Fields fields) {
        Of of = fields.constant("of", Of.class);
        long reference = fields.number("reference", -MOST_READING, MOST_READING);
        long per = fields.number("per", 1, MOST_READING);
        Steps.Counting counting = fields.constant("counting", Steps.Counting.class, Steps.Counting.PROPORTIONAL);
        Optional<Ratio> start = fields.maybeRatio("start", most(of));
        Optional<Ratio> times = fields.maybeRatio("times", MOST_TIMES);
        return new Steps(of, reference, per, counting, fields.ratio("change", most(of)), start.orElse(Ratio.ZERO), times.orElse(Ratio.ONE),
                fields.maybeRatio("cap", most(of)));
    }

    private static long most(Of of) {
        return switch (of) {
            case FEN_PER_TONNE, AMOUNT_FEN -> FormulaReader.MOST_FEN;
            case PRICE_PPM, MASS_PPM -> FormulaReader.WHOLE;
        };
    }
}
