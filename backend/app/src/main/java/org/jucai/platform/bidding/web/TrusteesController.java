package org.jucai.platform.bidding.web;

import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.bidding.envelope.CanonicalJson;
import org.jucai.platform.bidding.receipts.ReceiptDesk;
import org.jucai.platform.bidding.trustees.RegisteredKey;
import org.jucai.platform.bidding.trustees.TrusteeBoard;
import org.jucai.platform.bidding.trustees.TrusteeChoice;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.spec.api.TrusteesApi;
import org.jucai.spec.model.NameTrustees;
import org.jucai.spec.model.PossessionAnswer;
import org.jucai.spec.model.PublishedKeys;
import org.jucai.spec.model.Reason;
import org.jucai.spec.model.RegisteredTrusteeKey;
import org.jucai.spec.model.TrusteeCard;
import org.jucai.spec.model.TrusteeKey;
import org.jucai.spec.model.TrusteeKeyPage;
import org.jucai.spec.model.TrusteeList;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Trustees' keys by HTTP. */
@RestController
class TrusteesController implements TrusteesApi {

    private static final int PUBLISHED = 200;

    /** Who takes keys, lists them, and says who is trustee of a round. */
    @Component
    record Trusts(TrusteeDesk desk, TrusteeBoard board, TrusteeChoice choice) {}

    private final Database database;
    private final Once once;
    private final TrusteeDesk desk;
    private final TrusteeBoard board;
    private final ReceiptDesk receipts;
    private final MembershipBoard members;
    private final TrusteeChoice choice;

    TrusteesController(Database database, Once once, Trusts trusts, ReceiptDesk receipts, MembershipBoard members) {
        this.database = database;
        this.once = once;
        this.desk = trusts.desk();
        this.board = trusts.board();
        this.choice = trusts.choice();
        this.receipts = receipts;
        this.members = members;
    }

    @Override
    public Mono<RegisteredTrusteeKey> registerTrusteeKey(String idempotencyKey, Mono<TrusteeCard> trusteeCard, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return trusteeCard.flatMap(card -> once.answer(exchange, card, RegisteredTrusteeKey.class, tx -> desk
                .register(asking(tx, caller), CanonicalJson.bytes(TrusteeViews.tree(card)))
                .flatMap(made -> names(List.of(made.key())).map(names -> TrusteeViews.show(made, names, caller.actor())))));
    }

    @Override
    public Mono<TrusteeKey> showTrusteeKey(UUID keyId, String idempotencyKey, Mono<PossessionAnswer> possessionAnswer, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return possessionAnswer.flatMap(form -> once.answer(exchange, form, TrusteeKey.class, tx -> desk
                .show(asking(tx, caller), keyId, form.getAnswer()).flatMap(key -> show(key, caller))));
    }

    @Override
    public Mono<TrusteeKey> revokeTrusteeKey(UUID keyId, String idempotencyKey, Mono<Reason> reason, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return reason.flatMap(form -> once.answer(exchange, form, TrusteeKey.class, tx -> desk
                .revoke(asking(tx, caller), keyId, form.getReason()).flatMap(key -> show(key, caller))));
    }

    @Override
    public Mono<TrusteeKeyPage> listTrusteeKeys(@Nullable UUID partyId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.list(tx, partyId, cursor, limit))
                .flatMap(page -> names(page.items()).map(names -> new TrusteeKeyPage()
                        .items(page.items().stream().map(key -> TrusteeViews.show(key, names, caller.actor())).toList())
                        .nextCursor(page.nextCursor())));
    }

    @Override
    public Mono<TrusteeList> nameTrustees(UUID roundId, String idempotencyKey, Mono<NameTrustees> nameTrustees, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return nameTrustees.flatMap(form -> once.answer(exchange, form, TrusteeList.class, tx -> desk
                .name(asking(tx, caller), new TrusteeDesk.Naming(roundId, form.getTrusteeIds().stream().toList()))
                .flatMap(keys -> names(keys).map(names -> new TrusteeList(keys.stream().map(key -> TrusteeViews.show(key, names, caller.actor())).toList())))));
    }

    @Override
    public Mono<org.jucai.spec.model.RoundTrustees> getRoundTrustees(UUID roundId, ServerWebExchange exchange) {
        return choice.of(Caller.of(exchange).actor(), roundId).map(TrusteeViews::show);
    }

    /** The same for everybody, whoever asks. */
    @Override
    public Mono<PublishedKeys> publishedKeys(ServerWebExchange exchange) {
        return database.read(Scope.nobody(), tx -> Mono.zip(receipts.keys(tx), board.list(tx, null, null, PUBLISHED)))
                .flatMap(found -> names(found.getT2().items()).map(names -> new PublishedKeys(
                        found.getT1().stream().map(TrusteeViews::show).toList(),
                        found.getT2().items().stream().map(key -> TrusteeViews.show(key, names, null)).toList())));
    }

    private Mono<TrusteeKey> show(RegisteredKey key, Caller caller) {
        return names(List.of(key)).map(names -> TrusteeViews.show(key, names, caller.actor()));
    }

    private Mono<Map<UUID, PartyName>> names(List<RegisteredKey> keys) {
        return members.names(keys.stream().map(RegisteredKey::partyId).collect(Collectors.toSet()));
    }

    private static Asking asking(Tx tx, Caller caller) {
        return new Asking(tx, caller.actor(), caller.now());
    }
}
