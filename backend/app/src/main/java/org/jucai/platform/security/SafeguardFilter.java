package org.jucai.platform.security;

import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.kernel.UploadBound;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpMethod;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/** What every answer carries, and how large a request may be. */
final class SafeguardFilter implements WebFilter {

    /** Inline style attributes are what the charts' tooltips need; scripts and style sheets come from here only. */
    private static final String PAGES = "default-src 'self'; script-src 'self'; style-src 'self'; style-src-attr 'unsafe-inline'; "
            + "img-src 'self' data: blob:; font-src 'self'; connect-src 'self'; object-src 'none'; base-uri 'none'; "
            + "form-action 'self'; frame-ancestors 'none'";
    private static final String DATA = "default-src 'none'; frame-ancestors 'none'";
    private static final String PERMISSIONS = "camera=(self), microphone=(), geolocation=(), payment=(), usb=()";
    private static final String ONE_YEAR = "max-age=31536000; includeSubDomains";
    private static final String FOREVER = "public, max-age=31536000, immutable";
    private static final long UPLOAD_BYTES = 21L * 1024 * 1024;
    private static final long BODY_BYTES = 256L * 1024;

    private final Operations operations;

    private final Map<String, UploadBound> bounds;

    SafeguardFilter(Operations operations, List<UploadBound> bounds) {
        this.operations = operations;
        this.bounds = bounds.stream().collect(Collectors.toUnmodifiableMap(UploadBound::path, Function.identity()));
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        exchange.getResponse().beforeCommit(() -> Mono.fromRunnable(() -> protect(exchange)));
        return tooLarge(exchange.getRequest()).map(Mono::<Void>error).orElseGet(() -> chain.filter(exchange));
    }

    private static void protect(ServerWebExchange exchange) {
        HttpHeaders headers = exchange.getResponse().getHeaders();
        String path = exchange.getRequest().getPath().pathWithinApplication().value();
        boolean data = path.startsWith("/api/") || path.startsWith("/actuator");
        headers.set("Content-Security-Policy", data ? DATA : PAGES);
        headers.set("X-Content-Type-Options", "nosniff");
        headers.set("X-Frame-Options", "DENY");
        headers.set("Referrer-Policy", "same-origin");
        headers.set("Permissions-Policy", PERMISSIONS);
        headers.set("Cross-Origin-Opener-Policy", "same-origin");
        headers.set("Cross-Origin-Resource-Policy", "same-origin");
        if ("https".equals(exchange.getRequest().getURI().getScheme())) headers.set("Strict-Transport-Security", ONE_YEAR);
        if (headers.getCacheControl() == null) headers.setCacheControl(data ? "no-store" : pageCaching(exchange, path));
    }

    /** Files under /assets have their content's hash in the name and never change; the rest is asked for anew. */
    private static String pageCaching(ServerWebExchange exchange, String path) {
        boolean found = exchange.getResponse().getStatusCode() == null || exchange.getResponse().getStatusCode().value() < 400;
        return found && path.startsWith("/assets/") ? FOREVER : "no-cache";
    }

    /** A length that is told is judged before a byte is read; one that is not is bounded by the reader of the body. */
    private Optional<RefusedException> tooLarge(ServerHttpRequest request) {
        long length = request.getHeaders().getContentLength();
        if (length <= BODY_BYTES || request.getMethod().equals(HttpMethod.GET)) return Optional.empty();
        Optional<Operation> upload = operations.find(request.getMethod(), request.getPath().pathWithinApplication()).filter(Operation::upload);
        Optional<UploadBound> bound = upload.map(operation -> bounds.get(operation.pattern().getPatternString()));
        long most = bound.map(UploadBound::bytes).orElse(upload.isPresent() ? UPLOAD_BYTES : BODY_BYTES);
        if (length <= most) return Optional.empty();
        return Optional.of(bound.map(one -> new RefusedException(one.refusal(), one.facts())).orElseGet(() -> new RefusedException(CommonRefusal.TOO_LARGE)));
    }
}
