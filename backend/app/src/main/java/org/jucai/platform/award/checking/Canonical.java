package org.jucai.platform.award.checking;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Map;
import java.util.TreeMap;
import tools.jackson.databind.JsonNode;

/**
 * The canonical form of RFC 8785 for documents whose numbers are whole: names ascend by UTF-16 code units, no white space, the
 * shortest escapes. Whole numbers of more than 53 bits have no canonical form there.
 */
final class Canonical {

    private static final int BITS = 53;
    private static final String PLAIN = "\b\t\n\f\r\"\\";
    private static final String LETTERS = "btnfr\"\\";

    private final StringBuilder out = new StringBuilder();

    private Canonical() {}

    static String sha256(Field document) {
        try {
            return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(of(document).getBytes(StandardCharsets.UTF_8)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    static String of(Field document) {
        Canonical form = new Canonical();
        form.value(document);
        return form.out.toString();
    }

    private void value(Field field) {
        JsonNode node = field.node();
        if (node.isObject()) object(field);
        else if (node.isArray()) array(field);
        else if (node.isString()) text(node.stringValue(), field);
        else if (node.isIntegralNumber()) number(field);
        else if (node.isBoolean() || node.isNull()) out.append(node);
        else throw field.unreadable(Fault.NOT_A_WHOLE_NUMBER, node);
    }

    private void object(Field field) {
        TreeMap<String, Field> sorted = new TreeMap<>();
        for (Map.Entry<String, Field> each : field.members()) sorted.put(each.getKey(), each.getValue());
        char before = '{';
        for (Map.Entry<String, Field> each : sorted.entrySet()) {
            out.append(before);
            text(each.getKey(), field);
            out.append(':');
            value(each.getValue());
            before = ',';
        }
        out.append(sorted.isEmpty() ? "{}" : "}");
    }

    private void array(Field field) {
        char before = '[';
        for (Field item : field.items(0, Integer.MAX_VALUE)) {
            out.append(before);
            value(item);
            before = ',';
        }
        out.append(field.node().isEmpty() ? "[]" : "]");
    }

    private void number(Field field) {
        if (field.whole().bitLength() > BITS) throw field.unreadable(Fault.OUT_OF_RANGE, field.whole());
        out.append(field.whole());
    }

    private void text(String text, Field field) {
        out.append('"');
        for (int i = 0; i < text.length(); i++) {
            char c = text.charAt(i);
            boolean paired = Character.isHighSurrogate(c) ? i + 1 < text.length() && Character.isLowSurrogate(text.charAt(i + 1))
                    : !Character.isLowSurrogate(c) || i > 0 && Character.isHighSurrogate(text.charAt(i - 1));
            if (!paired) throw field.unreadable(Fault.NOT_TEXT, "\\u" + HexFormat.of().toHexDigits(c));
            character(c);
        }
        out.append('"');
    }

    private void character(char c) {
        int escape = PLAIN.indexOf(c);
        if (escape >= 0) out.append('\\').append(LETTERS.charAt(escape));
        else if (c < ' ') out.append("\\u").append(HexFormat.of().toHexDigits(c));
        else out.append(c);
    }
}
