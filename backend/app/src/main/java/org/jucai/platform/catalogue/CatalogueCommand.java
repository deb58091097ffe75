package org.jucai.platform.catalogue;

import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** What may be asked of the catalogue. */
public sealed interface CatalogueCommand {

    record AddMaterial(MaterialCode code, Described described, List<TestMethod> testMethods) implements CatalogueCommand {
        public AddMaterial {
            testMethods = List.copyOf(testMethods);
        }
    }

    record AddGrade(GradeCode code, MaterialCode material, Described described, List<WrittenLimit> limits) implements CatalogueCommand {
        public AddGrade {
            limits = List.copyOf(limits);
        }
    }

    /** @param expectedVersion the version that was read */
    record ReviseGrade(GradeCode code, long expectedVersion, Described described, List<WrittenLimit> limits) implements CatalogueCommand {
        public ReviseGrade {
            limits = List.copyOf(limits);
        }
    }

    record AddAlias(String spelling, AliasMeaning meaning) implements CatalogueCommand {}

    /** @param expectedVersion the version that was read */
    record ReviseAlias(UUID id, long expectedVersion, AliasMeaning meaning) implements CatalogueCommand {}

    /**
     * What a spelling is said to mean.
     *
     * @param exact to be applied without asking
     * @param doubt why a person must confirm it; needed unless exact
     */
    record AliasMeaning(GradeCode code, boolean exact, GradeAlias.@Nullable Doubt doubt) {}

    record EnterPrice(ObservedPrice price) implements CatalogueCommand {}

    /** @param expectedVersion the version that was read */
    record CorrectPrice(UUID entryId, long expectedVersion, ObservedPrice price) implements CatalogueCommand {}

    /** @param expectedVersion the version that was read, or null where nothing is expected */
    record ImportCalendar(CalendarFile file, @Nullable Long expectedVersion) implements CatalogueCommand {}
}
