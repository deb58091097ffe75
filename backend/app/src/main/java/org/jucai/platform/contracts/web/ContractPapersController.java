package org.jucai.platform.contracts.web;

import java.util.UUID;
import org.jucai.platform.contracts.ContractBoard;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.papers.Papers;
import org.jucai.spec.api.ContractPapersApi;
import org.springframework.core.io.Resource;
import org.springframework.stereotype.Component;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Contracts as papers, in the caller's language. */
@RestController
class ContractPapersController implements ContractPapersApi {

    private final Database database;
    private final ContractBoard board;
    private final SeenContracts seen;
    private final Papers papers;
    private final Print print;

    ContractPapersController(Database database, ContractBoard board, SeenContracts seen, Papers papers, Print print) {
        this.database = database;
        this.board = board;
        this.seen = seen;
        this.papers = papers;
        this.print = print;
    }

    /** What a paper is written with. */
    @Component
    record Print(Words words, ShownTerms terms) {}

    @Override
    public Mono<Resource> contractPaper(UUID contractId, ServerWebExchange exchange) {
        return found(contractId, exchange).flatMap(found -> papers.answer(exchange, found.contract().code() + ".docx", ContractPaper.of(found, print.words, print.terms, Caller.of(exchange).locale())));
    }

    @Override
    public Mono<Resource> contractPdf(UUID contractId, ServerWebExchange exchange) {
        return found(contractId, exchange).flatMap(found -> papers.pdf(exchange, found.contract().code() + ".pdf", ContractPaper.of(found, print.words, print.terms, Caller.of(exchange).locale())));
    }

    private Mono<ContractViews.Seen> found(UUID contractId, ServerWebExchange exchange) {
        return database.read(Caller.of(exchange).scope(), tx -> board.get(tx, contractId).flatMap(contract -> seen.of(tx, contract)));
    }
}
