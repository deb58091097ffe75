package org.jucai.platform.notifications;

import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.RecordedEvent;
import tools.jackson.databind.JsonNode;

/** An event of the log with its body read. */
record Happening(RecordedEvent event, JsonNode body) {

    /** Fields in which events name parties. */
    private static final Set<String> NAMES = Set.of("watchers", "supplierIds", "members");

    /** @param path names of fields, with full stops between */
    Optional<String> text(String path) {
        JsonNode node = body;
        for (String step : path.split("\\.", -1)) node = node.path(step);
        return node.isValueNode() && !node.isNull() ? Optional.of(node.asString()) : Optional.empty();
    }

    Optional<UUID> id(String path) {
        return text(path).map(UUID::fromString);
    }

    /** The round it belongs to; a supplier's envelope names it inside, for it stands in no round's history. */
    @Nullable UUID round() {
        UUID round = event.roundId();
        return round == null ? id("roundId").orElse(null) : round;
    }

    Set<UUID> named() {
        Set<UUID> named = new HashSet<>();
        NAMES.forEach(field -> body.path(field).forEach(id -> named.add(UUID.fromString(id.asString()))));
        return named;
    }
}
