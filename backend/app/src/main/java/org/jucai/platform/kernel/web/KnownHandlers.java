package org.jucai.platform.kernel.web;

import java.util.HashMap;
import java.util.Map;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Caller;
import org.springframework.http.HttpMethod;
import org.springframework.web.method.HandlerMethod;
import org.springframework.web.reactive.result.method.RequestMappingInfo;
import org.springframework.web.reactive.result.method.annotation.RequestMappingHandlerMapping;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.util.pattern.PathPattern;

/**
 * Finds the handler by the operation that the security filter has found already. Left alone, Spring tries the pattern of every
 * handler there is on each request, a twentieth of all the work of a small one.
 */
final class KnownHandlers extends RequestMappingHandlerMapping {

    private record Handler(RequestMappingInfo info, HandlerMethod method) {}

    private volatile @Nullable Map<Caller.Operation, Handler> known;

    @Override
    protected @Nullable HandlerMethod lookupHandlerMethod(ServerWebExchange exchange) throws Exception {
        Caller.Operation operation = exchange.getAttribute(Caller.OPERATION_ATTRIBUTE);
        Handler handler = operation == null ? null : known().get(operation);
        RequestMappingInfo matched = handler == null ? null : handler.info().getMatchingCondition(exchange);
        if (handler == null || matched == null) return super.lookupHandlerMethod(exchange);
        handleMatch(matched, handler.method(), exchange);
        return handler.method();
    }

    /** Once all are registered they stay as they are. */
    private Map<Caller.Operation, Handler> known() {
        Map<Caller.Operation, Handler> all = known;
        if (all != null) return all;
        Map<Caller.Operation, Handler> found = new HashMap<>();
        getHandlerMethods().forEach((info, method) -> {
            for (PathPattern pattern : info.getPatternsCondition().getPatterns()) {
                info.getMethodsCondition().getMethods().forEach(verb -> found.put(
                        new Caller.Operation(HttpMethod.valueOf(verb.name()), pattern.getPatternString()), new Handler(info, method)));
            }
        });
        known = found;
        return found;
    }
}
