package org.jucai.platform.catalogue;

import java.util.List;

/** What a written name of a grade means. */
public sealed interface GradeName {

    /** It means this grade. */
    record Exact(GradeCode code) implements GradeName {}

    /** It probably means this grade; a person confirms it. */
    record Confirm(GradeCode code, GradeAlias.Doubt why) implements GradeName {}

    /** Nobody told us what it means; these are written most alike. */
    record Unknown(List<GradeCode> nearest) implements GradeName {
        public Unknown {
            nearest = List.copyOf(nearest);
        }
    }
}
