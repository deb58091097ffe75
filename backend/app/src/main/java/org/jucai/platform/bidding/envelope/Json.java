package org.jucai.platform.bidding.envelope;

import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import tools.jackson.core.JacksonException;
import tools.jackson.core.JsonParser;
import tools.jackson.core.JsonToken;
import tools.jackson.core.ObjectReadContext;
import tools.jackson.core.StreamReadConstraints;
import tools.jackson.core.json.JsonFactory;

/**
 * Strict reading of I-JSON (RFC 7493) into maps, lists, texts, whole numbers and truths. No nulls, no fractions, no number beyond 2^53,
 * no member twice, nothing after the end: what two readers could take for different things is not read at all.
 */
public final class Json {

    /** The largest whole number that every JSON reader keeps exactly (RFC 7493 section 2.2). */
    public static final long MOST = (1L << 53) - 1;

    private static final int DEPTH = 16;
    private static final int TEXT = 1 << 20;

    private static final JsonFactory FACTORY = JsonFactory.builder()
            .streamReadConstraints(StreamReadConstraints.builder()
                    .maxNestingDepth(DEPTH).maxStringLength(TEXT).maxNameLength(64).maxNumberLength(20).build())
            .build();

    private Json() {}

    /** Reads one object of at most {@code mostBytes}. */
    public static Map<String, Object> read(byte[] utf8, int mostBytes) {
        if (utf8.length > mostBytes) throw new RefusedEnvelopeException(Fault.TOO_LARGE, "");
        try (JsonParser parser = FACTORY.createParser(ObjectReadContext.empty(), utf8)) {
            if (parser.nextToken() != JsonToken.START_OBJECT) throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
            Map<String, Object> read = object(parser);
            if (parser.nextToken() != null) throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
            return read;
        } catch (JacksonException broken) {
            // The cause quotes the document; it stays here.
            throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
        }
    }

    private static Map<String, Object> object(JsonParser parser) {
        Map<String, Object> members = new LinkedHashMap<>();
        while (parser.nextToken() == JsonToken.PROPERTY_NAME) {
            String name = whole(parser.currentName());
            parser.nextToken();
            if (members.put(name, value(parser)) != null) throw new RefusedEnvelopeException(Fault.DUPLICATE_MEMBER, "/" + name);
        }
        return members;
    }

    private static List<Object> list(JsonParser parser) {
        List<Object> items = new ArrayList<>();
        while (parser.nextToken() != JsonToken.END_ARRAY) items.add(value(parser));
        return items;
    }

    private static Object value(JsonParser parser) {
        JsonToken token = parser.currentToken();
        if (token == null) throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
        return switch (token) {
            case START_OBJECT -> object(parser);
            case START_ARRAY -> list(parser);
            case VALUE_STRING -> whole(parser.getString());
            case VALUE_NUMBER_INT -> number(parser);
            case VALUE_TRUE -> Boolean.TRUE;
            case VALUE_FALSE -> Boolean.FALSE;
            default -> throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
        };
    }

    private static Long number(JsonParser parser) {
        long number = parser.getLongValue();
        if (Math.abs(number) > MOST) throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
        return number;
    }

    /** A text whose surrogates come in pairs; others have no UTF-8 and so no digest. */
    private static String whole(String text) {
        if (!CanonicalJson.isWhole(text)) throw new RefusedEnvelopeException(Fault.NOT_JSON, "");
        return text;
    }
}
