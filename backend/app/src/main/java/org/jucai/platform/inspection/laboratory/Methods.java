package org.jucai.platform.inspection.laboratory;

import java.util.EnumMap;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import org.jucai.platform.catalogue.Property;
import org.jucai.platform.catalogue.TestMethod;
import org.jucai.platform.formulas.clause.Measure;

/**
 * By which standards each property of a material is tested, as the catalogue says; where it names none, any may be named.
 *
 * @param known standards by property, without blanks
 */
public record Methods(Map<Measure, Set<String>> known) {

    public Methods {
        known = Map.copyOf(known);
    }

    public static Methods of(List<TestMethod> methods) {
        Map<Measure, Set<String>> known = new EnumMap<>(Measure.class);
        for (TestMethod method : methods) {
            if (method.purpose() != TestMethod.Purpose.TESTING) continue;
            for (Property property : method.properties()) known.computeIfAbsent(Measure.valueOf(property.name()), _ -> new HashSet<>()).add(key(method.standard()));
        }
        return new Methods(known);
    }

    /** A year or a part that the catalogue does not name is of the same standard. */
    boolean admit(Reading reading) {
        Set<String> standards = known.get(reading.property());
        String named = key(reading.method());
        return standards == null || standards.stream().anyMatch(each -> named.equals(each) || named.startsWith(each + "-") || named.startsWith(each + "."));
    }

    private static String key(String standard) {
        return standard.replaceAll("\\s", "").toUpperCase(Locale.ROOT);
    }
}
