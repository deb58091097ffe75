package org.jucai.platform.rounds.web;

import java.util.Iterator;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.membership.PeopleBoard;
import org.jucai.platform.rounds.RoundBoard;
import org.jucai.platform.rounds.demand.DemandBoard;
import org.jucai.platform.rounds.demand.DemandLine;
import org.jucai.platform.rounds.demand.LineReadings;
import org.jucai.platform.rounds.demand.Suggestions;
import org.jucai.spec.api.DemandFilesApi;
import org.jucai.spec.model.Reading;
import org.jucai.spec.model.ReadingPage;
import org.jucai.spec.model.Suggestion;
import org.jucai.spec.model.SuggestionList;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.HttpHeaders;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** Demand as files: export, template, what was asked last time, and who read a line. */
@RestController
class FilesController implements DemandFilesApi {

    private static final MediaType XLSX = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final MediaType CSV = new MediaType("text", "csv");
    private static final int PAGE = 500;
    private static final int MOST_ROWS = 50_000;

    private final Database database;
    private final RoundBoard rounds;
    private final DemandBoard board;
    private final LineReadings readings;
    private final Suggestions suggestions;
    private final MembershipBoard members;
    private final PeopleBoard people;
    private final DemandSheets sheets;

    FilesController(Database database, RoundBoard rounds, DemandBoard board, LineReadings readings, Suggestions suggestions,
            MembershipBoard members, PeopleBoard people, DemandSheets sheets) {
        this.database = database;
        this.rounds = rounds;
        this.board = board;
        this.readings = readings;
        this.suggestions = suggestions;
        this.members = members;
        this.people = people;
        this.sheets = sheets;
    }

    @Override
    public Mono<Resource> exportDemandLines(UUID roundId, String format, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        boolean csv = format.equals("csv");
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId)).flatMap(round -> waiting(() -> {
            Iterator<DemandSheets.Shown> lines = lines(roundId, caller).toIterable(PAGE).iterator();
            return csv ? sheets.csv(lines, caller.locale()) : sheets.xlsx(lines, caller.locale());
        }).doOnNext(file -> named(exchange, round.code() + (csv ? ".csv" : ".xlsx"), csv ? CSV : XLSX)));
    }

    /** Page by page, each page's reading noted in the transaction that read it; at most a page or two in memory. */
    private Flux<DemandSheets.Shown> lines(UUID roundId, Caller caller) {
        return page(roundId, null, caller)
                .expand(page -> page.nextCursor() == null ? Mono.empty() : page(roundId, page.nextCursor(), caller))
                .concatMap(page -> members.names(page.items().stream().map(DemandLine::enterpriseId).collect(Collectors.toSet()))
                        .map(names -> page.items().stream().map(line -> shown(line, names, caller)).toList()), 1)
                .concatMapIterable(shown -> shown)
                .take(MOST_ROWS);
    }

    private Mono<Page<DemandLine>> page(UUID roundId, @Nullable String cursor, Caller caller) {
        DemandBoard.Wanted all = new DemandBoard.Wanted(roundId, Optional.empty(), Optional.empty(), Optional.empty());
        return database.write(caller.scope(), tx -> board.list(tx, all, cursor, PAGE).flatMap(page -> readings
                .note(tx, caller.actor(), LineReadings.Purpose.EXPORT, page.items(), caller.now()).thenReturn(page)));
    }

    private static DemandSheets.Shown shown(DemandLine line, Map<UUID, PartyName> names, Caller caller) {
        return new DemandSheets.Shown(line, names.get(line.enterpriseId()), caller.actor().actsFor(line.enterpriseId()));
    }

    @Override
    public Mono<Resource> demandTemplate(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> rounds.get(tx, roundId)).zipWith(firstRow(caller.actor()))
                .flatMap(known -> waiting(() -> sheets.template(known.getT1().terms().grades(), known.getT2(), caller.locale()))
                        .doOnNext(file -> named(exchange, known.getT1().code() + "-template.xlsx", XLSX)));
    }

    private Mono<List<String>> firstRow(Actor actor) {
        if (actor.partyKind() != PartyKind.ENTERPRISE) return Mono.just(List.of());
        return members.party(actor.partyId()).map(file ->
                List.of(file.party().code(), Optional.ofNullable(file.party().uscc()).orElse(""), file.party().nameZh()));
    }

    private static Mono<Resource> waiting(Callable<Resource> work) {
        return Mono.fromCallable(work).subscribeOn(Schedulers.boundedElastic());
    }

    private static void named(ServerWebExchange exchange, String name, MediaType type) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        headers.setContentDisposition(ContentDisposition.attachment().filename(name).build());
        headers.setContentType(type);
    }

    @Override
    public Mono<SuggestionList> demandSuggestions(UUID roundId, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> suggestions.of(tx, caller.actor().partyId(), roundId, caller.now()))
                .map(like -> new SuggestionList(like.terms().stream()
                        .map(terms -> new Suggestion(DemandForms.show(terms), like.fromRoundCode())).toList()))
                .defaultIfEmpty(new SuggestionList(List.of()));
    }

    @Override
    public Mono<ReadingPage> demandLineReadings(UUID lineId, @Nullable String cursor, Integer limit, ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        return database.read(caller.scope(), tx -> known(tx, lineId, caller.actor()).then(readings.of(tx, lineId, cursor, limit))).flatMap(this::show);
    }

    /** An auditor reads who read a line, not the line. */
    private Mono<Void> known(Tx tx, UUID lineId, Actor actor) {
        return actor.has(Role.AUDITOR) ? Mono.empty() : board.get(tx, lineId).then();
    }

    private Mono<ReadingPage> show(Page<LineReadings.Reading> page) {
        return people.names(page.items().stream().map(LineReadings.Reading::readerId).collect(Collectors.toSet())).map(names -> {
            ReadingPage view = new ReadingPage(page.items().stream()
                    .map(one -> new Reading(one.readAt(), names.getOrDefault(one.readerId(), ""), Reading.PurposeEnum.valueOf(one.purpose().name())))
                    .toList());
            view.setNextCursor(page.nextCursor());
            return view;
        });
    }
}
