package org.jucai.platform.rounds.web;

import java.util.Set;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.rounds.links.LinkDesk;
import org.jucai.spec.api.ConfirmationLinksApi;
import org.jucai.spec.model.AnswerByLink;
import org.jucai.spec.model.ConfirmationLink;
import org.jucai.spec.model.DemandLine.AllowedCommandsEnum;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Confirmation links by HTTP; whoever holds the link is the buyer it was sent to. */
@RestController
class LinksController implements ConfirmationLinksApi {

    private final LinkDesk desk;
    private final MembershipBoard members;
    private final DemandViews views;

    LinksController(LinkDesk desk, MembershipBoard members, DemandViews views) {
        this.desk = desk;
        this.members = members;
        this.views = views;
    }

    @Override
    public Mono<ConfirmationLink> readConfirmationLink(String token, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return desk.open(token, caller.now()).flatMap(opened -> show(opened, caller));
    }

    @Override
    public Mono<ConfirmationLink> answerConfirmationLink(String token, Mono<AnswerByLink> answerByLink, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return answerByLink
                .flatMap(form -> desk.answer(token, LinkDesk.Said.valueOf(form.getAnswer().name()), caller.now()))
                .flatMap(opened -> show(opened, caller));
    }

    private Mono<ConfirmationLink> show(LinkDesk.Opened opened, Caller caller) {
        return members.names(Set.of(opened.line().enterpriseId())).map(names -> {
            DemandViews.Reader reader = new DemandViews.Reader(true, true, opened.round().fillsGapAt(caller.now()), caller.locale());
            org.jucai.spec.model.DemandLine line = views.show(opened.line(), names.get(opened.line().enterpriseId()), reader);
            line.setAllowedCommands(line.getAllowedCommands().stream().filter(AllowedCommandsEnum.CONFIRM::equals).toList());
            return new ConfirmationLink(line, opened.round().terms().title(),
                    opened.round().gapEndsAt().orElse(opened.round().terms().collectingEndsAt()));
        });
    }
}
