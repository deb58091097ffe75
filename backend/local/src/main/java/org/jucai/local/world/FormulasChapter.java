package org.jucai.local.world;

import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.random.RandomGenerator;
import org.jucai.local.DemoChapter;
import org.jucai.platform.formulas.FormulaDesk;
import org.jucai.platform.formulas.StandardFormulas;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.springframework.core.annotation.Order;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** The first association's price adjustment formulas: those that come with the product, as it found them. */
@Component
@Order(25)
class FormulasChapter implements DemoChapter {

    private static final String CALCINED = "calcined-bauxite";
    private static final List<String> CALCINED_GRADES = List.of("GL-88A", "GL-85A", "GL-80", "GL-70");
    private static final Duration AFTER_FOUNDING = Duration.ofHours(240);

    private final Desk desk;
    private final Cast cast;
    private final DemoDays days;
    private final FormulaDesk formulas;
    private final StandardFormulas standard;

    FormulasChapter(Desk desk, Cast cast, DemoDays days, FormulaDesk formulas, StandardFormulas standard) {
        this.desk = desk;
        this.cast = cast;
        this.days = days;
        this.formulas = formulas;
        this.standard = standard;
    }

    @Override
    public String key() {
        return "formulas";
    }

    @Override
    public String title() {
        return "计价条款 Price adjustment formulas";
    }

    @Override
    public Mono<Void> write(RandomGenerator chance) {
        Actor secretariat = cast.secretariat(Cast.FIRST);
        return desk.as(secretariat, days.founding().plus(AFTER_FOUNDING), asking -> Flux.fromIterable(standard.all().reversed())
                .concatMap(one -> formulas.enter(asking, new FormulaDesk.Entry(one.document(), Optional.of("随系统提供的底稿，签约前请核实")))
                        .flatMap(entered -> one.name().equals(CALCINED) ? named(asking, entered.id()).thenReturn(entered) : Mono.just(entered)))
                .then());
    }

    private Mono<Void> named(Asking asking, UUID formula) {
        return Flux.fromIterable(CALCINED_GRADES).concatMap(grade -> formulas.nameUsual(asking, grade, Optional.of(formula))).then();
    }
}
