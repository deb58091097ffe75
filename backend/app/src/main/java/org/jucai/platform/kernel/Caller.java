package org.jucai.platform.kernel;

import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;
import java.util.OptionalLong;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.web.server.ServerWebExchange;

/** Who calls, what they expect and what time it is for them: read from one request, passed on as values. */
public final class Caller {

    /** Where the security filter leaves the {@link Actor}. */
    public static final String ACTOR_ATTRIBUTE = "org.jucai.actor";

    /** Where the edge leaves the {@link Clock}, so that a deadline is judged when the request is whole. */
    public static final String CLOCK_ATTRIBUTE = "org.jucai.clock";

    /** Where the security filter leaves the {@link Operation} it let the request to. */
    public static final String OPERATION_ATTRIBUTE = "org.jucai.operation";

    /** One operation of the specification: its method, and its path with placeholders as the specification writes it. */
    public record Operation(HttpMethod method, String path) {}

    private final ServerWebExchange exchange;

    private Caller(ServerWebExchange exchange) {
        this.exchange = exchange;
    }

    public static Caller of(ServerWebExchange exchange) {
        return new Caller(exchange);
    }

    /** The actor; where nobody is signed in, the request is refused. */
    public Actor actor() {
        return maybeActor().orElseThrow(() -> new RefusedException(CommonRefusal.NOT_SIGNED_IN));
    }

    public Optional<Actor> maybeActor() {
        return Optional.ofNullable(exchange.getAttribute(ACTOR_ATTRIBUTE));
    }

    /** In whose name the database is asked. */
    public Scope scope() {
        return maybeActor().map(Scope::of).orElseGet(Scope::nobody);
    }

    public Instant now() {
        Clock clock = exchange.getRequiredAttribute(CLOCK_ATTRIBUTE);
        return clock.instant();
    }

    /** The version in If-Match; absent where the header is. */
    public OptionalLong expectedVersion() {
        String tag = exchange.getRequest().getHeaders().getFirst(HttpHeaders.IF_MATCH);
        return tag == null ? OptionalLong.empty() : OptionalLong.of(version(tag));
    }

    /** The version in If-Match, on an edit that needs one. */
    public long requiredVersion() {
        return expectedVersion().orElseThrow(() -> new RefusedException(CommonRefusal.IF_MATCH_MISSING));
    }

    private static long version(String tag) {
        String digits = tag.startsWith("W/") ? tag.substring(2) : tag;
        if (!digits.matches("\"[0-9]{1,10}\"")) throw new RefusedException(CommonRefusal.IF_MATCH_UNREADABLE);
        return Long.parseLong(digits.substring(1, digits.length() - 1));
    }

    /** The caller's language: Chinese unless English is asked for first. */
    public Locale locale() {
        return locale(exchange);
    }

    public static Locale locale(ServerWebExchange exchange) {
        try {
            return exchange.getRequest().getHeaders().getAcceptLanguageAsLocales().stream()
                    .filter(asked -> asked.getLanguage().equals("zh") || asked.getLanguage().equals("en"))
                    .findFirst()
                    .map(asked -> asked.getLanguage().equals("en") ? Locale.ENGLISH : Locale.SIMPLIFIED_CHINESE)
                    .orElse(Locale.SIMPLIFIED_CHINESE);
        } catch (IllegalArgumentException unreadable) {
            return Locale.SIMPLIFIED_CHINESE;
        }
    }

    /** Tells the reader which version it sees. */
    public void showVersion(long version) {
        exchange.getResponse().getHeaders().setETag("\"" + version + "\"");
    }

    /** The request itself, for the edge's own needs. */
    public ServerWebExchange exchange() {
        return exchange;
    }
}
