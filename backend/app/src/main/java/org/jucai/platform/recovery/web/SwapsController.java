package org.jucai.platform.recovery.web;

import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.UUID;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.recovery.swaps.Swap;
import org.jucai.platform.recovery.swaps.SwapBoard;
import org.jucai.platform.recovery.swaps.SwapDesk;
import org.jucai.spec.api.SwapsApi;
import org.jucai.spec.model.AcceptSwap;
import org.jucai.spec.model.RemedyWords;
import org.jucai.spec.model.OfferSwap;
import org.jucai.spec.model.OwnSharePage;
import org.jucai.spec.model.SwapPage;
import org.jucai.spec.model.SwapStatus;
import org.jucai.spec.model.SwapView;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Swaps by HTTP. */
@RestController
class SwapsController implements SwapsApi {

    private final Database database;
    private final Once once;
    private final SwapDesk desk;
    private final SwapBoard board;
    private final MembershipBoard members;

    SwapsController(Database database, Once once, SwapDesk desk, SwapBoard board, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = desk;
        this.board = board;
        this.members = members;
    }

    @Override
    public Mono<OwnSharePage> listOwnShares(@Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.shares(tx, cursor, limit))
                .flatMap(page -> members.names(page.items().stream().map(each -> each.sellerId()).collect(Collectors.toSet()))
                        .map(names -> new OwnSharePage(page.items().stream().map(new SwapViews(names)::share).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<SwapPage> listSwaps(@Nullable SwapStatus status, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        Optional<Swap.Status> wanted = Optional.ofNullable(status).map(it -> Swap.Status.valueOf(it.name()));
        return database.read(caller.scope(), tx -> board.list(tx, wanted, cursor, limit)).flatMap(page -> members.names(SwapViews.parties(page.items()))
                .map(names -> new SwapPage(page.items().stream().map(each -> new SwapViews(names).show(each, caller.actor())).toList()).nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<SwapView> getSwap(UUID swapId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.get(tx, swapId)).flatMap(found -> show(found, caller));
    }

    @Override
    public Mono<SwapView> offerSwap(String idempotencyKey, Mono<OfferSwap> offerSwap, ServerWebExchange exchange) {
        return offerSwap.flatMap(form -> answer(exchange, form, asking -> desk.offer(asking, new SwapDesk.Wanted(form.getItemId(), new Kilograms(form.getMassKg()),
                Optional.ofNullable(form.getToName()).map(String::strip)))));
    }

    @Override
    public Mono<SwapView> acceptSwap(UUID swapId, String idempotencyKey, Mono<AcceptSwap> acceptSwap, @Nullable String ifMatch, ServerWebExchange exchange) {
        return acceptSwap.flatMap(form -> answer(exchange, form, asking -> desk.accept(asking, swapId, expected(exchange), form.getItemId())));
    }

    @Override
    public Mono<SwapView> agreeToSwap(UUID swapId, String idempotencyKey, @Nullable String ifMatch, ServerWebExchange exchange) {
        return answer(exchange, "agree", asking -> desk.agree(asking, swapId, expected(exchange)));
    }

    @Override
    public Mono<SwapView> endSwap(UUID swapId, String idempotencyKey, Mono<RemedyWords> remedyWords, @Nullable String ifMatch, ServerWebExchange exchange) {
        return remedyWords.flatMap(form -> answer(exchange, form, asking -> desk.end(asking, swapId, expected(exchange), form.getWords().strip())));
    }

    private static OptionalLong expected(ServerWebExchange exchange) {
        return Caller.of(exchange).expectedVersion();
    }

    private Mono<SwapView> answer(ServerWebExchange exchange, Object form, Function<Asking, Mono<Swap>> step) {
        Caller caller = Caller.of(exchange);
        return once.answer(exchange, form, SwapView.class, tx -> step.apply(new Asking(tx, caller.actor(), caller.now())).flatMap(found -> show(found, caller)));
    }

    private Mono<SwapView> show(Swap found, Caller caller) {
        caller.showVersion(found.version());
        return members.names(SwapViews.parties(List.of(found))).map(names -> new SwapViews(names).show(found, caller.actor()));
    }
}
