package org.jucai.platform.notifications;

import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.AddresseeBoard;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Finds for each event which parties it concerns, by the table. */
@Component
class Parties {

    private final SqlSubjects subjects;
    private final AddresseeBoard addressees;

    Parties(SqlSubjects subjects, AddresseeBoard addressees) {
        this.subjects = subjects;
        this.addressees = addressees;
    }

    private record Ruled(Happening one, NoticeRule rule) {}

    /** What was asked already in this step. */
    private record Known(Map<UUID, Subject> things, Map<UUID, Set<UUID>> listed, Map<UUID, Set<UUID>> partakers) {

        @Nullable Subject round(Happening one) {
            UUID round = one.round();
            return round == null ? null : things.get(round);
        }

        /** The association whose round it is; without a round the one that recorded it. */
        Optional<UUID> owner(Happening one) {
            if (one.round() == null) return Optional.of(one.event().partyId());
            return Optional.ofNullable(round(one)).map(Subject::owner);
        }
    }

    /** In the order of the events; those that no row of the table names are left out. */
    Mono<List<Telling>> tellings(Tx tx, List<Happening> events) {
        List<Ruled> ruled = events.stream().flatMap(one -> NoticeRules.of(one).map(rule -> new Ruled(one, rule))).toList();
        Set<UUID> things = new HashSet<>();
        ruled.forEach(each -> {
            things.add(each.one().event().streamId());
            Optional.ofNullable(each.one().round()).ifPresent(things::add);
        });
        return subjects.find(tx, things).flatMap(found -> {
            Known known = new Known(found, new HashMap<>(), new HashMap<>());
            return Flux.fromIterable(ruled).concatMap(each -> of(tx, each, known)
                    .map(parties -> Telling.of(each.one(), each.rule(), parties, found.get(each.one().event().streamId()), known.round(each.one())))).collectList();
        });
    }

    private Mono<Set<UUID>> of(Tx tx, Ruled each, Known known) {
        Set<UUID> owner = new HashSet<>();
        known.owner(each.one()).ifPresent(owner::add);
        return switch (each.rule().whom()) {
            case READERS -> Mono.just(each.one().event().readers());
            case OTHERS -> Mono.just(others(each.one()));
            case ITSELF -> Mono.just(Set.of(each.one().event().partyId()));
            case NAMED -> Mono.just(each.one().named());
            case OWNER -> Mono.just(owner);
            case PARTAKERS -> partakers(tx, each.one().round(), known).map(found -> with(found, owner));
            case LISTED -> Flux.fromIterable(owner).concatMap(association -> listed(tx, association, known)).reduce(owner, Parties::with);
        };
    }

    private static Set<UUID> others(Happening one) {
        Set<UUID> others = new HashSet<>(one.event().readers());
        others.remove(one.event().partyId());
        return others;
    }

    private Mono<Set<UUID>> listed(Tx tx, UUID association, Known known) {
        Set<UUID> before = known.listed().get(association);
        return before != null ? Mono.just(before) : addressees.listed(tx, association).doOnNext(found -> known.listed().put(association, found));
    }

    private Mono<Set<UUID>> partakers(Tx tx, @Nullable UUID round, Known known) {
        if (round == null) return Mono.just(Set.of());
        Set<UUID> before = known.partakers().get(round);
        return before != null ? Mono.just(before) : subjects.partakers(tx, round).doOnNext(found -> known.partakers().put(round, found));
    }

    private static Set<UUID> with(Set<UUID> some, Set<UUID> others) {
        Set<UUID> all = new HashSet<>(some);
        all.addAll(others);
        return all;
    }
}
