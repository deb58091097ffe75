package org.jucai.platform.bidding.envelope;

import java.nio.charset.StandardCharsets;
import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;

/**
 * The one way to write a document of ours (RFC 8785): members sorted by their UTF-16 code units, no spaces, whole numbers only.
 * Two systems that agree on the content agree on the bytes, and so on digests and signatures.
 */
public final class CanonicalJson {

    private static final String HEX = "0123456789abcdef";

    private CanonicalJson() {}

    /** UTF-8 of a tree of maps, lists, texts, whole numbers and truths. */
    public static byte[] bytes(Object tree) {
        return bytes(tree, 1_024);
    }

    /** @param about how long it will be, so that what is long is not copied as it grows */
    static byte[] bytes(Object tree, int about) {
        StringBuilder out = new StringBuilder(about);
        write(tree, out);
        return out.toString().getBytes(StandardCharsets.UTF_8);
    }

    private static void write(Object value, StringBuilder out) {
        switch (value) {
            case Map<?, ?> members -> object(members, out);
            case List<?> items -> list(items, out);
            case String text -> text(text, out);
            case Boolean truth -> out.append(truth.booleanValue());
            case Integer number -> out.append(number.intValue());
            case Long number when Math.abs(number) <= Json.MOST -> out.append(number.longValue());
            default -> throw new IllegalArgumentException("not of our JSON: " + value.getClass().getSimpleName());
        }
    }

    private static void object(Map<?, ?> members, StringBuilder out) {
        // Java compares strings by UTF-16 code units, which is the order RFC 8785 section 3.2.3 asks for.
        Map<String, Object> sorted = new TreeMap<>();
        members.forEach((name, value) -> sorted.put((String) name, value));
        out.append('{');
        for (Iterator<Map.Entry<String, Object>> each = sorted.entrySet().iterator(); each.hasNext(); ) {
            Map.Entry<String, Object> member = each.next();
            text(member.getKey(), out);
            out.append(':');
            write(member.getValue(), out);
            if (each.hasNext()) out.append(',');
        }
        out.append('}');
    }

    private static void list(List<?> items, StringBuilder out) {
        out.append('[');
        for (int i = 0; i < items.size(); i++) {
            if (i > 0) out.append(',');
            write(items.get(i), out);
        }
        out.append(']');
    }

    private static void text(String text, StringBuilder out) {
        if (!isWhole(text)) throw new IllegalArgumentException("a text with half a character");
        out.append('"');
        int written = 0;
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (c >= ' ' && c != '"' && c != '\\') continue;
            out.append(text, written, i).append(escaped(c));
            written = i + 1;
        }
        out.append(text, written, text.length()).append('"');
    }

    private static String escaped(char c) {
        return switch (c) {
            case '"' -> "\\\"";
            case '\\' -> "\\\\";
            case '\b' -> "\\b";
            case '\t' -> "\\t";
            case '\n' -> "\\n";
            case '\f' -> "\\f";
            case '\r' -> "\\r";
            default -> "\\u00" + HEX.charAt(c >> 4) + HEX.charAt(c & 15);
        };
    }

    /** Whether every surrogate has its other half. */
    static boolean isWhole(String text) {
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            if (!Character.isSurrogate(c)) continue;
            if (!Character.isHighSurrogate(c) || i + 1 == text.length() || !Character.isLowSurrogate(text.charAt(i + 1))) return false;
            i++;
        }
        return true;
    }
}
