package org.jucai.platform.testing;

import java.util.List;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.atomic.AtomicReference;
import org.jucai.platform.kernel.Refusal;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.TenderTerms;
import org.jucai.platform.rounds.spi.AwardGate;
import org.jucai.platform.rounds.spi.OpeningGate;
import org.jucai.platform.rounds.spi.TenderGate;
import org.springframework.beans.factory.config.BeanFactoryPostProcessor;
import org.springframework.beans.factory.support.BeanDefinitionRegistry;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Bean;
import reactor.core.publisher.Mono;

/** Stands for the modules that answer for keys, offers and awards: agrees to everything until a test lets it object. */
@TestComponent
public class AgreeingGates implements TenderGate, OpeningGate, AwardGate {

    private final AtomicReference<Optional<Refusal>> answer = new AtomicReference<>(Optional.empty());
    private final AtomicReference<Served> served = new AtomicReference<>(new Served(List.of(), List.of()));

    /** Who answers for awards else is left out: a test that imports this says itself what an award serves. */
    @Bean
    static BeanFactoryPostProcessor nobodyElseAnswersForAwards() {
        return factory -> {
            for (String name : factory.getBeanNamesForType(AwardGate.class, true, false)) {
                Class<?> type = factory.getType(name, false);
                if (type != null && !AgreeingGates.class.isAssignableFrom(type)) ((BeanDefinitionRegistry) factory).removeBeanDefinition(name);
            }
        };
    }

    /** What every gate says from now on. */
    public void say(Optional<Refusal> next) {
        answer.set(next);
    }

    /** What the award serves from now on. */
    public void serve(List<UUID> whole, List<UUID> inPart) {
        served.set(new Served(whole, inPart));
    }

    @Override
    public Mono<Optional<Refusal>> mayTender(Tx tx, Round round, TenderTerms terms) {
        return Mono.fromSupplier(answer::get);
    }

    @Override
    public Mono<Optional<Refusal>> mayEvaluate(Tx tx, Round round) {
        return Mono.fromSupplier(answer::get);
    }

    @Override
    public Mono<Optional<Refusal>> mayPublicise(Tx tx, Round round) {
        return Mono.fromSupplier(answer::get);
    }

    @Override
    public Mono<Optional<Refusal>> mayFinalise(Tx tx, Round round) {
        return Mono.fromSupplier(answer::get);
    }

    @Override
    public Mono<Optional<Refusal>> mayRevoke(Tx tx, Round round) {
        return Mono.fromSupplier(answer::get);
    }

    @Override
    public Mono<Served> served(Tx tx, Round round) {
        return Mono.fromSupplier(served::get);
    }
}
