package org.jucai.platform.award.solving;

import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.FIELD_MISSING;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.NOT_ASCENDING;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.OUT_OF_BOUNDS;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.UNKNOWN_FIELD;
import static org.jucai.platform.award.solving.ProblemRefusedException.Reason.WRONG_TYPE;

import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.function.Function;
import java.util.regex.Pattern;
import org.jucai.platform.award.solving.ProblemRefusedException.Reason;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;

/** A place in a document that is read strictly: whatever is not as promised is refused with its path. */
record StrictNode(JsonNode json, String path) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    /** A list whose names rise strictly, and so are unique. */
    interface Named<T> extends Function<T, String> {}

    ProblemRefusedException refuse(Reason reason) {
        return new ProblemRefusedException(reason, path.isEmpty() ? "the document" : path);
    }

    StrictNode object(Set<String> required, Set<String> optional) {
        if (!json.isObject()) throw refuse(WRONG_TYPE);
        for (String name : json.propertyNames()) {
            if (!required.contains(name) && !optional.contains(name)) throw at(name, json).refuse(UNKNOWN_FIELD);
        }
        for (String name : required.stream().sorted().toList()) if (!json.has(name)) throw at(name, json).refuse(FIELD_MISSING);
        return this;
    }

    private StrictNode at(String name, JsonNode node) {
        return new StrictNode(node, path.isEmpty() ? name : path + "." + name);
    }

    boolean has(String name) {
        return json.has(name);
    }

    StrictNode get(String name) {
        JsonNode node = json.get(name);
        if (node == null) throw at(name, json).refuse(FIELD_MISSING);
        return at(name, node);
    }

    long whole(long least, long most) {
        if (!json.isIntegralNumber()) throw refuse(WRONG_TYPE);
        if (!json.canConvertToLong() || json.longValue() < least || json.longValue() > most) throw refuse(OUT_OF_BOUNDS);
        return json.longValue();
    }

    boolean truth() {
        if (!json.isBoolean()) throw refuse(WRONG_TYPE);
        return json.booleanValue();
    }

    String text() {
        if (!json.isString()) throw refuse(WRONG_TYPE);
        return json.stringValue();
    }

    String id() {
        if (!ID.matcher(text()).matches()) throw refuse(OUT_OF_BOUNDS);
        return text();
    }

    @Nullable String idIfThere(String name) {
        return has(name) ? get(name).id() : null;
    }

    <E extends Enum<E>> E oneOf(Class<E> type) {
        for (E constant : type.getEnumConstants()) if (constant.name().equals(text())) return constant;
        throw refuse(OUT_OF_BOUNDS);
    }

    <T> List<T> list(int least, int most, Function<StrictNode, T> each) {
        if (!json.isArray()) throw refuse(WRONG_TYPE);
        if (json.size() < least || json.size() > most) throw refuse(OUT_OF_BOUNDS);
        List<T> items = new ArrayList<>(json.size());
        for (int i = 0; i < json.size(); i++) items.add(each.apply(item(i)));
        return items;
    }

    StrictNode item(int i) {
        return new StrictNode(json.get(i), path + "[" + i + "]");
    }

    <T> List<T> ascending(int most, Function<StrictNode, T> each, Named<T> name) {
        List<T> items = list(0, most, each);
        for (int i = 1; i < items.size(); i++) {
            if (name.apply(items.get(i - 1)).compareTo(name.apply(items.get(i))) >= 0) throw item(i).refuse(NOT_ASCENDING);
        }
        return items;
    }
}
