package org.jucai.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import tools.jackson.databind.PropertyNamingStrategies;
import tools.jackson.databind.annotation.JsonNaming;

/** A grade as it is written down, in its row and in its events. */
@JsonNaming(PropertyNamingStrategies.SnakeCaseStrategy.class)
record GradeRow(
        UUID id,
        String code,
        String nameKey,
        String materialCode,
        String nameZh,
        String nameEn,
        @Nullable String standard,
        @Nullable String note,
        List<WrittenLimit> limits,
        long version) {

    static GradeRow of(Grade grade) {
        Described described = grade.described();
        return new GradeRow(grade.id(), grade.code().code(), GradeNames.key(grade.code().code()), grade.material().code(),
                described.nameZh(), described.nameEn(), described.standard(), described.note(),
                grade.limits().stream().map(WrittenLimit::of).toList(), grade.version());
    }

    Grade read() {
        List<Limit> read = limits.stream().map(limit -> limit.read().orElseThrow()).toList();
        return new Grade(id, new GradeCode(code), new MaterialCode(materialCode), new Described(nameZh, nameEn, standard, note), read, version);
    }
}
