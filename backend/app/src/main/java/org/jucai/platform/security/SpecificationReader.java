package org.jucai.platform.security;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Role;
import org.springframework.http.HttpMethod;
import org.springframework.http.MediaType;
import org.springframework.web.util.pattern.PathPatternParser;
import tools.jackson.databind.JsonNode;

/** Reads from the bundled specification who may call what. A name it does not know stops the start. */
final class SpecificationReader {

    private static final Set<String> METHODS = Set.of("get", "put", "post", "delete", "patch", "head", "options", "trace");
    private static final Set<String> NAMES = names();

    private SpecificationReader() {}

    static Operations read(JsonNode specification) {
        List<Operation> operations = new ArrayList<>();
        for (Map.Entry<String, JsonNode> path : specification.path("paths").properties()) {
            for (Map.Entry<String, JsonNode> method : path.getValue().properties()) {
                if (METHODS.contains(method.getKey())) {
                    operations.add(operation(path.getKey(), method.getKey(), method.getValue()));
                }
            }
        }
        return new Operations(operations);
    }

    private static Operation operation(String path, String method, JsonNode node) {
        String id = node.path("operationId").asString("");
        JsonNode security = node.path("security");
        return new Operation(
                id,
                HttpMethod.valueOf(method.toUpperCase(java.util.Locale.ROOT)),
                PathPatternParser.defaultInstance.parse(path),
                allowed(id, node.path("x-allowed")),
                node.path("x-token-scope").isString() ? node.path("x-token-scope").asString() : null,
                node.path("x-second-factor").asBoolean(false),
                node.path("x-demo").asBoolean(false),
                security.isArray() && security.isEmpty(),
                node.path("requestBody").path("content").has(MediaType.MULTIPART_FORM_DATA_VALUE));
    }

    private static Set<String> allowed(String operationId, JsonNode names) {
        Set<String> allowed = new HashSet<>();
        for (JsonNode name : names) {
            if (!NAMES.contains(name.asString())) {
                throw new IllegalStateException(operationId + " allows " + name + ", which is no role");
            }
            allowed.add(name.asString());
        }
        return allowed;
    }

    private static Set<String> names() {
        Set<String> names = Arrays.stream(Role.values()).map(Role::name).collect(Collectors.toCollection(HashSet::new));
        names.add(Operation.ANYONE);
        names.add(Operation.SIGNED_IN);
        return Set.copyOf(names);
    }
}
