package org.jucai.platform.kernel.web;

import java.io.IOException;
import java.util.Locale;
import java.util.Map;
import org.jucai.platform.kernel.Caller;
import org.jucai.platform.kernel.CommonRefusal;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.core.annotation.Order;
import org.springframework.core.io.buffer.DataBuffer;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.MediaType;
import org.springframework.http.server.reactive.ServerHttpResponse;
import org.springframework.stereotype.Component;
import org.springframework.web.server.ServerWebExchange;
import org.springframework.web.server.WebExceptionHandler;
import org.springframework.web.util.DisconnectedClientHelper;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** The one advice: every failure, of a controller or of a filter, leaves as a problem document. */
@Component
@Order(-10)
class ProblemAdvice implements WebExceptionHandler {

    private static final Logger LOG = LoggerFactory.getLogger(ProblemAdvice.class);
    private static final String RETRY_AFTER_SECONDS = "5";

    private final Words words;
    private final FieldFaults fields;
    private final JsonMapper json;

    ProblemAdvice(Words words, JsonMapper json) {
        this.words = words;
        this.fields = new FieldFaults(words);
        this.json = json;
    }

    @Override
    public Mono<Void> handle(ServerWebExchange exchange, Throwable failure) {
        ServerHttpResponse response = exchange.getResponse();
        if (response.isCommitted() || isGone(failure)) return Mono.error(failure);
        Faults.Named named = Faults.name(failure);
        if (named.refusal() == CommonRefusal.INTERNAL_ERROR) {
            LOG.error("{} {} failed", exchange.getRequest().getMethod(), exchange.getRequest().getPath().value(), failure);
        }
        Problem problem = problem(exchange, failure, named);
        response.setStatusCode(HttpStatusCode.valueOf(problem.status()));
        HttpHeaders headers = response.getHeaders();
        headers.setContentType(MediaType.APPLICATION_PROBLEM_JSON);
        headers.setContentLanguage(Caller.locale(exchange));
        headers.setCacheControl("no-store");
        if (problem.status() == 503 || problem.status() == 429) {
            headers.set(HttpHeaders.RETRY_AFTER, String.valueOf(named.facts().getOrDefault("retryAfterSeconds", RETRY_AFTER_SECONDS)));
        }
        DataBuffer body = response.bufferFactory().wrap(json.writeValueAsBytes(problem));
        return response.writeWith(Mono.just(body));
    }

    /** The client hung up: nobody is there to be answered, and nothing failed here. */
    private static boolean isGone(Throwable failure) {
        return failure instanceof IOException && DisconnectedClientHelper.isClientDisconnectedException(failure);
    }

    private Problem problem(ServerWebExchange exchange, Throwable failure, Faults.Named named) {
        Locale locale = Caller.locale(exchange);
        String name = named.refusal().problem();
        Map<String, Object> facts = named.facts();
        return new Problem(
                "/problems/" + name,
                words.ofProblem(name, "title", locale, facts),
                named.refusal().status(),
                words.ofProblem(name, "detail", locale, facts),
                exchange.getRequest().getPath().value(),
                fields.of(failure, locale));
    }
}
