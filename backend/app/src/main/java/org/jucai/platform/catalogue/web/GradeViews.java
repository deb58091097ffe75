package org.jucai.platform.catalogue.web;

import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.catalogue.Bound;
import org.jucai.platform.catalogue.Catalogue;
import org.jucai.platform.catalogue.GradeCode;
import org.jucai.platform.catalogue.GradeName;
import org.jucai.platform.catalogue.Limit.Basis;
import org.jucai.platform.catalogue.TestMethod.Purpose;
import org.jucai.platform.catalogue.WrittenLimit;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Role;
import org.jucai.spec.model.AliasCertainty;
import org.jucai.spec.model.AliasDoubt;
import org.jucai.spec.model.Confidence;
import org.jucai.spec.model.Grade;
import org.jucai.spec.model.GradeAlias;
import org.jucai.spec.model.GradeDetail;
import org.jucai.spec.model.GradeShortfall;
import org.jucai.spec.model.Limit;
import org.jucai.spec.model.LimitKind;
import org.jucai.spec.model.Material;
import org.jucai.spec.model.NewLimit;
import org.jucai.spec.model.Property;
import org.jucai.spec.model.SampleBasis;
import org.jucai.spec.model.TestMethod;
import org.jucai.spec.model.Unit;

/** Materials, grades and spellings as they leave and enter by HTTP. */
final class GradeViews {

    /** As many spellings as one answer shows. */
    private static final int MOST_ALIASES = 200;

    private GradeViews() {}

    static boolean mayKeep(@Nullable Actor actor) {
        return actor != null && (actor.has(Role.PLATFORM_ADMIN) || actor.has(Role.SECRETARIAT));
    }

    static Material material(org.jucai.platform.catalogue.Material material) {
        return new Material()
                .code(material.code().code())
                .nameZh(material.described().nameZh())
                .nameEn(material.described().nameEn())
                .standard(material.described().standard())
                .note(material.described().note())
                .testMethods(material.testMethods().stream().map(GradeViews::testMethod).toList());
    }

    private static TestMethod testMethod(org.jucai.platform.catalogue.TestMethod method) {
        return new TestMethod()
                .purpose(TestMethod.PurposeEnum.valueOf(method.purpose().name()))
                .properties(method.properties().stream().map(GradeViews::property).toList())
                .standard(method.standard())
                .source(method.source())
                .confidence(Confidence.valueOf(method.confidence().name()));
    }

    static org.jucai.platform.catalogue.TestMethod testMethod(TestMethod method) {
        return new org.jucai.platform.catalogue.TestMethod(
                Purpose.valueOf(method.getPurpose().name()),
                method.getProperties().stream().map(GradeViews::property).toList(),
                method.getStandard(),
                method.getSource(),
                org.jucai.platform.catalogue.Confidence.valueOf(method.getConfidence().name()));
    }

    static Grade grade(Catalogue.Compared compared, @Nullable Actor actor) {
        org.jucai.platform.catalogue.Grade grade = compared.grade();
        return new Grade()
                .code(grade.code().code())
                .materialCode(grade.material().code())
                .nameZh(grade.described().nameZh())
                .nameEn(grade.described().nameEn())
                .standard(grade.described().standard())
                .note(grade.described().note())
                .limits(limits(grade))
                .betterGrades(codes(compared.better()))
                .nextBetter(codes(compared.nextBetter()))
                .toBeVerified(grade.toBeVerified())
                .version(Math.toIntExact(grade.version()))
                .allowedCommands(mayKeep(actor) ? List.of(Grade.AllowedCommandsEnum.REVISE) : List.of());
    }

    static GradeDetail detail(Catalogue catalogue, Catalogue.Compared compared, @Nullable Actor actor) {
        org.jucai.platform.catalogue.Grade grade = compared.grade();
        return new GradeDetail()
                .code(grade.code().code())
                .materialCode(grade.material().code())
                .nameZh(grade.described().nameZh())
                .nameEn(grade.described().nameEn())
                .standard(grade.described().standard())
                .note(grade.described().note())
                .limits(limits(grade))
                .betterGrades(codes(compared.better()))
                .nextBetter(codes(compared.nextBetter()))
                .toBeVerified(grade.toBeVerified())
                .version(Math.toIntExact(grade.version()))
                .allowedCommands(mayKeep(actor) ? List.of(GradeDetail.AllowedCommandsEnum.REVISE) : List.of())
                .aliases(catalogue.aliases().stream()
                        .filter(alias -> alias.meaning().code().equals(grade.code()))
                        .limit(MOST_ALIASES)
                        .map(GradeViews::alias)
                        .toList())
                .notBetter(shortfalls(catalogue, compared));
    }

    private static List<GradeShortfall> shortfalls(Catalogue catalogue, Catalogue.Compared compared) {
        return catalogue.grades().stream()
                .map(Catalogue.Compared::grade)
                .filter(other -> other.material().equals(compared.grade().material()))
                .filter(other -> !other.code().equals(compared.grade().code()) && !compared.better().contains(other.code()))
                .map(other -> new GradeShortfall()
                        .gradeCode(other.code().code())
                        .properties(catalogue.missedBy(other, compared.grade()).stream().map(GradeViews::property).toList()))
                .toList();
    }

    private static List<Limit> limits(org.jucai.platform.catalogue.Grade grade) {
        return grade.limits().stream().map(WrittenLimit::of).map(GradeViews::limit).toList();
    }

    private static Limit limit(WrittenLimit written) {
        return new Limit()
                .property(property(written.property()))
                .kind(LimitKind.valueOf(written.kind().name()))
                .minimum(written.minimum())
                .maximum(written.maximum())
                .exclusive(written.exclusive())
                .unit(Unit.valueOf(written.property().unit().name()))
                .basis(SampleBasis.valueOf(written.basis().name()))
                .source(written.source())
                .confidence(Confidence.valueOf(written.confidence().name()))
                .toBeVerified(written.confidence().toBeVerified());
    }

    static WrittenLimit limit(NewLimit asked) {
        return new WrittenLimit(
                property(asked.getProperty()),
                Bound.Kind.valueOf(asked.getKind().name()),
                asked.getMinimum(),
                asked.getMaximum(),
                Boolean.TRUE.equals(asked.getExclusive()),
                Basis.valueOf(asked.getBasis().name()),
                asked.getSource(),
                org.jucai.platform.catalogue.Confidence.valueOf(asked.getConfidence().name()));
    }

    static GradeAlias alias(org.jucai.platform.catalogue.GradeAlias alias) {
        return new GradeAlias()
                .aliasId(alias.id())
                .alias(alias.spelling())
                .gradeCode(alias.meaning().code().code())
                .certainty(alias.meaning().isExact() ? AliasCertainty.EXACT : AliasCertainty.CONFIRM)
                .doubt(Optional.ofNullable(alias.meaning().doubt()).map(doubt -> AliasDoubt.valueOf(doubt.name())).orElse(null))
                .version(Math.toIntExact(alias.version()));
    }

    static org.jucai.spec.model.GradeName name(String text, GradeName found) {
        org.jucai.spec.model.GradeName name = new org.jucai.spec.model.GradeName().text(text);
        return switch (found) {
            case GradeName.Exact(var code) -> name.outcome(org.jucai.spec.model.GradeName.OutcomeEnum.EXACT).gradeCode(code.code()).suggestions(List.of());
            case GradeName.Confirm(var code, var why) -> name.outcome(org.jucai.spec.model.GradeName.OutcomeEnum.CONFIRM)
                    .gradeCode(code.code()).doubt(AliasDoubt.valueOf(why.name())).suggestions(List.of());
            case GradeName.Unknown(var nearest) -> name.outcome(org.jucai.spec.model.GradeName.OutcomeEnum.UNKNOWN).suggestions(codes(nearest));
        };
    }

    private static List<String> codes(List<GradeCode> codes) {
        return codes.stream().map(GradeCode::code).toList();
    }

    /** By value, for the generator writes names like AL2_O3. */
    private static Property property(org.jucai.platform.catalogue.Property property) {
        return Property.fromValue(property.name());
    }

    private static org.jucai.platform.catalogue.Property property(Property property) {
        return org.jucai.platform.catalogue.Property.valueOf(property.getValue());
    }
}
