package org.jucai.platform.rounds.web;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.answers.AnswerBoard;
import org.jucai.platform.rounds.answers.OwnAnswer;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Rounds with the names and, for a member, the answers that belong to them: two questions for any number of rounds. */
@Component
class ShownRounds {

    private final Database database;
    private final MembershipBoard members;
    private final AnswerBoard answers;

    ShownRounds(Database database, MembershipBoard members, AnswerBoard answers) {
        this.database = database;
        this.members = members;
        this.answers = answers;
    }

    Mono<org.jucai.spec.model.Round> one(Round round, Caller caller) {
        caller.showVersion(round.version());
        return all(List.of(round), caller).map(List::getFirst);
    }

    /** Within the transaction that changed the caller's answer. */
    Mono<org.jucai.spec.model.Round> one(Tx tx, Round round, Caller caller) {
        caller.showVersion(round.version());
        return all(List.of(round), caller, work -> work.apply(tx)).map(List::getFirst);
    }

    Mono<List<org.jucai.spec.model.Round>> all(List<Round> rounds, Caller caller) {
        return all(rounds, caller, work -> database.read(caller.scope(), work));
    }

    private Mono<List<org.jucai.spec.model.Round>> all(List<Round> rounds, Caller caller,
            Function<Function<Tx, Mono<Map<UUID, OwnAnswer>>>, Mono<Map<UUID, OwnAnswer>>> ask) {
        Set<UUID> associations = rounds.stream().map(Round::associationId).collect(Collectors.toSet());
        return Mono.zip(members.names(associations), own(rounds, caller, ask), joined(associations, caller)).map(known -> rounds.stream()
                .map(round -> show(round, known.getT1().get(round.associationId()), Optional.ofNullable(known.getT2().get(round.id())),
                        known.getT3().contains(round.associationId()), caller))
                .toList());
    }

    /** Those of the associations whose member the caller's enterprise is: nobody is offered what another association's round asks of its own. */
    private Mono<Set<UUID>> joined(Set<UUID> associations, Caller caller) {
        Optional<Actor> member = enterprise(caller);
        if (member.isEmpty()) return Mono.just(Set.of());
        return members.party(member.get().partyId())
                .map(file -> associations.stream().filter(file::isMemberOf).collect(Collectors.toSet()))
                .defaultIfEmpty(Set.of());
    }

    private static Optional<Actor> enterprise(Caller caller) {
        return caller.maybeActor().filter(actor -> actor.partyKind() == PartyKind.ENTERPRISE);
    }

    private Mono<Map<UUID, OwnAnswer>> own(List<Round> rounds, Caller caller,
            Function<Function<Tx, Mono<Map<UUID, OwnAnswer>>>, Mono<Map<UUID, OwnAnswer>>> ask) {
        Optional<Actor> member = enterprise(caller);
        if (member.isEmpty() || rounds.isEmpty()) return Mono.just(Map.of());
        Set<UUID> ids = rounds.stream().map(Round::id).collect(Collectors.toSet());
        return ask.apply(tx -> answers.own(tx, member.get().partyId(), ids));
    }

    private static org.jucai.spec.model.Round show(
            Round round, @org.jspecify.annotations.Nullable PartyName association, Optional<OwnAnswer> own, boolean memberHere, Caller caller) {
        org.jucai.spec.model.Round view = RoundViews.show(round, association == null ? "" : association.nameZh(), memberHere, caller);
        own.filter(answer -> memberHere || answer.kind() != OwnAnswer.Kind.NONE).ifPresent(answer -> {
            view.setMyAnswer(org.jucai.spec.model.Round.MyAnswerEnum.valueOf(answer.kind().name()));
            view.setSigned(answer.signed());
        });
        return view;
    }
}
