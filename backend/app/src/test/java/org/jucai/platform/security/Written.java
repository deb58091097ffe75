package org.jucai.platform.security;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** One operation as the bundled specification writes it, with its examples. */
record Written(String id, HttpMethod method, String path, JsonNode text) {

    private static final JsonNode SPECIFICATION = specification();

    /** Every operation that exists outside a demo world. */
    static List<Written> all() {
        List<Written> all = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : SPECIFICATION.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> one : path.getValue().properties()) {
                JsonNode text = one.getValue();
                if (!text.has("operationId") || text.path("x-demo").asBoolean(false)) continue;
                all.add(new Written(text.path("operationId").asString(), HttpMethod.valueOf(one.getKey().toUpperCase(Locale.ROOT)), path.getKey(), text));
            }
        }
        return all;
    }

    List<String> allowed() {
        return text.path("x-allowed").valueStream().map(JsonNode::asString).toList();
    }

    /** The example of what is sent; absent where nothing is. */
    Optional<JsonNode> sent() {
        JsonNode example = text.at("/requestBody/content/application~1json/example");
        return example.isMissingNode() ? Optional.empty() : Optional.of(example);
    }

    boolean takesBody() {
        return text.has("requestBody");
    }

    boolean uploads() {
        return text.at("/requestBody/content").has("multipart/form-data");
    }

    /** Examples of answers, by status. */
    Map<Integer, JsonNode> answers() {
        Map<Integer, JsonNode> examples = new java.util.TreeMap<>();
        for (Map.Entry<String, JsonNode> one : text.path("responses").properties()) {
            JsonNode example = one.getValue().at("/content/application~1json/example");
            if (one.getKey().startsWith("2") && !example.isMissingNode()) examples.put(Integer.valueOf(one.getKey()), example);
        }
        return examples;
    }

    /** The parameters, references followed. */
    List<JsonNode> parameters() {
        return text.path("parameters").valueStream().map(one -> one.has("$ref")
                ? SPECIFICATION.at(one.path("$ref").asString().substring(1)) : one).toList();
    }

    boolean needs(String header) {
        return parameters().stream().anyMatch(one -> one.path("name").asString().equals(header) && one.path("required").asBoolean(false));
    }

    private static JsonNode specification() {
        try (InputStream in = Written.class.getResourceAsStream("/openapi/openapi.json")) {
            return new JsonMapper().readTree(in);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
