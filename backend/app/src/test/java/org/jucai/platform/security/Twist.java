package org.jucai.platform.security;

import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ArrayNode;
import tools.jackson.databind.node.JsonNodeFactory;
import tools.jackson.databind.node.ObjectNode;

/**
 * One thing that is wrong with a request.
 *
 * @param body instead of the right one, or null to leave that
 */
record Twist(String name, UnaryOperator<String> path, Map<String, String> headers, byte @Nullable [] body) {

    private static final int DRAWN = 12;

    /** Values that no field expects, as JSON. */
    private static final List<String> VALUES = List.of("null", "true", "-1", "0", "1", "9223372036854775807", "-9223372036854775808", "9223372036854775808",
            "1e400", "1.5", "1e18", "\"\"", "\" \"", "\"\\u0000\"", "\"a\\u0000b\"", "\"\\ud800\"", "\"\\ud83d\\ude00\"", "\"'; drop table party; --\"", "\"%\"", "\"_\"",
            "\"\\\\\"", "\"{{7*7}}\"", "\"2027-02-30\"", "\"0000-00-00\"", "\"-999999999-01-01\"", "\"+999999999-12-31\"", "\"9999-12-31\"", "\"2027-04-05T25:00:00Z\"",
            "\"+1000000000-12-31T23:59:59.999999999Z\"", "\"-1000000000-01-01T00:00:00Z\"", "\"00000000-0000-0000-0000-000000000000\"", "\"zz\"", "[]", "{}", "[[]]", "[null]",
            "[\"\\u0000\"]", "{\"a\":1}", "\"\\u202e\\u200b\"");

    static List<Twist> all(Written operation, @Nullable JsonNode body, SplittableRandom random) {
        List<Twist> all = new ArrayList<>();
        heads(all);
        all = drawn(all, 4, random);
        List<Twist> places = new ArrayList<>();
        places(places, operation);
        all.addAll(drawn(places, 5, random));
        queries(all, operation, random);
        if (operation.takesBody()) bodies(all, body, random);
        return all;
    }

    private static void heads(List<Twist> all) {
        all.add(headers("long header", Map.of("X-Anything", "x".repeat(6_000))));
        all.add(headers("bad token", Map.of("Authorization", "Bearer \u0001")));
        all.add(headers("basic", Map.of("Authorization", "Basic %%%")));
        all.add(headers("bad cookie", Map.of("Cookie", "JUCAI_SESSION=\"; ;;=\u00e9")));
        all.add(headers("bad language", Map.of("Accept-Language", "zh;q=x,,;;*-*")));
        all.add(headers("bad accept", Map.of("Accept", "a/b/c;;q=2")));
        all.add(headers("bad forwarded", Map.of("X-Forwarded-For", "\u0001,::,999.1.1.1", "Forwarded", "for=;;")));
        for (String version : List.of("\"x\"", "\"99999999999999999999\"", "*", "W/\"1\"", "\"-1\"", "\"9999999999\"", "")) all.add(headers("If-Match " + version, Map.of("If-Match", version)));
        for (String key : List.of("", "x", "k".repeat(81), "a b c d e f", "键键键键键键键键", "aaaaaaaa\u0001")) all.add(headers("Idempotency-Key " + key, Map.of("Idempotency-Key", key)));
    }

    private static Twist headers(String name, Map<String, String> headers) {
        return new Twist(name, path -> path, headers, null);
    }

    private static void places(List<Twist> all, Written operation) {
        if (!operation.path().contains("{")) return;
        String[] pattern = operation.path().split("/", -1);
        for (String value : List.of("x", "%00", "%ff", "%F0%9F%98%80", "00000000-0000-0000-0000-000000000000", "0198c5a2-6f0e-7cc1-a3c1-1f0c8a9a7d1", "1-1-1-1-1",
                "-1", "2147483648", "9223372036854775808", "%22", "a".repeat(500), "%2e%2e", "%3B", "'")) {
            all.add(new Twist("place " + value, path -> {
                String[] parts = path.split("\\?", 2)[0].split("/", -1);
                for (int i = 0; i < parts.length; i++) if (pattern[i].startsWith("{")) parts[i] = value;
                return String.join("/", parts);
            }, Map.of(), null));
        }
    }

    private static void queries(List<Twist> all, Written operation, SplittableRandom random) {
        List<String> names = new ArrayList<>(List.of("unknown"));
        operation.parameters().stream().filter(one -> one.path("in").asString().equals("query")).forEach(one -> names.add(one.path("name").asString()));
        List<String> values = List.of("", "x", "-1", "0", "201", "2147483648", "9223372036854775808", "%00", "%ff", "%", "%25", "%5C", "_", "'%20or%201=1--", "1.5", "null",
                "2027-02-30", "+999999999-12-31", "-999999999-01-01", "00000000-0000-0000-0000-000000000000", "MDAwMDAwMDA", "AAAA", "eyJhIjoxfQ==", "%F0%9F%98%80", "a".repeat(201), "a,,b",
                "%7B%22a%22:1%7D", "1~x", "2027-03-22T02:00:00Z~x", "9999-12-31~00000000-0000-0000-0000-000000000000", "1_1");
        for (String name : names) {
            for (String value : drawn(values, name.equals("cursor") ? 10 : 3, random)) all.add(query(name + "=" + value));
            all.add(query(name + "=1&" + name + "=x"));
        }
    }

    /** So many of them, each at most once. */
    private static <T> List<T> drawn(List<T> of, int many, SplittableRandom random) {
        List<T> left = new ArrayList<>(of);
        List<T> drawn = new ArrayList<>();
        while (drawn.size() < many && !left.isEmpty()) drawn.add(left.remove(random.nextInt(left.size())));
        return drawn;
    }

    private static Twist query(String query) {
        return new Twist("query " + query, path -> path + (path.contains("?") ? "&" : "?") + query, Map.of(), null);
    }

    private static void bodies(List<Twist> all, @Nullable JsonNode body, SplittableRandom random) {
        List<String> texts = List.of("", "{", "[]", "null", "\"x\"", "1", "{\"a\":", "{\"surprise\":1}", "\ufeff{}", "{}{}", "[".repeat(2_000), "{\"a\":".repeat(2_000));
        for (String text : drawn(texts, 5, random)) all.add(body("body " + text.substring(0, Math.min(20, text.length())), text));
        all.add(new Twist("broken UTF-8", path -> path, Map.of(), new byte[] {'{', '"', 'a', '"', ':', '"', (byte) 0xc3, (byte) 0x28, '"', '}'}));
        all.add(new Twist("UTF-16", path -> path, Map.of(), "{\"a\":1}".getBytes(StandardCharsets.UTF_16)));
        all.add(new Twist("another kind", path -> path, Map.of("Content-Type", "text/xml"), "<a/>".getBytes(StandardCharsets.UTF_8)));
        all.add(new Twist("no kind", path -> path, Map.of("Content-Type", "x"), "{}".getBytes(StandardCharsets.UTF_8)));
        all.add(new Twist("another charset", path -> path, Map.of("Content-Type", "application/json;charset=nothing"), "{}".getBytes(StandardCharsets.UTF_8)));
        if (!(body instanceof ObjectNode object)) return;
        String whole = body.toString();
        all.add(body("a field twice", "{" + whole.substring(1, whole.length() - 1) + "," + whole.substring(1)));
        all.add(body("one unknown field", "{\"surprise\":1," + whole.substring(1)));
        List<List<String>> fields = new ArrayList<>();
        collect(fields, List.of(), object);
        for (int i = 0; i < DRAWN && !fields.isEmpty(); i++) {
            List<String> field = fields.get(i < fields.size() ? i : random.nextInt(fields.size()));
            String value = VALUES.get(random.nextInt(VALUES.size()));
            all.add(body(field + " = " + value, changed(object, field, value)));
        }
        for (String field : drawn(List.copyOf(object.propertyNames()), 3, random)) {
            all.add(body("without " + field, object.deepCopy().without(List.of(field)).toString()));
            all.add(body("long " + field, changed(object, List.of(field), "\"" + "长".repeat(5_000) + "\"")));
        }
    }

    private static Twist body(String name, String text) {
        return new Twist(name, path -> path, Map.of(), text.getBytes(StandardCharsets.UTF_8));
    }

    private static void collect(List<List<String>> fields, List<String> above, JsonNode node) {
        if (node instanceof ObjectNode object) object.propertyNames().forEach(name -> collectAt(fields, above, name, object.get(name)));
        if (node instanceof ArrayNode array) for (int i = 0; i < array.size(); i++) collectAt(fields, above, String.valueOf(i), array.get(i));
    }

    private static void collectAt(List<List<String>> fields, List<String> above, String name, JsonNode node) {
        List<String> here = new ArrayList<>(above);
        here.add(name);
        fields.add(here);
        collect(fields, here, node);
    }

    /** The text with one value replaced; raw, so that it need not be a number that fits anywhere. */
    private static String changed(ObjectNode object, List<String> field, String value) {
        ObjectNode copy = object.deepCopy();
        JsonNode at = copy;
        for (String step : field.subList(0, field.size() - 1)) at = at instanceof ArrayNode array ? array.get(Integer.parseInt(step)) : at.get(step);
        JsonNode mark = JsonNodeFactory.instance.stringNode("@@here@@");
        if (at instanceof ArrayNode array) array.set(Integer.parseInt(field.getLast()), mark);
        else ((ObjectNode) at).set(field.getLast(), mark);
        return copy.toString().replace("\"@@here@@\"", value);
    }
}
