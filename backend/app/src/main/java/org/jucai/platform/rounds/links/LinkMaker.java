package org.jucai.platform.rounds.links;

import java.math.BigDecimal;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.Buyer;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineStatus;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Makes the links of lines that were entered for members, and texts each buyer theirs, in one transaction. */
@Component
class LinkMaker {

    private static final DateTimeFormatter IN_BEIJING =
            DateTimeFormatter.ofPattern("M月d日 HH:mm").withZone(ZoneId.of("Asia/Shanghai"));

    private final SqlLinks links;
    private final LinkSecrets secrets;
    private final RoundBoard rounds;
    private final DemandBoard demand;
    private final MembershipBoard members;
    private final Texts texts;
    private final Clock clock;

    LinkMaker(SqlLinks links, LinkSecrets secrets, RoundBoard rounds, DemandBoard demand, MembershipBoard members, Texts texts, Clock clock) {
        this.links = links;
        this.secrets = secrets;
        this.rounds = rounds;
        this.demand = demand;
        this.members = members;
        this.texts = texts;
        this.clock = clock;
    }

    private record Telling(Round round, String association, DemandLine line, Instant now) {
        Instant until() {
            return round.gapEndsAt().orElse(round.terms().collectingEndsAt());
        }
    }

    /** Lines that wait no longer, and rounds that take no answer any more, get none: a late reader texts nobody in vain. */
    Mono<Void> make(Tx tx, UUID roundId, Set<UUID> lines) {
        Instant now = clock.instant();
        return rounds.find(tx, roundId)
                .filter(round -> round.takesDemandAt(now))
                .flatMap(round -> Mono.zip(waiting(tx, roundId, lines), association(round))
                        .flatMap(known -> members.buyers(enterprises(known.getT1()))
                                .flatMap(buyers -> Flux.fromIterable(known.getT1())
                                        .concatMap(line -> tell(tx, new Telling(round, known.getT2(), line, now), buyers.getOrDefault(line.enterpriseId(), List.of())))
                                        .then())));
    }

    private Mono<List<DemandLine>> waiting(Tx tx, UUID roundId, Set<UUID> lines) {
        return demand.some(tx, roundId, lines).map(found -> found.stream().filter(line -> line.status() == LineStatus.DRAFT).toList());
    }

    private static Set<UUID> enterprises(List<DemandLine> lines) {
        return lines.stream().map(DemandLine::enterpriseId).collect(Collectors.toSet());
    }

    private Mono<String> association(Round round) {
        return members.party(round.associationId()).map(file -> file.party().nameZh());
    }

    private Mono<Void> tell(Tx tx, Telling telling, List<Buyer> buyers) {
        return Flux.fromIterable(buyers).concatMap(buyer -> {
            DemandLine line = telling.line();
            String secret = secrets.next();
            Link link = new Link(line.roundId(), line.id(), line.enterpriseId(), line.associationId(), buyer.personId());
            return links.add(tx, LinkSecrets.digest(secret), link).filter(added -> added)
                    .flatMap(added -> texts.queue(tx, new Texts.Telling(buyer.phone(), "confirmation-link",
                            facts(telling, buyer, secret), Duration.between(telling.now(), telling.until())), telling.now()));
        }).then();
    }

    private Map<String, Object> facts(Telling telling, Buyer buyer, String secret) {
        DemandLine line = telling.line();
        return Map.of("name", buyer.name(), "association", telling.association(), "line", line.code(), "grade", line.firstGrade(),
                "tonnes", BigDecimal.valueOf(line.target().kg(), 3).stripTrailingZeros().toPlainString(),
                "until", IN_BEIJING.format(telling.until()), "link", texts.link("/confirm/" + secret));
    }
}
