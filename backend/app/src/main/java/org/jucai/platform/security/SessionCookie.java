package org.jucai.platform.security;

import java.time.Duration;
import org.springframework.http.HttpCookie;
import org.springframework.http.ResponseCookie;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;

/** The cookie that carries a session's secret: out of reach of scripts, of other sites and, under TLS, of plain HTTP. */
public final class SessionCookie {

    static final String NAME = "JUCAI_SESSION";

    private static final String ERRAND = "JUCAI_OIDC";
    private static final int LONGEST = 100;

    private SessionCookie() {}

    /** The cookie's value, or empty text where there is none. */
    public static String in(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(NAME);
        return cookie == null || cookie.getValue().length() > LONGEST ? "" : cookie.getValue();
    }

    public static void give(ServerWebExchange exchange, String secret) {
        exchange.getResponse().addCookie(cookie(exchange, secret).maxAge(StoredSession.ABSOLUTE).build());
    }

    public static void takeBack(ServerWebExchange exchange) {
        exchange.getResponse().addCookie(cookie(exchange, "").maxAge(Duration.ZERO).build());
    }

    /** What the browser that was sent to the identity provider shows when it comes back; empty where it does not. */
    public static String ofErrand(ServerHttpRequest request) {
        HttpCookie cookie = request.getCookies().getFirst(ERRAND);
        return cookie == null || cookie.getValue().length() > LONGEST ? "" : cookie.getValue();
    }

    /** Empty text takes it back. */
    public static void giveForErrand(ServerWebExchange exchange, String secret) {
        exchange.getResponse().addCookie(ResponseCookie.from(ERRAND, secret)
                .httpOnly(true).sameSite("Lax").secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .path("/api/session/oidc").maxAge(secret.isEmpty() ? Duration.ZERO : OidcErrands.LIFE).build());
    }

    private static ResponseCookie.ResponseCookieBuilder cookie(ServerWebExchange exchange, String value) {
        return ResponseCookie.from(NAME, value)
                .httpOnly(true)
                .sameSite("Lax")
                .secure("https".equals(exchange.getRequest().getURI().getScheme()))
                .path("/");
    }
}
