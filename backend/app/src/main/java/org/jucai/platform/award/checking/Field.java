package org.jucai.platform.award.checking;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import tools.jackson.databind.JsonNode;

/** A value of a document with the way to it; what it is not expected to be is said with that way. */
record Field(JsonNode node, String at) {

    private static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");
    private static final int SHOWN = 60;

    UnreadableException unreadable(Fault fault, Object found) {
        String text = String.valueOf(found);
        return new UnreadableException(fault, at, text.length() <= SHOWN ? text : text.substring(0, SHOWN) + "…");
    }

    /** An object with all of the required names and no other than these and the optional ones. */
    Field object(Set<String> required, Set<String> optional) {
        if (!node.isObject()) throw unreadable(Fault.NOT_AN_OBJECT, "");
        for (String name : required) if (!node.has(name)) throw unreadable(Fault.MISSING, name);
        for (String name : node.propertyNames()) {
            if (!required.contains(name) && !optional.contains(name)) throw unreadable(Fault.UNKNOWN_NAME, name);
        }
        return this;
    }

    Field get(String name) {
        JsonNode value = node.get(name);
        if (value == null) throw unreadable(Fault.MISSING, name);
        return new Field(value, at + "/" + name);
    }

    Optional<Field> maybe(String name) {
        return node.has(name) ? Optional.of(get(name)) : Optional.empty();
    }

    boolean has(String name) {
        return node.has(name);
    }

    List<Field> items(int least, int most) {
        if (!node.isArray()) throw unreadable(Fault.NOT_A_LIST, "");
        if (node.size() < least) throw unreadable(Fault.TOO_FEW, node.size());
        if (node.size() > most) throw unreadable(Fault.TOO_MANY, node.size());
        List<Field> items = new ArrayList<>(node.size());
        for (JsonNode item : node.values()) items.add(new Field(item, at + "/" + items.size()));
        return items;
    }

    /** The members of an object whose names are data. */
    List<Map.Entry<String, Field>> members() {
        if (!node.isObject()) throw unreadable(Fault.NOT_AN_OBJECT, "");
        return node.properties().stream().map(each -> Map.entry(each.getKey(), new Field(each.getValue(), at + "/" + each.getKey()))).toList();
    }

    BigInteger whole() {
        if (!node.isIntegralNumber()) throw unreadable(Fault.NOT_A_WHOLE_NUMBER, node);
        return node.bigIntegerValue();
    }

    long whole(long least, long most) {
        BigInteger value = whole();
        boolean within = value.compareTo(BigInteger.valueOf(least)) >= 0 && value.compareTo(BigInteger.valueOf(most)) <= 0;
        if (!within) throw unreadable(Fault.OUT_OF_RANGE, value);
        return value.longValue();
    }

    BigInteger notNegative() {
        BigInteger value = whole();
        if (value.signum() < 0) throw unreadable(Fault.OUT_OF_RANGE, value);
        return value;
    }

    String text() {
        if (!node.isString()) throw unreadable(Fault.NOT_TEXT, node);
        return node.stringValue();
    }

    String text(int most) {
        String text = text();
        if (text.codePointCount(0, text.length()) > most) throw unreadable(Fault.TOO_LONG, text.length());
        return text;
    }

    String id() {
        String text = text();
        if (!ID.matcher(text).matches()) throw unreadable(Fault.NOT_AN_ID, text);
        return text;
    }

    boolean flag() {
        if (!node.isBoolean()) throw unreadable(Fault.NOT_TRUE_OR_FALSE, node);
        return node.booleanValue();
    }

    <E extends Enum<E>> E oneOf(Class<E> values) {
        String text = text();
        return Arrays.stream(values.getEnumConstants()).filter(each -> each.name().equals(text)).findFirst()
                .orElseThrow(() -> unreadable(Fault.NOT_ONE_OF, text));
    }

    void format(String expected) {
        if (!text().equals(expected)) throw unreadable(Fault.WRONG_FORMAT, text());
    }

    /** Ids in ascending order of their UTF-16 code units, none twice. */
    void ascending(List<String> ids) {
        for (int i = 1; i < ids.size(); i++) {
            if (ids.get(i - 1).compareTo(ids.get(i)) >= 0) throw unreadable(Fault.NOT_ASCENDING, ids.get(i));
        }
    }
}
