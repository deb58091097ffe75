package org.jucai.platform.finance.ledger.web;

import java.nio.charset.StandardCharsets;
import java.time.LocalDate;
import java.time.Instant;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.finance.ledger.AsOf;
import org.jucai.platform.finance.ledger.Ledger;
import org.jucai.platform.finance.ledger.LedgerBoard;
import org.jucai.platform.finance.ledger.Positions;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Page;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.kernel.web.Words;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.spec.api.LedgerApi;
import org.jucai.spec.model.AccountRole;
import org.jucai.spec.model.LedgerBalancePage;
import org.jucai.spec.model.LedgerEntryPage;
import org.jucai.spec.model.Occasion;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.web.bind.annotation.RestController;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Schedulers;

/** The books by HTTP, as far as the caller may see. */
@RestController
class LedgerController implements LedgerApi {

    private static final ZoneId BEIJING = ZoneId.of("Asia/Shanghai");
    private static final MediaType WORKBOOK = MediaType.parseMediaType("application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
    private static final int MOST = 20_000;
    private static final int PAGE = 2_000;

    private final Database database;
    private final LedgerBoard board;
    private final Positions positions;
    private final MembershipBoard members;
    private final Words words;

    LedgerController(Database database, LedgerBoard board, Positions positions, MembershipBoard members, Words words) {
        this.database = database;
        this.board = board;
        this.positions = positions;
        this.members = members;
        this.words = words;
    }

    private static LedgerBoard.Of of(@Nullable UUID bank, @Nullable UUID keeper, @Nullable UUID party, @Nullable AccountRole role, @Nullable UUID round, @Nullable UUID thing,
            @Nullable UUID account) {
        return new LedgerBoard.Of(Optional.ofNullable(bank), Optional.ofNullable(keeper), Optional.ofNullable(party),
                Optional.ofNullable(role).map(each -> org.jucai.platform.finance.ledger.AccountRole.valueOf(each.name())), Optional.ofNullable(round), Optional.ofNullable(thing),
                Optional.ofNullable(account));
    }

    private static LedgerBoard.Wanted wanted(LedgerBoard.Of of, @Nullable Occasion occasion, @Nullable LocalDate from, @Nullable LocalDate to, @Nullable String cursor, int limit) {
        return new LedgerBoard.Wanted(of, Optional.ofNullable(occasion).map(each -> org.jucai.platform.finance.ledger.Occasion.valueOf(each.name())), Optional.ofNullable(from),
                Optional.ofNullable(to), cursor, limit);
    }

    @Override
    public Mono<LedgerEntryPage> listLedgerEntries(@Nullable UUID bankId, @Nullable UUID keeperId, @Nullable UUID partyId, @Nullable AccountRole role, @Nullable UUID roundId,
            @Nullable UUID thingId, @Nullable UUID accountId, @Nullable Occasion occasion, @Nullable LocalDate fromOn, @Nullable LocalDate toOn, @Nullable String cursor, Integer limit,
            ServerWebExchange exchange) {
        LedgerBoard.Wanted wanted = wanted(of(bankId, keeperId, partyId, role, roundId, thingId, accountId), occasion, fromOn, toOn, cursor, limit);
        return database.read(Caller.of(exchange).scope(), tx -> board.entries(tx, wanted)).flatMap(page -> views(page.items())
                .map(views -> new LedgerEntryPage().items(page.items().stream().map(views::entry).toList()).nextCursor(page.nextCursor())));
    }

    private Mono<LedgerViews> views(List<LedgerBoard.Shown> entries) {
        return members.names(LedgerViews.parties(entries.stream().map(each -> each.entry().account()).toList())).map(names -> new LedgerViews(board, names));
    }

    @Override
    public Mono<LedgerBalancePage> listLedgerBalances(@Nullable UUID bankId, @Nullable UUID keeperId, @Nullable UUID partyId, @Nullable AccountRole role, @Nullable UUID roundId,
            @Nullable UUID thingId, @Nullable UUID accountId, @Nullable LocalDate asOfOn, @Nullable String knownAt, @Nullable String position, @Nullable String cursor, Integer limit,
            ServerWebExchange exchange) {
        Caller caller = Caller.of(exchange);
        LocalDate on = asOfOn == null ? LocalDate.ofInstant(caller.now(), BEIJING) : asOfOn;
        LedgerBoard.Of of = of(bankId, keeperId, partyId, role, roundId, thingId, accountId);
        return database.read(caller.scope(), tx -> positions.now(tx).zipWith(known(tx, knownAt, position))
                        .flatMap(at -> board.balances(tx, of, new AsOf(on, at.getT2()), cursor, limit).zipWith(Mono.just(position == null ? at.getT1() : position))))
                .flatMap(found -> balances(found.getT1(), found.getT2(), on));
    }

    private Mono<AsOf.Knowledge> known(Tx tx, @Nullable String at, @Nullable String position) {
        if (position != null) return positions.open(tx, position).map(found -> found);
        return Mono.just(at == null ? new AsOf.Now() : new AsOf.Then(instant(at)));
    }

    private static Instant instant(String at) {
        try {
            return Instant.parse(at);
        } catch (DateTimeException nonsense) {
            throw new RefusedException(CommonRefusal.BAD_REQUEST);
        }
    }

    private Mono<LedgerBalancePage> balances(Page<Ledger.Balance> page, String position, LocalDate on) {
        return members.names(LedgerViews.parties(page.items().stream().map(Ledger.Balance::account).toList())).map(names -> {
            LedgerViews views = new LedgerViews(board, names);
            return new LedgerBalancePage().items(page.items().stream().map(views::balance).toList()).nextCursor(page.nextCursor()).asOfOn(on).position(position);
        });
    }

    @Override
    public Mono<Resource> ledgerEntriesCsv(@Nullable UUID bankId, @Nullable UUID keeperId, @Nullable UUID partyId, @Nullable AccountRole role, @Nullable UUID roundId, @Nullable UUID thingId,
            @Nullable UUID accountId, @Nullable Occasion occasion, @Nullable LocalDate fromOn, @Nullable LocalDate toOn, ServerWebExchange exchange) {
        LedgerBoard.Wanted wanted = wanted(of(bankId, keeperId, partyId, role, roundId, thingId, accountId), occasion, fromOn, toOn, null, PAGE);
        return table(exchange, wanted).map(found -> (Resource) new ByteArrayResource(found.table().csv(found.entries()).getBytes(StandardCharsets.UTF_8)))
                .doOnNext(_ -> named(exchange, "ledger.csv", new MediaType("text", "csv", StandardCharsets.UTF_8)));
    }

    @Override
    public Mono<Resource> ledgerEntriesXlsx(@Nullable UUID bankId, @Nullable UUID keeperId, @Nullable UUID partyId, @Nullable AccountRole role, @Nullable UUID roundId, @Nullable UUID thingId,
            @Nullable UUID accountId, @Nullable Occasion occasion, @Nullable LocalDate fromOn, @Nullable LocalDate toOn, ServerWebExchange exchange) {
        LedgerBoard.Wanted wanted = wanted(of(bankId, keeperId, partyId, role, roundId, thingId, accountId), occasion, fromOn, toOn, null, PAGE);
        return table(exchange, wanted).flatMap(found -> Mono.<Resource>fromCallable(() -> new ByteArrayResource(found.table().workbook(found.entries()))).subscribeOn(Schedulers.boundedElastic()))
                .doOnNext(_ -> named(exchange, "ledger.xlsx", WORKBOOK));
    }

    private record Found(EntryTable table, List<LedgerBoard.Shown> entries) {}

    private Mono<Found> table(ServerWebExchange exchange, LedgerBoard.Wanted wanted) {
        Caller caller = Caller.of(exchange);
        Locale locale = caller.locale();
        return database.read(caller.scope(), tx -> all(tx, wanted, new ArrayList<>()))
                .flatMap(entries -> views(entries).map(views -> new Found(new EntryTable(words, locale, views), entries)));
    }

    private Mono<List<LedgerBoard.Shown>> all(Tx tx, LedgerBoard.Wanted wanted, List<LedgerBoard.Shown> before) {
        return board.entries(tx, wanted).flatMap(page -> {
            before.addAll(page.items());
            return page.nextCursor() == null || before.size() >= MOST ? Mono.just(before) : all(tx, wanted.next(page.nextCursor()), before);
        });
    }

    private static void named(ServerWebExchange exchange, String name, MediaType type) {
        exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename(name).build());
        exchange.getResponse().getHeaders().setContentType(type);
    }
}
