package org.jucai.platform.rounds.answers;

import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineReadings;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/** Answers questions about how members answered, as far as the transaction's parties may know. */
@Service
public class AnswerBoard {

    private final SqlAnswers answers;
    private final DemandBoard demand;
    private final LineReadings readings;
    private final MembershipBoard members;

    AnswerBoard(SqlAnswers answers, DemandBoard demand, LineReadings readings, MembershipBoard members) {
        this.answers = answers;
        this.demand = demand;
        this.readings = readings;
        this.members = members;
    }

    /** Which part of the chase list is wanted. */
    public record Wanted(Optional<ChaseState> state, @Nullable String afterCode, int limit) {}

    private record Standing(PartyName member, MemberAnswer answer) {}

    /**
     * The members of the round's association by code: one question to membership, two to the round's own tables. What each
     * asked for last time comes from its lines, so each of these readings is noted and shown to that member.
     */
    public Mono<ChaseList> chase(Asking asking, Round round, Wanted wanted) {
        Tx tx = asking.tx();
        return Mono.zip(members.members(round.associationId()), answers.ofRound(tx, round.id()), AnswerBoard::standings)
                .flatMap(standings -> {
                    Page<Standing> page = page(standings, wanted);
                    Set<UUID> shown = page.items().stream().map(one -> one.member().id()).collect(Collectors.toSet());
                    return lastAsked(asking, round, shown)
                            .map(asked -> new ChaseList(page.map(one -> entry(one, asked.get(one.member().id()))), counts(standings)));
                });
    }

    private Mono<Map<UUID, Long>> lastAsked(Asking asking, Round round, Set<UUID> shown) {
        return demand.lastAsked(asking.tx(), round, shown).flatMap(lines -> readings
                .note(asking.tx(), asking.actor(), LineReadings.Purpose.CHASE, lines, asking.at())
                .thenReturn(lines.stream().collect(Collectors.groupingBy(DemandLine::enterpriseId, Collectors.summingLong(line -> line.target().kg())))));
    }

    private static List<Standing> standings(List<PartyName> members, List<MemberAnswer> answers) {
        Map<UUID, MemberAnswer> known = answers.stream().collect(Collectors.toMap(MemberAnswer::enterpriseId, Function.identity()));
        return members.stream()
                .map(member -> new Standing(member, known.getOrDefault(member.id(), MemberAnswer.none(member.id()))))
                .toList();
    }

    private static Page<Standing> page(List<Standing> standings, Wanted wanted) {
        List<Standing> rows = standings.stream()
                .filter(one -> wanted.state().isEmpty() || wanted.state().get() == one.answer().state())
                .filter(one -> wanted.afterCode() == null || one.member().code().compareTo(wanted.afterCode()) > 0)
                .sorted(java.util.Comparator.comparing(one -> one.member().code()))
                .limit(wanted.limit() + 1L)
                .toList();
        return Page.cut(rows, wanted.limit(), one -> one.member().code());
    }

    private static ChaseList.Entry entry(Standing one, @Nullable Long lastAsked) {
        return new ChaseList.Entry(one.member(), one.answer().state(), one.answer().waiting() + one.answer().counting(),
                lastAsked == null ? OptionalLong.empty() : OptionalLong.of(lastAsked), one.answer().remindedAt());
    }

    private static Map<ChaseState, Integer> counts(List<Standing> standings) {
        Map<ChaseState, Integer> counts = new EnumMap<>(ChaseState.class);
        for (ChaseState state : ChaseState.values()) counts.put(state, 0);
        standings.forEach(one -> counts.merge(one.answer().state(), 1, Integer::sum));
        return counts;
    }

    /** A member's own answers to these rounds. */
    public Mono<Map<UUID, OwnAnswer>> own(Tx tx, UUID enterpriseId, Set<UUID> rounds) {
        return answers.ofMember(tx, enterpriseId, rounds).map(found -> found.entrySet().stream()
                .collect(Collectors.toMap(Map.Entry::getKey, entry -> OwnAnswer.of(entry.getValue()))));
    }

    /** Who signed for a member; empty where nobody has. */
    public Mono<Signature> signature(Tx tx, UUID roundId, UUID enterpriseId) {
        return answers.signature(tx, roundId, enterpriseId);
    }
}
