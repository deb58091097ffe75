package org.jucai.platform.catalogue;

import static org.jucai.platform.catalogue.CatalogueRefusal.ALIAS_IS_A_GRADE_CODE;
import static org.jucai.platform.catalogue.CatalogueRefusal.ALIAS_NEEDS_A_DOUBT;
import static org.jucai.platform.catalogue.CatalogueRefusal.ALIAS_SAYS_NOTHING;
import static org.jucai.platform.catalogue.CatalogueRefusal.GRADE_ALREADY_EXISTS;
import static org.jucai.platform.catalogue.CatalogueRefusal.GRADE_UNKNOWN;
import static org.jucai.platform.catalogue.CatalogueRefusal.LIMIT_CONTRADICTS_ITSELF;
import static org.jucai.platform.catalogue.CatalogueRefusal.LIMIT_GIVEN_TWICE;
import static org.jucai.platform.catalogue.CatalogueRefusal.MATERIAL_ALREADY_EXISTS;
import static org.jucai.platform.catalogue.CatalogueRefusal.MATERIAL_UNKNOWN;
import static org.jucai.platform.kernel.CommonRefusal.VERSION_CONFLICT;
import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.catalogue.CatalogueCommand.AddAlias;
import org.jucai.platform.catalogue.CatalogueCommand.AddGrade;
import org.jucai.platform.catalogue.CatalogueCommand.AddMaterial;
import org.jucai.platform.catalogue.CatalogueCommand.AliasMeaning;
import org.jucai.platform.catalogue.CatalogueCommand.ReviseAlias;
import org.jucai.platform.catalogue.CatalogueCommand.ReviseGrade;
import org.jucai.platform.kernel.Decision;

/** Decides what may become of grades and spellings. */
final class CatalogueRules {

    private CatalogueRules() {}

    /** @param here the catalogue as it is in the same transaction */
    static Decision<CatalogueEvent> add(AddMaterial asked, Catalogue here, UUID id) {
        if (here.material(asked.code()).isPresent()) {
            return refuse(MATERIAL_ALREADY_EXISTS, Map.of("material", asked.code().code()));
        }
        return accept(new CatalogueEvent.MaterialAdded(new Material(id, asked.code(), asked.described(), asked.testMethods())));
    }

    static Decision<CatalogueEvent> add(AddGrade asked, Catalogue here, UUID id) {
        if (here.material(asked.material()).isEmpty()) {
            return refuse(MATERIAL_UNKNOWN, Map.of("material", asked.material().code()));
        }
        if (isCode(here, asked.code().code())) return refuse(GRADE_ALREADY_EXISTS, Map.of("grade", asked.code().code()));
        return limited(asked.limits(), limits ->
                new CatalogueEvent.GradeAdded(new Grade(id, asked.code(), asked.material(), asked.described(), limits, 1)));
    }

    static Decision<CatalogueEvent> revise(ReviseGrade asked, Grade present) {
        if (present.version() != asked.expectedVersion()) return refuse(VERSION_CONFLICT);
        return limited(asked.limits(), limits -> new CatalogueEvent.GradeRevised(
                new Grade(present.id(), present.code(), present.material(), asked.described(), limits, present.version() + 1)));
    }

    private interface OfLimits {
        CatalogueEvent event(List<Limit> limits);
    }

    private static Decision<CatalogueEvent> limited(List<WrittenLimit> written, OfLimits accepted) {
        Set<Property> seen = EnumSet.noneOf(Property.class);
        for (WrittenLimit limit : written) {
            if (!seen.add(limit.property())) return refuse(LIMIT_GIVEN_TWICE, Map.of("property", limit.property()));
            if (limit.read().isEmpty()) return refuse(LIMIT_CONTRADICTS_ITSELF, Map.of("property", limit.property()));
        }
        return accept(accepted.event(written.stream().map(WrittenLimit::read).flatMap(Optional::stream).toList()));
    }

    static Decision<CatalogueEvent> add(AddAlias asked, Catalogue here, UUID id) {
        if (GradeNames.key(asked.spelling()).isEmpty()) return refuse(ALIAS_SAYS_NOTHING);
        if (isCode(here, asked.spelling())) return refuse(ALIAS_IS_A_GRADE_CODE, Map.of("alias", asked.spelling()));
        Optional<GradeAlias> taken = here.aliases().stream()
                .filter(alias -> GradeNames.key(alias.spelling()).equals(GradeNames.key(asked.spelling())))
                .findFirst();
        if (taken.isPresent()) {
            return refuse(CatalogueRefusal.ALIAS_ALREADY_EXISTS,
                    Map.of("alias", taken.get().spelling(), "grade", taken.get().meaning().code().code()));
        }
        return meant(asked.meaning(), here, meaning ->
                new CatalogueEvent.GradeAliasAdded(new GradeAlias(id, asked.spelling().strip(), meaning, 1)));
    }

    static Decision<CatalogueEvent> revise(ReviseAlias asked, GradeAlias present, Catalogue here) {
        if (present.version() != asked.expectedVersion()) return refuse(VERSION_CONFLICT);
        return meant(asked.meaning(), here, meaning -> new CatalogueEvent.GradeAliasRevised(
                new GradeAlias(present.id(), present.spelling(), meaning, present.version() + 1)));
    }

    private interface OfMeaning {
        CatalogueEvent event(GradeAlias.Meaning meaning);
    }

    private static Decision<CatalogueEvent> meant(AliasMeaning asked, Catalogue here, OfMeaning accepted) {
        if (here.grade(asked.code()).isEmpty()) return refuse(GRADE_UNKNOWN, Map.of("grade", asked.code().code()));
        if (asked.exact() == (asked.doubt() != null)) return refuse(ALIAS_NEEDS_A_DOUBT);
        return accept(accepted.event(new GradeAlias.Meaning(asked.code(), asked.doubt())));
    }

    private static boolean isCode(Catalogue here, String text) {
        String key = GradeNames.key(text);
        return here.grades().stream().anyMatch(known -> GradeNames.key(known.grade().code().code()).equals(key));
    }
}
