package org.jucai.platform.rounds.links;

import java.time.Instant;
import java.util.OptionalLong;
import java.util.Set;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandCommand;
import org.jucai.platform.rounds.demand.DemandDesk;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineStatus;
import org.springframework.stereotype.Service;
import reactor.core.publisher.Mono;

/**
 * Takes a buyer's answer by link. The secret has 192 random bits and is found by its digest alone, so guessing and timing
 * tell nothing; the link ends with collecting, and when its buyer buys for the enterprise no longer.
 */
@Service
public class LinkDesk {

    private final Database database;
    private final SqlLinks links;
    private final MembershipBoard members;
    private final RoundBoard rounds;
    private final DemandBoard board;
    private final DemandDesk desk;

    LinkDesk(Database database, SqlLinks links, MembershipBoard members, RoundBoard rounds, DemandBoard board, DemandDesk desk) {
        this.database = database;
        this.links = links;
        this.members = members;
        this.rounds = rounds;
        this.board = board;
        this.desk = desk;
    }

    /** What the buyer says to the line. */
    public enum Said { CONFIRM, REJECT }

    /** The line a link opens, in its round. */
    public record Opened(DemandLine line, Round round) {}

    public Mono<Opened> open(String secret, Instant now) {
        return find(secret).flatMap(link -> database.read(Scope.of(actor(link)), tx -> opened(tx, link, now)));
    }

    /** Confirms or rejects; said twice alike, nothing changes. Whoever was overtaken by another answer is judged by what stands then. */
    public Mono<Opened> answer(String secret, Said said, Instant now) {
        return find(secret).flatMap(link -> answer(link, said, now)
                .onErrorResume(LinkDesk::wasOvertaken, overtaken -> answer(link, said, now)));
    }

    private static boolean wasOvertaken(Throwable failure) {
        return failure instanceof RefusedException refused && refused.refusal() == CommonRefusal.VERSION_CONFLICT;
    }

    private Mono<Opened> answer(Link link, Said said, Instant now) {
        Actor actor = actor(link);
        return database.write(Scope.of(actor), tx -> opened(tx, link, now).flatMap(opened -> isSaid(opened.line(), said)
                ? Mono.just(opened)
                : desk.handle(new Asking(tx, actor, now), link.lineId(), OptionalLong.empty(), command(said)).map(line -> new Opened(line, opened.round()))));
    }

    private static boolean isSaid(DemandLine line, Said said) {
        return switch (said) {
            case CONFIRM -> line.counts();
            case REJECT -> line.status() == LineStatus.REJECTED;
        };
    }

    private static DemandCommand command(Said said) {
        return switch (said) {
            case CONFIRM -> new DemandCommand.Confirm();
            case REJECT -> new DemandCommand.Reject();
        };
    }

    private Mono<Opened> opened(Tx tx, Link link, Instant now) {
        return rounds.get(tx, link.roundId())
                .flatMap(round -> DemandDesk.refuseUnlessOpen(round, now)
                        .then(board.get(tx, link.lineId()))
                        .map(line -> new Opened(line, round)));
    }

    private Mono<Link> find(String secret) {
        return database.read(Scope.background(), tx -> links.find(tx, LinkSecrets.digest(secret)))
                .filterWhen(link -> members.buyers(Set.of(link.enterpriseId())).map(buyers -> buyers.values().stream()
                        .flatMap(java.util.List::stream).anyMatch(buyer -> buyer.personId().equals(link.personId()))))
                .switchIfEmpty(Mono.error(() -> new RefusedException(CommonRefusal.NOT_FOUND)));
    }

    private static Actor actor(Link link) {
        return new Actor(link.personId(), link.enterpriseId(), PartyKind.ENTERPRISE, Set.of(Role.MEMBER_BUYER), Set.of(), Actor.Entry.LINK, false);
    }
}
