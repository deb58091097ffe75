package org.jucai.platform.formulas.clause;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.LocalDate;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jucai.platform.formulas.clause.Delivered.Lot;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import tools.jackson.databind.json.JsonMapper;

/** The formulas that come with the product, and what is asked about them. */
final class FormulaWorld {

    static final LocalDate APRIL = LocalDate.of(2027, 4, 10);
    static final LocalDate JULY = LocalDate.of(2027, 7, 10);

    private static final JsonMapper JSON = new JsonMapper();

    private FormulaWorld() {}

    static PriceFormula named(String name) {
        return right(FormulaReader.read(tree(name)));
    }

    static Object tree(String name) {
        try (InputStream in = FormulaWorld.class.getResourceAsStream("/formulas/" + name + ".json")) {
            return JSON.readValue(Objects.requireNonNull(in, name), Object.class);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    static Object json(String text) {
        return JSON.readValue(text.replace('\'', '"'), Object.class);
    }

    static <T> T right(Read<T> read) {
        return switch (read) {
            case Read.Right<T>(T value) -> value;
            case Read.Wrong<T>(var faults) -> throw new AssertionError("refused: " + faults);
        };
    }

    static Lot lot(String name, long tonnes, LocalDate on, Map<Measure, Long> readings) {
        return new Lot(name, Kilograms.tonnes(tonnes), on, readings);
    }

    /** One lot of so many tonnes, in April. */
    static Delivered delivered(long yuan, long tonnes, Map<Measure, Long> readings) {
        return delivered(yuan, lot("A", tonnes, APRIL, readings));
    }

    static Delivered delivered(long yuan, Lot... lots) {
        return new Delivered(new FenPerTonne(yuan * 100), List.of(lots), Map.of(), Optional.empty(), false);
    }

    static Delivered conceding(Delivered of) {
        return new Delivered(of.base(), of.lots(), of.guarantees(), of.totals(), true);
    }

    static Delivered guaranteed(Delivered of, Map<Measure, Long> guarantees) {
        return new Delivered(of.base(), of.lots(), guarantees, of.totals(), of.conceding());
    }

    static Delivered inAll(Delivered of, long contractedTonnes, long deliveredTonnes) {
        Delivered.Totals totals = new Delivered.Totals(Kilograms.tonnes(contractedTonnes), Kilograms.tonnes(deliveredTonnes));
        return new Delivered(of.base(), of.lots(), of.guarantees(), Optional.of(totals), of.conceding());
    }

    static Evaluation evaluated(PriceFormula formula, Delivered delivered) {
        return right(Evaluator.evaluate(formula, delivered));
    }
}
