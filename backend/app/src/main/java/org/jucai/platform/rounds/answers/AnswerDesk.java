package org.jucai.platform.rounds.answers;

import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.EnumSet;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.journal.Journal;
import org.jucai.platform.journal.NewEvent;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Buyer;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.RoundRefusal;
import org.jucai.platform.rounds.RoundStatus;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandRefusal;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Takes a member's "nothing this time" and its signature, and reminds those who have said neither. */
@Service
public class AnswerDesk {

    static final String STREAM = "round-answer";

    private static final Set<RoundStatus> BEFORE_FREEZE =
            EnumSet.of(RoundStatus.ANNOUNCED, RoundStatus.COLLECTING, RoundStatus.LOCKED, RoundStatus.POOLED);
    private static final DateTimeFormatter IN_BEIJING =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final SqlAnswers answers;
    private final RoundBoard rounds;
    private final DemandBoard demand;
    private final MembershipBoard members;
    private final AgreementText agreements;
    private final Texts texts;
    private final Journal journal;

    AnswerDesk(SqlAnswers answers, RoundBoard rounds, DemandBoard demand, MembershipBoard members, AgreementText agreements,
            Texts texts, Journal journal) {
        this.answers = answers;
        this.rounds = rounds;
        this.demand = demand;
        this.members = members;
        this.agreements = agreements;
        this.texts = texts;
        this.journal = journal;
    }

    /** Notes that the caller's enterprise asks for nothing; said twice, it stays as said first. */
    public Mono<Round> decline(Tx tx, Actor actor, UUID roundId, Instant now) {
        UUID enterprise = actor.partyId();
        return rounds.join(tx, roundId)
                .flatMap(round -> DemandDesk.refuseUnlessOpen(round, now).then(onlyMembers(round, enterprise)).thenReturn(round))
                .flatMap(round -> demand.has(tx, roundId, enterprise)
                        .filter(has -> !has)
                        .switchIfEmpty(Mono.error(() -> new RefusedException(DemandRefusal.ENTERPRISE_HAS_LINES)))
                        .flatMap(none -> answers.decline(tx, round, enterprise, now))
                        .flatMap(kept -> record(tx, actor, now, List.of(event(round, kept, new AnswerEvent.MemberDeclined(enterprise)))))
                        .thenReturn(round));
    }

    /** Signs the text whose digest is given; signed twice, it stays as signed first. */
    public Mono<Round> sign(Tx tx, Actor actor, UUID roundId, String sha256, Instant now) {
        UUID enterprise = actor.partyId();
        return rounds.join(tx, roundId)
                .flatMap(round -> onlyBeforeFreeze(round).then(onlyMembers(round, enterprise)).thenReturn(round))
                .flatMap(round -> association(round)
                        .filter(name -> agreements.of(round, name).sha256().equals(sha256))
                        .switchIfEmpty(Mono.error(() -> new RefusedException(RoundRefusal.AGREEMENT_TEXT_CHANGED)))
                        .flatMap(same -> answers.sign(tx, round, actor, sha256, now))
                        .flatMap(kept -> record(tx, actor, now, List.of(event(round, kept, new AnswerEvent.MemberSigned(enterprise, sha256)))))
                        .thenReturn(round));
    }

    /** Texts the buyers of these members, those left out whom nobody can reach or who were reminded within the hour; tells how many texts. */
    public Mono<Integer> remind(Tx tx, Actor actor, Round round, Set<UUID> asked, Instant now) {
        return onlyBeforeFreeze(round)
                .then(Mono.zip(members.members(round.associationId()), association(round)))
                .flatMap(known -> members.buyers(among(asked, known.getT1())).flatMap(buyers -> buyers.isEmpty()
                        ? Mono.just(0)
                        : answers.remind(tx, round, buyers.keySet(), now)
                                .flatMap(kept -> tell(tx, round, known.getT2(), reached(kept, buyers), now)
                                        .flatMap(sent -> record(tx, actor, now, reminded(round, kept)).thenReturn(sent)))));
    }

    private static Set<UUID> among(Set<UUID> asked, List<PartyName> members) {
        Set<UUID> ours = members.stream().map(PartyName::id).collect(Collectors.toCollection(HashSet::new));
        ours.retainAll(asked);
        return ours;
    }

    private static List<Buyer> reached(List<SqlAnswers.Kept> kept, Map<UUID, List<Buyer>> buyers) {
        return kept.stream().flatMap(one -> buyers.getOrDefault(one.enterpriseId(), List.of()).stream()).toList();
    }

    private static List<NewEvent> reminded(Round round, List<SqlAnswers.Kept> kept) {
        return kept.stream().map(one -> event(round, one, new AnswerEvent.MemberReminded(one.enterpriseId()))).toList();
    }

    private Mono<Integer> tell(Tx tx, Round round, String association, List<Buyer> buyers, Instant now) {
        String until = IN_BEIJING.format(round.gapEndsAt().orElse(round.terms().collectingEndsAt()));
        String purpose = round.status() == RoundStatus.COLLECTING || round.status() == RoundStatus.ANNOUNCED ? "round-reminder" : "signing-reminder";
        return Flux.fromIterable(buyers)
                .concatMap(buyer -> texts.queue(tx, buyer.phone(), purpose, Map.of("name", buyer.name(), "association", association,
                        "title", round.terms().title(), "until", until, "link", texts.link("/rounds/" + round.id())), now))
                .then(Mono.just(buyers.size()));
    }

    private static Mono<Void> onlyBeforeFreeze(Round round) {
        return BEFORE_FREEZE.contains(round.status()) && round.frozenAt().isEmpty()
                ? Mono.empty()
                : Mono.error(new RefusedException(RoundRefusal.ROUND_STATE_DOES_NOT_ALLOW, Map.of("status", round.status())));
    }

    private Mono<Void> onlyMembers(Round round, UUID enterprise) {
        return members.isMember(round.associationId(), enterprise)
                .filter(is -> is)
                .switchIfEmpty(Mono.error(() -> new RefusedException(DemandRefusal.NOT_A_MEMBER_OF_ASSOCIATION)))
                .then();
    }

    private Mono<String> association(Round round) {
        return members.party(round.associationId()).map(file -> file.party().nameZh());
    }

    private Mono<Void> record(Tx tx, Actor actor, Instant now, List<NewEvent> events) {
        return events.isEmpty() ? Mono.empty() : journal.append(tx, actor, now, events);
    }

    /** One stream per round and member. */
    private static NewEvent event(Round round, SqlAnswers.Kept kept, AnswerEvent event) {
        UUID stream = UUID.nameUUIDFromBytes((round.id() + "/" + kept.enterpriseId()).getBytes(StandardCharsets.US_ASCII));
        return new NewEvent(STREAM, stream, kept.version(), round.id(), event.getClass().getSimpleName(), event,
                Set.of(kept.enterpriseId(), round.associationId()));
    }
}
