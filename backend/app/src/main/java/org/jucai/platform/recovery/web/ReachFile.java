package org.jucai.platform.recovery.web;

import java.nio.charset.StandardCharsets;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.contracts.deliveries.DeliveryBoard;
import org.jucai.platform.contracts.weighing.Side;
import org.jucai.platform.kernel.Asking;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.membership.MembershipBoard;
import org.jucai.platform.membership.PartyName;
import org.jucai.platform.recovery.Reaching;
import org.springframework.context.MessageSource;
import org.springframework.core.io.ByteArrayResource;
import org.springframework.core.io.Resource;
import org.springframework.http.ContentDisposition;
import org.springframework.http.MediaType;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import reactor.core.publisher.Mono;

/** Whom goods reached as CSV (RFC 4180) with a mark of UTF-8, page by page up to a bound; text that looks like a formula is harmless. */
@Component
class ReachFile {

    private static final DateTimeFormatter MINUTE = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm").withZone(ZoneId.of("Asia/Shanghai"));
    private static final int PAGE = 200;
    private static final int MOST_TRUCKS = 20_000;
    private static final char MARK = '\uFEFF';
    private static final List<String> COLUMNS = List.of("delivery", "seller", "member", "grade", "arrived", "mass", "origin", "destination", "where");

    private final Database database;
    private final Reaching reaching;
    private final MembershipBoard members;
    private final MessageSource words;

    ReachFile(Database database, Reaching reaching, MembershipBoard members, MessageSource words) {
        this.database = database;
        this.reaching = reaching;
        this.members = members;
        this.words = words;
    }

    Mono<Resource> write(ServerWebExchange exchange, Reaching.Asked asked) {
        Caller caller = Caller.of(exchange);
        return page(caller, asked, null)
                .expand(answer -> answer.trucks().nextCursor() == null ? Mono.empty() : page(caller, asked, answer.trucks().nextCursor()))
                .concatMap(answer -> members.names(RecallViews.partiesOf(answer.trucks().items())).map(names -> rows(caller, answer, names)))
                .take(MOST_TRUCKS / PAGE)
                .collect(Collectors.joining("", MARK + header(caller), ""))
                .map(text -> {
                    exchange.getResponse().getHeaders().setContentType(new MediaType("text", "csv"));
                    exchange.getResponse().getHeaders().setContentDisposition(ContentDisposition.attachment().filename("reach.csv").build());
                    return new ByteArrayResource(text.getBytes(StandardCharsets.UTF_8));
                });
    }

    private Mono<Reaching.Answer> page(Caller caller, Reaching.Asked asked, @Nullable String cursor) {
        return database.write(caller.scope(), tx -> reaching.answer(new Asking(tx, caller.actor(), caller.now()), asked, cursor, PAGE));
    }

    private String header(Caller caller) {
        return line(COLUMNS.stream().map(column -> say(caller, "reach.column." + column)));
    }

    private String say(Caller caller, String key) {
        return Objects.requireNonNull(words.getMessage(key, null, key, caller.locale()));
    }

    private String rows(Caller caller, Reaching.Answer answer, Map<java.util.UUID, PartyName> names) {
        RecallViews views = new RecallViews(names);
        return answer.trucks().items().stream().map(each -> row(caller, each, views)).collect(Collectors.joining());
    }

    private String row(Caller caller, DeliveryBoard.Shown it, RecallViews views) {
        String where = it.parcels().stream().map(parcel -> say(caller, "reach.place." + parcel.standing().place().kind()) + " "
                + Objects.requireNonNullElse(views.name(parcel.standing().place().keeperId()), "") + " " + parcel.mass().kg()).collect(Collectors.joining("; "));
        return line(Stream.of(it.delivery().code(), views.name(it.delivery().concerned().sellerId()), views.name(it.delivery().concerned().memberId()), it.delivery().agreed().grade(),
                it.delivery().arrivedAt().map(MINUTE::format).orElse(""), String.valueOf(it.delivery().settled().orElseThrow().kg()), tickets(it, Side.ORIGIN),
                tickets(it, Side.DESTINATION), where));
    }

    private static String tickets(DeliveryBoard.Shown it, Side side) {
        return it.tickets().stream().filter(ticket -> ticket.weighing().side() == side)
                .map(ticket -> ticket.weighing().bridge() + " " + ticket.weighing().number() + " " + ticket.weighing().net().kg()).collect(Collectors.joining("; "));
    }

    private static String line(Stream<@Nullable String> cells) {
        return cells.map(ReachFile::cell).collect(Collectors.joining(",", "", "\r\n"));
    }

    private static String cell(@Nullable String text) {
        String plain = text == null ? "" : text;
        String harmless = plain.matches("(?s)[=+\\-@\\t\\r].*") ? "'" + plain : plain;
        return "\"" + harmless.replace("\"", "\"\"") + "\"";
    }
}
