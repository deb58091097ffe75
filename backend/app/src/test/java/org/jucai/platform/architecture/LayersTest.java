package org.jucai.platform.architecture;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noFields;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.core.domain.JavaMethodCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.security.SecureRandom;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.util.Random;
import java.util.UUID;
import org.jucai.platform.kernel.Refusal;
import org.springframework.beans.factory.annotation.Autowired;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

@AnalyzeClasses(packages = "org.jucai.platform", importOptions = ImportOption.DoNotIncludeTests.class)
class LayersTest {

    private static final DescribedPredicate<JavaClass> PURE = DescribedPredicate.describe("decide, or are decided on",
            type -> type.getSimpleName().matches(".*(Rules|Command|Event)$") && !type.isNestedClass()
                    || type.isAssignableTo(Refusal.class) && type.isEnum()
                    || type.getPackageName().matches(".*\\.rounds\\.(pooling|trucks|disclosure|workbook)|.*\\.bidding\\.(envelope|offer)|.*\\.formulas\\.clause")
                            && !type.getSimpleName().equals("package-info"));

    @ArchTest
    static final ArchRule what_decides_knows_no_framework = noClasses().that(PURE).should().dependOnClassesThat()
            .resideInAnyPackage("org.springframework..", "reactor..", "io.r2dbc..", "org.jucai.spec..")
            .because("rules, commands, events and refusals are plain Java: whoever needs IO is a desk or a shelf");

    @ArchTest
    static final ArchRule the_checker_shares_nothing_with_what_it_checks = classes().that().resideInAPackage("..award.checking..")
            .should().onlyDependOnClassesThat().resideInAnyPackage("org.jucai.platform.award.checking", "java..", "tools.jackson..", "org.jspecify..")
            .because("a fault that two programs share is seen by neither");

    @ArchTest
    static final ArchRule the_solver_does_not_ask_the_checker = noClasses().that().resideInAPackage("..award.solving..")
            .should().dependOnClassesThat().resideInAPackage("..award.checking..").allowEmptyShould(true)
            .because("who checks himself is not checked");

    @ArchTest
    static final ArchRule generated_types_stay_at_the_edge = noClasses()
            .that().resideOutsideOfPackages("..web..", "..live..", "..security..")
            .should().dependOnClassesThat().resideInAPackage("org.jucai.spec..")
            .because("the specification is spoken at the edge; inside, the module's own words are");

    @ArchTest
    static final ArchRule sql_stays_on_the_shelf = noClasses()
            .that().haveSimpleNameNotStartingWith("Sql").and().resideOutsideOfPackage("org.jucai.platform.kernel")
            .should().callMethodWhere(DescribedPredicate.describe("Tx.sql", (JavaMethodCall call) ->
                    call.getName().equals("sql") && call.getTargetOwner().getSimpleName().equals("Tx")))
            .because("a statement belongs into the Sql* class of its module");

    @ArchTest
    static final ArchRule nobody_blocks = noClasses().should().callMethodWhere(DescribedPredicate.describe("block",
                    (JavaMethodCall call) -> call.getName().startsWith("block")
                            && (call.getTargetOwner().isEquivalentTo(Mono.class) || call.getTargetOwner().isEquivalentTo(Flux.class))))
            .because("an event loop that waits serves nobody: return the Mono");

    @ArchTest
    static final ArchRule nobody_sleeps = noClasses().should().callMethod(Thread.class, "sleep", long.class)
            .because("waiting is delayElement, or better an event");

    @ArchTest
    static final ArchRule nobody_subscribes_without_looking = noClasses().should().callMethodWhere(DescribedPredicate.describe(
                    "subscribe() with nobody to hear of a failure", (JavaMethodCall call) -> call.getName().equals("subscribe")
                            && call.getTarget().getRawParameterTypes().isEmpty()))
            .because("a failure that nobody hears is lost: pass a consumer for it, or return the Mono");

    @ArchTest
    static final ArchRule the_clock_is_passed_in = noClasses().that().doNotHaveSimpleName("Sources")
            .should().callMethod(Instant.class, "now").orShould().callMethod(LocalDate.class, "now")
            .orShould().callMethod(Clock.class, "systemUTC").orShould().callMethod(Clock.class, "systemDefaultZone")
            .because("time comes from the Clock bean, so that a test can set it");

    @ArchTest
    static final ArchRule ids_and_chance_are_passed_in = noClasses().that().doNotHaveSimpleName("Sources")
            .should().callMethod(UUID.class, "randomUUID").orShould().callMethod(Math.class, "random")
            .orShould().callConstructor(Random.class).orShould().callConstructor(SecureRandom.class)
            .because("ids and chance come from kernel.Sources");

    @ArchTest
    static final ArchRule nothing_is_injected_into_fields = noFields().should().beAnnotatedWith(Autowired.class)
            .because("a constructor says what a class needs");

    @ArchTest
    static final ArchRule names_say_what_a_thing_is = noClasses().should().haveSimpleNameEndingWith("Manager")
            .orShould().haveSimpleNameEndingWith("Helper").orShould().haveSimpleNameEndingWith("Util")
            .orShould().haveSimpleNameEndingWith("Utils").orShould().haveSimpleNameEndingWith("Impl")
            .because("these names say nothing: name the place, the act or the fact");

    @ArchTest
    static final ArchRule shelves_and_rules_are_behind_the_wall = classes()
            .that().haveSimpleNameStartingWith("Sql").should().notBePublic()
            .because("a module's tables are its own");
}
