package org.jucai.platform.catalogue;

import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A spelling as it is written down, in its row and in its events. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record AliasRow(UUID id, String spelling, String nameKey, String gradeCode, GradeAlias.@Nullable Doubt doubt, long version) {

    static AliasRow of(GradeAlias alias) {
        return new AliasRow(alias.id(), alias.spelling(), GradeNames.key(alias.spelling()), alias.meaning().code().code(),
                alias.meaning().doubt(), alias.version());
    }

    GradeAlias read() {
        return new GradeAlias(id, spelling, new GradeAlias.Meaning(new GradeCode(gradeCode), doubt), version);
    }
}
