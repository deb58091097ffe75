package org.jucai.local.world;

import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.Texts;
import org.jucai.platform.notifications.wecom.WeComMessages;
import org.jucai.spec.api.DemoApi;
import org.jucai.spec.model.DemoActor;
import org.jucai.spec.model.DemoActors;
import org.jucai.spec.model.DemoText;
import org.jucai.spec.model.DemoTexts;
import org.jucai.spec.model.DemoTrusteeKey;
import org.jucai.spec.model.DemoWeComMessage;
import org.jucai.spec.model.DemoWeComMessages;
import org.jucai.spec.model.PartyKindName;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The people and texts of the demo world by HTTP. */
@RestController
class DemoController implements DemoApi {

    private final Texts texts;
    private final WeComMessages weCom;
    private final DemoKeyFiles keys;

    DemoController(Texts texts, WeComMessages weCom, DemoKeyFiles keys) {
        this.texts = texts;
        this.weCom = weCom;
        this.keys = keys;
    }

    @Override
    public Mono<DemoActors> listDemoActors(ServerWebExchange exchange) {
        boolean english = Caller.of(exchange).locale().getLanguage().equals(Locale.ENGLISH.getLanguage());
        List<DemoActor> actors = Person.who().stream().map(person -> show(person, english)).toList();
        return Mono.just(new DemoActors(actors));
    }

    private static DemoActor show(Person person, boolean english) {
        return new DemoActor(person.account(), Person.PASSWORD, english ? person.nameEn() : person.name(), person.party(),
                PartyKindName.valueOf(person.kind().name()), person.roles().stream().map(Enum::name).sorted().toList());
    }

    @Override
    public Mono<DemoTexts> listDemoTexts(@Nullable UUID cursor, Integer limit, ServerWebExchange exchange) {
        return texts.latest(cursor, limit).map(page -> new DemoTexts(page.items().stream().map(DemoController::show).toList())
                .nextCursor(page.nextCursor()));
    }

    private static DemoText show(Texts.Waiting text) {
        DemoText shown = new DemoText(text.id(), text.phone(), text.purpose(), text.body(), text.queuedAt());
        if (text.sentAt() != null) shown.setSentAt(text.sentAt());
        return shown;
    }

    @Override
    public Mono<DemoWeComMessages> listDemoWeComMessages(@Nullable UUID cursor, Integer limit, ServerWebExchange exchange) {
        return weCom.latest(cursor, limit).map(page -> new DemoWeComMessages(page.items().stream()
                .map(message -> new DemoWeComMessage(message.id(), message.text(), message.queuedAt()).sentAt(message.sentAt())).toList())
                .nextCursor(page.nextCursor()));
    }

    @Override
    public Mono<DemoTrusteeKey> getDemoTrusteeKey(ServerWebExchange exchange) {
        return keys.of(Caller.of(exchange)).map(file -> new DemoTrusteeKey(Person.PASSWORD, file));
    }
}
