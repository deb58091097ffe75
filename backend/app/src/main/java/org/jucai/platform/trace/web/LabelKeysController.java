package org.jucai.platform.trace.web;

import java.util.List;
import java.util.Optional;
import org.jucai.platform.journal.Once;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.trace.LabelKeys;
import org.jucai.spec.api.LabelKeysApi;
import org.jucai.spec.model.LabelKeyList;
import org.jucai.spec.model.LabelKeyView;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Keys of labels by HTTP, for who keeps the installation. */
@RestController
class LabelKeysController implements LabelKeysApi {

    private final Database database;
    private final Once once;
    private final LabelKeys keys;

    LabelKeysController(Database database, Once once, LabelKeys keys) {
        this.database = database;
        this.once = once;
        this.keys = keys;
    }

    @Override
    public Mono<LabelKeyList> listLabelKeys(ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), keys::all).map(LabelKeysController::show);
    }

    @Override
    public Mono<LabelKeyList> renewLabelKey(String idempotencyKey, ServerWebExchange exchange) {
        return once.answer(exchange, "renew", LabelKeyList.class, tx -> keys.renew(tx).map(LabelKeysController::show));
    }

    @Override
    public Mono<LabelKeyList> withdrawLabelKey(Integer number, String idempotencyKey, ServerWebExchange exchange) {
        return once.answer(exchange, number, LabelKeyList.class, tx -> keys.withdraw(tx, number).map(LabelKeysController::show));
    }

    private static LabelKeyList show(List<LabelKeys.Known> all) {
        Optional<LabelKeys.Known> seals = all.stream().filter(each -> each.withdrawnAt().isEmpty()).findFirst();
        return new LabelKeyList(all.stream().map(each -> {
            LabelKeyView view = new LabelKeyView(each.number(), each.madeAt(), seals.equals(Optional.of(each)));
            each.withdrawnAt().ifPresent(view::setWithdrawnAt);
            return view;
        }).toList());
    }
}
