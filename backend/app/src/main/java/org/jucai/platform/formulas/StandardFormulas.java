package org.jucai.platform.formulas;

import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import org.springframework.stereotype.Component;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The formulas that come with the product, to begin with: published clauses, and what is usual for calcined bauxite. */
@Component
public class StandardFormulas {

    private static final List<String> NAMES = List.of("calcined-bauxite", "bauxite-ore", "lime", "coal-gangue", "iron-concentrate", "copper-concentrate",
            "steam-coal", "cement-coal");

    private final List<Standard> all;

    StandardFormulas(JsonMapper json) {
        this.all = NAMES.stream().map(name -> new Standard(name, load(json, name))).toList();
    }

    /** One of them. */
    public record Standard(String name, Map<String, Object> document) {}

    public List<Standard> all() {
        return all;
    }

    private static Map<String, Object> load(JsonMapper json, String name) {
        try (InputStream in = StandardFormulas.class.getResourceAsStream("/formulas/" + name + ".json")) {
            return json.readValue(Objects.requireNonNull(in, name), new TypeReference<>() {});
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }
}
