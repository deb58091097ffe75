package org.jucai.local.world;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalLong;
import java.util.Set;
import java.util.TreeMap;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandCommand;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandEvent;
import org.jucai.platform.rounds.demand.DemandTerms;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** How demand comes in: members place theirs over the days of a round, the secretariat enters some by telephone. */
@Component
class DemandSteps {

    /** Whoever rings up instead of typing; of these the first few have confirmed. */
    private static final int BY_TELEPHONE = 9;
    private static final int CONFIRMED = 3;

    private final DemandDesk desk;
    private final Cast cast;

    DemandSteps(DemandDesk desk, Cast cast) {
        this.desk = desk;
        this.cast = cast;
    }

    /** What the members of the round's association want. */
    Map<String, List<DemandTerms>> wanted(RoundPlan plan, ModelDemand model) {
        Map<String, List<DemandTerms>> wanted = new TreeMap<>(model.of(plan.month(), plan.terms()));
        if (!plan.association().equals(Cast.FIRST)) wanted.keySet().removeIf(enterprise -> !Cast.inSecond(enterprise));
        return wanted;
    }

    /** So many of a hundred enterprises, spread over all; those whom visitors play have not placed theirs yet. */
    static Map<String, List<DemandTerms>> share(Map<String, List<DemandTerms>> all, int ofHundred) {
        Map<String, List<DemandTerms>> some = new TreeMap<>();
        int index = 0;
        for (Map.Entry<String, List<DemandTerms>> one : all.entrySet()) {
            if (index++ * 37 % 100 < ofHundred) some.put(one.getKey(), one.getValue());
        }
        return some;
    }

    static Map<String, List<DemandTerms>> rest(Map<String, List<DemandTerms>> all, Map<String, List<DemandTerms>> some) {
        Map<String, List<DemandTerms>> rest = new TreeMap<>(all);
        rest.keySet().removeAll(Set.copyOf(some.keySet()));
        return rest;
    }

    /** Who neither placed demand nor rang up; not those whom visitors play, for they are still to decide. */
    List<String> silent(RoundPlan plan, Map<String, List<DemandTerms>> all, Map<String, List<DemandTerms>> some) {
        Set<String> heard = new HashSet<>(some.keySet());
        rest(all, some).keySet().stream().limit(BY_TELEPHONE).forEach(heard::add);
        return cast.enterprises().stream()
                .filter(enterprise -> plan.association().equals(Cast.FIRST) || Cast.inSecond(enterprise))
                .filter(enterprise -> !heard.contains(enterprise) && !Person.BUYERS.contains(enterprise))
                .toList();
    }

    /** Each enterprise at a time of its own between the opening and {@code until}. */
    Mono<Void> place(Tx tx, Round round, Map<String, List<DemandTerms>> lines, Instant until) {
        List<String> enterprises = List.copyOf(lines.keySet());
        Duration step = Duration.between(round.terms().collectingOpensAt(), until).dividedBy(enterprises.size() + 1L);
        return Flux.range(0, enterprises.size())
                .concatMap(i -> {
                    String enterprise = enterprises.get(i);
                    Instant at = round.terms().collectingOpensAt().plus(step.multipliedBy(i + 1L));
                    return placed(tx, round, cast.buyer(enterprise), new Asked(enterprise, lines.getOrDefault(enterprise, List.of())), at);
                })
                .then();
    }

    private record Asked(String enterprise, List<DemandTerms> lines) {}

    private Mono<List<DemandEvent>> placed(Tx tx, Round round, Actor actor, Asked asked, Instant at) {
        List<DemandDesk.Wanted> wanted = asked.lines().stream().map(terms -> new DemandDesk.Wanted(cast.party(asked.enterprise()), terms)).toList();
        return desk.placeAll(tx, actor, round.id(), wanted, at).map(answers -> {
            List<DemandEvent> events = new ArrayList<>();
            for (Decision<DemandEvent> answer : answers) events.addAll(answer.orElseRefuse());
            return events;
        });
    }

    /** Lines entered for members this morning; some members have confirmed, the others are waited for. */
    Mono<Void> enter(Tx tx, Round round, Map<String, List<DemandTerms>> lines, Instant now) {
        Actor secretariat = cast.secretariat(round.associationId().equals(cast.party(Cast.FIRST)) ? Cast.FIRST : Cast.SECOND);
        return Flux.fromIterable(lines.entrySet()).take(BY_TELEPHONE).index()
                .concatMap(one -> placed(tx, round, secretariat, new Asked(one.getT2().getKey(), one.getT2().getValue()), now.minusSeconds(7_200))
                        .flatMap(events -> one.getT1() < CONFIRMED ? confirmed(tx, cast.buyer(one.getT2().getKey()), events, now) : Mono.empty()))
                .then();
    }

    private Mono<Void> confirmed(Tx tx, Actor buyer, List<DemandEvent> events, Instant now) {
        return Flux.fromIterable(events)
                .concatMap(event -> desk.handle(new Asking(tx, buyer, now.minusSeconds(3_600)), event.line().id(), OptionalLong.empty(), new DemandCommand.Confirm()))
                .then();
    }
}
