package org.jucai.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A material as it is written down, in its row and in its events. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record MaterialRow(
        UUID id,
        String code,
        String nameZh,
        String nameEn,
        @Nullable String standard,
        @Nullable String note,
        List<TestMethod> testMethods) {

    static MaterialRow of(Material material) {
        Described described = material.described();
        return new MaterialRow(material.id(), material.code().code(), described.nameZh(), described.nameEn(),
                described.standard(), described.note(), material.testMethods());
    }

    Material read() {
        return new Material(id, new MaterialCode(code), new Described(nameZh, nameEn, standard, note), testMethods);
    }
}
