package org.jucai.platform.bidding.envelope;

import java.util.ArrayList;
import java.util.HashMap;
import java.util.HexFormat;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.BiFunction;
import java.util.regex.Pattern;

/**
 * Takes the members of a JSON object one by one; each is there, of its type and within its bounds, or the document is refused
 * with the pointer to it. {@link #end} refuses what nobody asked for.
 */
public final class Members {

    /** How rounds, parties, lots and the like are named. */
    public static final Pattern ID = Pattern.compile("[A-Za-z0-9._:-]{1,64}");

    private static final Pattern SHA256 = Pattern.compile("[0-9a-f]{64}");

    private final Map<String, Object> left;
    private final String where;

    private Members(Map<String, Object> left, String where) {
        this.left = left;
        this.where = where;
    }

    public static Members of(Map<String, Object> tree) {
        return new Members(new HashMap<>(tree), "");
    }

    private static Members of(Object value, String where) {
        if (!(value instanceof Map<?, ?>)) throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, where);
        return new Members(tree(value), where);
    }

    /** A copy of an object of a tree that {@link Json} read. */
    public static Map<String, Object> tree(Object object) {
        Map<String, Object> members = new HashMap<>();
        if (object instanceof Map<?, ?> map) map.forEach((name, member) -> members.put((String) name, member));
        return members;
    }

    public String where() {
        return where;
    }

    public boolean has(String name) {
        return left.containsKey(name);
    }

    private Object take(String name) {
        return Optional.ofNullable(left.remove(name)).orElseThrow(() -> new RefusedEnvelopeException(Fault.MEMBER_MISSING, at(name)));
    }

    private String at(String name) {
        return where + "/" + name;
    }

    private RefusedEnvelopeException wrong(String name) {
        return new RefusedEnvelopeException(Fault.MEMBER_WRONG, at(name));
    }

    public String text(String name, Pattern pattern) {
        if (take(name) instanceof String text && pattern.matcher(text).matches()) return text;
        throw wrong(name);
    }

    public String id(String name) {
        return text(name, ID);
    }

    /** Any text of at most this many characters. */
    public String text(String name, int mostCharacters) {
        if (take(name) instanceof String text && text.length() <= mostCharacters) return text;
        throw wrong(name);
    }

    public long number(String name, long least, long most) {
        if (take(name) instanceof Long number && number >= least && number <= most) return number;
        throw wrong(name);
    }

    public boolean truth(String name) {
        if (take(name) instanceof Boolean truth) return truth;
        throw wrong(name);
    }

    /** The constant of this name. */
    public <E extends Enum<E>> E constant(String name, Class<E> type) {
        Object text = take(name);
        for (E constant : type.getEnumConstants()) if (constant.name().equals(text)) return constant;
        throw wrong(name);
    }

    /** So many bytes in base64url. */
    public Bytes bytes(String name, int length) {
        return bytes(take(name), length, at(name));
    }

    private static Bytes bytes(Object value, int length, String where) {
        if (!(value instanceof String text)) throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, where);
        try {
            Bytes bytes = Bytes.ofText(text);
            if (length >= 0 && bytes.length() != length) throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, where);
            return bytes;
        } catch (RefusedEnvelopeException refused) {
            throw new RefusedEnvelopeException(refused.fault(), where);
        }
    }

    /** Bytes of a length that is judged by whoever knows the shape. */
    Bytes bytes(String name) {
        return bytes(name, -1);
    }

    /** A SHA-256 in lower case hexadecimal, as people compare it. */
    public Bytes sha256(String name) {
        return Bytes.wrap(HexFormat.of().parseHex(text(name, SHA256)));
    }

    List<Bytes> listOfBytes(String name, int count, int length) {
        return list(name, count, count, (value, at) -> bytes(value, length, at));
    }

    public List<String> ids(String name, int fewest, int most) {
        return list(name, fewest, most, (value, at) -> {
            if (value instanceof String text && ID.matcher(text).matches()) return text;
            throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, at);
        });
    }

    List<String> texts(String name, int most) {
        return list(name, 0, most, (value, at) -> {
            if (value instanceof String text) return text;
            throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, at);
        });
    }

    public List<Long> numbers(String name, int fewest, int most) {
        return list(name, fewest, most, (value, at) -> {
            if (value instanceof Long number) return number;
            throw new RefusedEnvelopeException(Fault.MEMBER_WRONG, at);
        });
    }

    public Members object(String name) {
        return of(take(name), at(name));
    }

    /** The member as it stands, an object. */
    Map<String, Object> objectTree(String name) {
        return Map.copyOf(object(name).left);
    }

    public List<Members> objects(String name, int fewest, int most) {
        return list(name, fewest, most, Members::of);
    }

    private <T> List<T> list(String name, int fewest, int most, BiFunction<Object, String, T> item) {
        if (!(take(name) instanceof List<?> items) || items.size() < fewest || items.size() > most) throw wrong(name);
        List<T> read = new ArrayList<>(items.size());
        for (Object value : items) read.add(item.apply(value, at(name) + "/" + read.size()));
        return read;
    }

    /** The names that have not been taken. */
    public List<String> names() {
        return left.keySet().stream().sorted().toList();
    }

    /** The format must be this one. */
    public Members format(String expected) {
        if (!expected.equals(take("format"))) throw new RefusedEnvelopeException(Fault.UNKNOWN_FORMAT, at("format"));
        return this;
    }

    /** Nothing may be left. */
    public void end() {
        if (!left.isEmpty()) throw new RefusedEnvelopeException(Fault.MEMBER_UNKNOWN, at(names().getFirst()));
    }
}
