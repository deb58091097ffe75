package org.jucai.platform.security;

import java.net.InetSocketAddress;
import java.net.URI;
import java.util.List;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.RefusedException;
import org.springframework.http.HttpStatus;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpRequest;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebFilter;
import org.springframework.web.server.WebFilterChain;
import reactor.core.publisher.Mono;

/**
 * Serves the pages: whatever a browser opens that is neither an operation nor a file is the one page, which finds its
 * way by itself. Metrics are for this machine only, or for the port of their own that an installation may give them.
 */
final class PageFilter implements WebFilter {

    private static final String DOCUMENTATION = "/api-docs";
    private static final List<String> OPEN_TO_ALL = List.of("/actuator/health", "/actuator/info");

    private final boolean sharedPort;

    /** @param sharedPort whether probes and metrics answer on the port of the pages */
    PageFilter(boolean sharedPort) {
        this.sharedPort = sharedPort;
    }

    @Override
    public Mono<Void> filter(ServerWebExchange exchange, WebFilterChain chain) {
        ServerHttpRequest request = exchange.getRequest();
        String path = request.getPath().pathWithinApplication().value();
        if (path.startsWith("/actuator")) {
            return mayWatch(request, path) ? chain.filter(exchange) : Mono.error(new RefusedException(CommonRefusal.NOT_FOUND));
        }
        if (path.equals(DOCUMENTATION)) return redirect(exchange, DOCUMENTATION + "/");
        if (path.equals(DOCUMENTATION + "/")) return chain.filter(at(exchange, DOCUMENTATION + "/index.html"));
        return isPage(request, path) ? chain.filter(at(exchange, "/index.html")) : chain.filter(exchange);
    }

    private static boolean isPage(ServerHttpRequest request, String path) {
        if (path.startsWith("/api/") || path.startsWith("/.well-known/") || path.startsWith(DOCUMENTATION) || path.substring(path.lastIndexOf('/')).contains(".")) return false;
        return request.getHeaders().getAccept().stream().anyMatch(type -> type.isCompatibleWith(MediaType.TEXT_HTML) && !type.isWildcardType())
                || path.equals("/");
    }

    private boolean mayWatch(ServerHttpRequest request, String path) {
        if (!sharedPort || OPEN_TO_ALL.stream().anyMatch(open -> path.equals(open) || path.startsWith(open + "/"))) return true;
        InetSocketAddress remote = request.getRemoteAddress();
        return remote != null && remote.getAddress().isLoopbackAddress()
                && !request.getHeaders().containsHeader("X-Forwarded-For") && !request.getHeaders().containsHeader("Forwarded");
    }

    private static ServerWebExchange at(ServerWebExchange exchange, String path) {
        return exchange.mutate().request(exchange.getRequest().mutate().path(path).build()).build();
    }

    private static Mono<Void> redirect(ServerWebExchange exchange, String path) {
        exchange.getResponse().setStatusCode(HttpStatus.PERMANENT_REDIRECT);
        exchange.getResponse().getHeaders().setLocation(URI.create(path));
        return exchange.getResponse().setComplete();
    }
}
