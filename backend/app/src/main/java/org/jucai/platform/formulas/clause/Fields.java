package org.jucai.platform.formulas.clause;

import java.time.DateTimeException;
import java.time.LocalDate;
import java.time.MonthDay;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Takes the members of a JSON object one by one. What is missing, of another type or out of range is put down with the pointer to
 * it, and something harmless stands for it, so that one reading finds every fault. {@link #end} puts down what nobody asked for.
 */
final class Fields {

    private static final long MOST_DENOMINATOR = 1_000_000;
    private static final int LONGEST_NAME = 40;

    private final Map<String, Object> left = new HashMap<>();
    private final String where;
    private final Faulty.Findings findings;

    Fields(@Nullable Object tree, String where, Faulty.Findings findings) {
        this.where = where;
        this.findings = findings;
        if (tree instanceof Map<?, ?> members) members.forEach((name, member) -> keep(String.valueOf(name), member));
        else findings.add(true, FormulaFault.WRONG_TYPE, where);
    }

    private void keep(String name, @Nullable Object member) {
        if (member != null) left.put(name, member);
    }

    String where() {
        return where;
    }

    String at(String name) {
        return where + "/" + name;
    }

    boolean has(String name) {
        return left.containsKey(name);
    }

    private Optional<Object> take(String name) {
        Optional<Object> member = Optional.ofNullable(left.remove(name));
        findings.add(member.isEmpty(), FormulaFault.MISSING, at(name));
        return member;
    }

    String text(String name, int most) {
        return take(name).map(member -> {
            if (!(member instanceof String text)) return wrong(FormulaFault.WRONG_TYPE, name, "");
            String kept = text.strip();
            return kept.isEmpty() || kept.length() > most || !isPlain(kept) ? wrong(FormulaFault.OUT_OF_RANGE, name, "") : kept;
        }).orElse("");
    }

    /** Without control characters and halves of characters. */
    private static boolean isPlain(String text) {
        return text.codePoints().noneMatch(point -> Character.isISOControl(point) || Character.MIN_SURROGATE <= point && point <= Character.MAX_SURROGATE);
    }

    long number(String name, long least, long most) {
        return take(name).map(member -> whole(member, at(name), least, most)).orElse(least);
    }

    OptionalLong maybeNumber(String name, long least, long most) {
        return has(name) ? OptionalLong.of(number(name, least, most)) : OptionalLong.empty();
    }

    private long whole(Object member, String place, long least, long most) {
        if (member instanceof Integer || member instanceof Long) {
            long number = ((Number) member).longValue();
            return findings.add(number < least || number > most, FormulaFault.OUT_OF_RANGE, place) ? least : number;
        }
        boolean huge = member instanceof java.math.BigInteger;
        findings.add(true, huge ? FormulaFault.OUT_OF_RANGE : FormulaFault.WRONG_TYPE, place);
        return least;
    }

    boolean truth(String name, boolean usual) {
        if (!has(name)) return usual;
        return take(name).map(member -> member instanceof Boolean truth ? truth : wrong(FormulaFault.WRONG_TYPE, name, usual)).orElse(usual);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type) {
        E[] constants = type.getEnumConstants();
        return take(name).map(member -> {
            for (E constant : constants) if (constant.name().equals(member)) return constant;
            return wrong(FormulaFault.OUT_OF_RANGE, name, constants[0]);
        }).orElse(constants[0]);
    }

    <E extends Enum<E>> E constant(String name, Class<E> type, E usual) {
        return has(name) ? constant(name, type) : usual;
    }

    /** A whole number, or an object of numerator and denominator. */
    Ratio ratio(String name, long most) {
        Object member = take(name).orElse(0L);
        if (!(member instanceof Map<?, ?>)) return Ratio.of(whole(member, at(name), -most, most));
        Fields parts = new Fields(member, at(name), findings);
        Ratio ratio = Ratio.of(parts.number("numerator", -most * MOST_DENOMINATOR, most * MOST_DENOMINATOR), parts.number("denominator", 1, MOST_DENOMINATOR));
        parts.end();
        findings.add(ratio.size().compareTo(Ratio.of(most)) > 0, FormulaFault.OUT_OF_RANGE, at(name));
        return ratio;
    }

    Optional<Ratio> maybeRatio(String name, long most) {
        return has(name) ? Optional.of(ratio(name, most)) : Optional.empty();
    }

    /** A day of each year, written {@code MM-DD}. */
    MonthDay dayOfYear(String name) {
        return take(name).map(member -> {
            try {
                return MonthDay.parse("--" + member);
            } catch (DateTimeException none) {
                return wrong(FormulaFault.NO_SUCH_DAY, name, MonthDay.of(1, 1));
            }
        }).orElse(MonthDay.of(1, 1));
    }

    LocalDate day(String name) {
        return take(name).map(member -> {
            try {
                return LocalDate.parse(String.valueOf(member));
            } catch (DateTimeException none) {
                return wrong(FormulaFault.NO_SUCH_DAY, name, LocalDate.EPOCH);
            }
        }).orElse(LocalDate.EPOCH);
    }

    Fields object(String name) {
        return new Fields(take(name).orElse(Map.of()), at(name), findings);
    }

    Optional<Fields> maybeObject(String name) {
        return has(name) ? Optional.of(object(name)) : Optional.empty();
    }

    List<Fields> objects(String name, int fewest, int most) {
        Object member = take(name).orElse(List.of());
        List<Fields> read = new ArrayList<>();
        if (!(member instanceof List<?> items)) return wrong(FormulaFault.WRONG_TYPE, name, read);
        if (findings.add(items.size() < fewest || items.size() > most, FormulaFault.OUT_OF_RANGE, at(name))) return read;
        for (Object item : items) read.add(new Fields(item, at(name) + "/" + read.size(), findings));
        return read;
    }

    List<Fields> maybeObjects(String name, int most) {
        return has(name) ? objects(name, 0, most) : List.of();
    }

    private <T> T wrong(FormulaFault fault, String name, T instead) {
        findings.add(true, fault, at(name));
        return instead;
    }

    /** Nothing may be left. */
    void end() {
        left.keySet().stream().sorted().forEach(name -> findings.add(true, FormulaFault.UNKNOWN, at(pointed(name))));
    }

    /** As a pointer writes it; what is longer than any name of ours is cut. */
    private static String pointed(String name) {
        String shown = name.length() > LONGEST_NAME ? name.substring(0, LONGEST_NAME) + "…" : name;
        return shown.replace("~", "~0").replace("/", "~1");
    }
}
