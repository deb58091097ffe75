package org.jucai.platform.bidding.web;

import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.bidding.opening.OpeningBoard;
import org.jucai.platform.bidding.opening.OpeningLot;
import org.jucai.platform.bidding.opening.SealState;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.papers.Papers;
import org.jucai.spec.api.OpeningPapersApi;
import org.jspecify.annotations.Nullable;
import org.springframework.core.io.Resource;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** The record of an opening for the file. */
@RestController
class OpeningPaperController implements OpeningPapersApi {

    private static final int PAGE = 200;
    /** As many as a round can have: 2,047 lots of some suppliers; the page lists what is beyond. */
    private static final int MOST_LINES = 5_000;

    private final Database database;
    private final OpeningBoard board;
    private final MembershipBoard members;
    private final Papers papers;
    private final Words words;

    OpeningPaperController(Database database, OpeningBoard board, MembershipBoard members, Papers papers, Words words) {
        this.database = database;
        this.board = board;
        this.members = members;
        this.papers = papers;
        this.words = words;
    }

    @Override
    public Mono<Resource> openingRecordPaper(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> board.room(tx, caller.actor(), roundId)).flatMap(room -> shut(caller, roundId)
                .flatMap(shut -> members.names(parties(room)).flatMap(names -> papers.answer(exchange, room.round().code() + "-opening.docx",
                        OpeningRecordPaper.of(room, new OpeningRecordPaper.Told(names, shut, words, caller.locale(), caller.now()))))));
    }

    private static Set<UUID> parties(OpeningBoard.Room room) {
        Set<UUID> parties = new HashSet<>(OpeningViews.parties(room));
        parties.add(room.seal().associationId());
        return parties;
    }

    private Mono<List<OpeningLot>> shut(Caller caller, UUID roundId) {
        return page(caller, roundId, null)
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(caller, roundId, page.nextCursor()))
                .concatMapIterable(Page::items)
                .filter(lot -> lot.state() != SealState.OPENED)
                .take(MOST_LINES)
                .collectList();
    }

    private Mono<Page<OpeningLot>> page(Caller caller, UUID roundId, @Nullable String cursor) {
        return database.read(caller.scope(), tx -> board.lots(tx, new OpeningBoard.Question(roundId, null, cursor, PAGE)));
    }
}
