package org.jucai.platform.award.web;

import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.award.decisions.Award;
import org.jucai.platform.award.decisions.AwardBoard;
import org.jucai.platform.award.decisions.AwardDesk;
import org.jucai.platform.award.decisions.ObjectionDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.Round;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.spec.api.AwardsApi;
import org.jucai.spec.model.AnswerObjection;
import org.jucai.spec.model.ExcludeWinner;
import org.jucai.spec.model.Objection;
import org.jucai.spec.model.ObjectionPage;
import org.jucai.spec.model.ProposeAward;
import org.jucai.spec.model.RaiseObjection;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Awards, their notice and objections to them by HTTP. */
@RestController
class AwardsController implements AwardsApi {

    private final Once once;
    private final Database database;
    private final AwardDesk desk;
    private final ObjectionDesk objecting;
    private final AwardBoard board;
    private final RoundBoard rounds;
    private final MembershipBoard members;
    private final NoticeDocument notices;

    AwardsController(Once once, Database database, AwardDesk desk, ObjectionDesk objecting, AwardBoard board, RoundBoard rounds, MembershipBoard members,
            NoticeDocument notices) {
        this.once = once;
        this.database = database;
        this.desk = desk;
        this.objecting = objecting;
        this.board = board;
        this.rounds = rounds;
        this.members = members;
        this.notices = notices;
    }

    @Override
    public Mono<org.jucai.spec.model.Award> getAward(UUID roundId, @Nullable Integer number, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> show(tx, roundId, number, caller));
    }

    private Mono<org.jucai.spec.model.Award> show(Tx tx, UUID roundId, @Nullable Integer number, Caller caller) {
        return seen(tx, roundId, number).map(seen -> AwardViews.show(seen, caller));
    }

    private Mono<AwardViews.Seen> seen(Tx tx, UUID roundId, @Nullable Integer number) {
        return rounds.get(tx, roundId).flatMap(round -> board.get(tx, roundId, number).flatMap(shown -> members.names(parties(round, shown))
                .map(names -> new AwardViews.Seen(round, shown, names))));
    }

    private static Set<UUID> parties(Round round, AwardBoard.Shown shown) {
        Stream<UUID> winners = shown.award().sheet().lots().stream().flatMap(lot -> Stream.concat(lot.winners().stream().map(winner -> winner.supplierId()),
                lot.candidates().stream().filter(Award.Rank::reserve).map(Award.Rank::supplierId)));
        Stream<UUID> others = shown.inside().stream().flatMap(inside -> inside.ranks().stream()).map(Award.Rank::supplierId);
        return Stream.of(winners, others, Stream.of(round.associationId())).flatMap(each -> each).collect(Collectors.toSet());
    }

    @Override
    public Mono<org.jucai.spec.model.Award> proposeAward(UUID roundId, String idempotencyKey, Mono<ProposeAward> proposeAward, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return proposeAward.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Award.class, tx -> desk
                .propose(asking(tx, caller), roundId, form.getRunId(), AwardViews.read(form.getDecision()))
                .flatMap(award -> show(tx, roundId, award.number(), caller))));
    }

    @Override
    public Mono<org.jucai.spec.model.Award> excludeWinner(UUID roundId, String idempotencyKey, Mono<ExcludeWinner> excludeWinner, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return excludeWinner.flatMap(form -> once.answer(exchange, form, org.jucai.spec.model.Award.class, tx -> desk
                .exclude(asking(tx, caller), roundId, new AwardDesk.Exclusion(form.getSupplierId(), AwardViews.orEmpty(form.getLotIds()), form.getReason()))
                .flatMap(award -> show(tx, roundId, award.number(), caller))));
    }

    @Override
    public Mono<Resource> awardNotice(UUID roundId, @Nullable Integer number, @Nullable String language, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> seen(tx, roundId, number)).flatMap(seen -> notices.of(seen, Documents.language(language, caller))
                .doOnNext(file -> Documents.named(exchange, seen.round().code() + "-" + seen.shown().award().number() + ".docx", Documents.DOCX)));
    }

    @Override
    public Mono<Objection> raiseObjection(UUID roundId, String idempotencyKey, Mono<RaiseObjection> raiseObjection, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return raiseObjection.flatMap(form -> once.answer(exchange, form, Objection.class, tx -> objecting
                .raise(asking(tx, caller), roundId, form.getLotId(), form.getGrounds()).flatMap(objection -> shown(List.of(objection), caller).map(List::getFirst))));
    }

    @Override
    public Mono<ObjectionPage> listObjections(UUID roundId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId).then(board.objections(tx, roundId, cursor, limit))).flatMap(page -> show(page, caller));
    }

    private Mono<ObjectionPage> show(Page<org.jucai.platform.award.decisions.Objection> page, Caller caller) {
        return shown(page.items(), caller).map(items -> new ObjectionPage(items).nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<Objection> answerObjection(UUID objectionId, String idempotencyKey, Mono<AnswerObjection> answerObjection, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return answerObjection.flatMap(form -> once.answer(exchange, form, Objection.class, tx -> objecting
                .answer(asking(tx, caller), objectionId, form.getUpheld(), form.getReasons())
                .flatMap(objection -> shown(List.of(objection), caller).map(List::getFirst))));
    }

    private Mono<List<Objection>> shown(List<org.jucai.platform.award.decisions.Objection> objections, Caller caller) {
        return members.names(objections.stream().map(org.jucai.platform.award.decisions.Objection::partyId).collect(Collectors.toSet()))
                .map(names -> objections.stream().map(each -> AwardViews.show(each, names, caller.actor())).toList());
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
