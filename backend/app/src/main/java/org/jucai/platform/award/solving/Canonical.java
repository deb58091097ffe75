package org.jucai.platform.award.solving;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.ArrayList;
import java.util.HexFormat;
import java.util.List;
import tools.jackson.databind.JsonNode;

/**
 * The canonical form of RFC 8785 for the documents of an award: they hold whole numbers below 2^53 and names of plain ASCII, so that the
 * RFC's hard part, how to print a fraction, does not arise, and order of UTF-16 code units is that of {@link String}.
 */
final class Canonical {

    /** Beyond this a reader that keeps numbers as IEEE doubles, as the RFC assumes, would read another one. */
    static final long GREATEST = (1L << 53) - 1;

    private Canonical() {}

    static byte[] bytes(JsonNode tree) {
        StringBuilder text = new StringBuilder(1 << 16);
        write(tree, text);
        return text.toString().getBytes(StandardCharsets.UTF_8);
    }

    static String sha256(byte[] document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(document));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException("every Java has SHA-256", impossible);
        }
    }

    private static void write(JsonNode node, StringBuilder text) {
        if (node.isObject()) writeObject(node, text);
        else if (node.isArray()) writeArray(node, text);
        else if (node.isIntegralNumber()) text.append(exact(node.longValue()));
        else if (node.isBoolean()) text.append(node.booleanValue());
        else if (node.isString()) writeString(node.stringValue(), text);
        else throw new IllegalArgumentException("not in an award's document: " + node.getNodeType());
    }

    private static long exact(long number) {
        if (Math.abs(number) > GREATEST) throw new IllegalArgumentException("not exact in every reader: " + number);
        return number;
    }

    private static void writeObject(JsonNode node, StringBuilder text) {
        List<String> names = new ArrayList<>(node.propertyNames());
        names.sort(null);
        text.append('{');
        for (int i = 0; i < names.size(); i++) {
            if (i > 0) text.append(',');
            writeString(names.get(i), text);
            text.append(':');
            write(node.get(names.get(i)), text);
        }
        text.append('}');
    }

    private static void writeArray(JsonNode node, StringBuilder text) {
        text.append('[');
        for (int i = 0; i < node.size(); i++) {
            if (i > 0) text.append(',');
            write(node.get(i), text);
        }
        text.append(']');
    }

    private static void writeString(String value, StringBuilder text) {
        for (int i = 0; i < value.length(); i++) {
            char c = value.charAt(i);
            if (c < ' ' || c > '~' || c == '"' || c == '\\') throw new IllegalArgumentException("not a plain name: " + value);
        }
        text.append('"').append(value).append('"');
    }
}
