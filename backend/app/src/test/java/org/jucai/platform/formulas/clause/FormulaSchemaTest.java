package org.jucai.platform.formulas.clause;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.json.JsonMapper;

/** The published schema says of a formula what the reader does. */
class FormulaSchemaTest {

    private static final JsonMapper JSON = new JsonMapper();

    private static Schema schema() throws IOException {
        return SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
                .getSchema(Files.readString(Path.of("../../api-spec/formula/price-formula.schema.json")), InputFormat.JSON);
    }

    private static boolean holds(Object tree) throws IOException {
        return schema().validate(JSON.writeValueAsString(tree), InputFormat.JSON).isEmpty();
    }

    @ParameterizedTest
    @ValueSource(strings = {"calcined-bauxite", "bauxite-ore", "lime", "coal-gangue", "iron-concentrate", "copper-concentrate", "steam-coal", "cement-coal"})
    void whatComesWithTheProductFollowsIt(String name) throws IOException {
        assertThat(holds(FormulaWorld.tree(name))).isTrue();
    }

    @Test
    void whatTheReaderAcceptsFollowsIt() throws IOException {
        for (long seed = 1; seed <= 50; seed++) {
            Map<String, Object> document = new RandomFormulas(new SplittableRandom(seed)).document();
            assertThat(FormulaReader.read(JSON.readValue(JSON.writeValueAsString(document), Object.class)).all()).isEmpty();
            assertThat(holds(document)).as("seed %d: %s", seed, document).isTrue();
        }
    }

    /** Each of these breaks the form, and only the form: reader and schema both say so. */
    @Test
    void whatBreaksTheFormIsSeenByBoth() throws IOException {
        Map<String, Object> sound = RandomFormulas.head(List.of());
        assertThat(holds(sound)).isTrue();
        for (Map<String, Object> change : List.<Map<String, Object>>of(Map.of("format", "jucai-price-formula/2"), Map.of("nameZh", ""), Map.of("confidence", "SURE"),
                Map.of("clauses", "none"), Map.of("remark", 1), Map.of("comparison", "ROUGH"), Map.of("base", Map.of("tonne", "WET")),
                Map.of("moisture", Map.of("deduct", "EXCESS", "limitPpm", 1_000_001)), Map.of("shortfall", Map.of("belowPpm", 0, "deductFenPerTonne", 1)),
                Map.of("caps", Map.of("bonusPpm", 1.5)), Map.of("averaging", Map.of("over", "YEAR")))) {
            Map<String, Object> broken = new java.util.HashMap<>(sound);
            broken.putAll(change);
            assertThat(holds(broken)).as("%s", change).isFalse();
            assertThat(FormulaReader.read(broken).all()).as("%s", change).isNotEmpty();
        }
    }
}
