package org.jucai.platform.security;

import java.util.Map;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.node.ObjectNode;

/**
 * Where an operation is called.
 *
 * @param places values of path variables
 * @param change puts into the body what only this world can know
 * @param who calls, or null for whoever the specification names first
 * @param version for If-Match, or null to read it where it is changed
 */
record Scene(Map<String, String> places, Consumer<ObjectNode> change, @Nullable Visitor who, @Nullable String version) {

    static Scene at(String place, Object value) {
        return new Scene(Map.of(place, value.toString()), _ -> {}, null, null);
    }

    static Scene with(Consumer<ObjectNode> change) {
        return new Scene(Map.of(), change, null, null);
    }

    Scene as(Visitor visitor) {
        return new Scene(places, change, visitor, version);
    }

    Scene putting(Consumer<ObjectNode> more) {
        return new Scene(places, more, who, version);
    }

    Scene inVersion(JsonNode read) {
        return new Scene(places, change, who, "\"" + read.path("version").asString() + "\"");
    }
}
