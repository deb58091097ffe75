package org.jucai.platform.testing;

import com.atlassian.oai.validator.OpenApiInteractionValidator;
import com.atlassian.oai.validator.model.Request;
import com.atlassian.oai.validator.model.SimpleResponse;
import com.atlassian.oai.validator.report.LevelResolver;
import com.atlassian.oai.validator.report.ValidationReport;
import com.atlassian.oai.validator.report.ValidationReport.Level;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Locale;
import java.util.Objects;
import org.springframework.core.io.buffer.DefaultDataBufferFactory;
import org.springframework.http.MediaType;
import org.springframework.web.reactive.function.client.ClientRequest;
import org.springframework.web.reactive.function.client.ClientResponse;
import org.springframework.web.reactive.function.client.ExchangeFilterFunction;
import org.springframework.web.reactive.function.client.ExchangeFunction;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Holds every answer against the specification; an answer that the specification does not allow fails the test. */
public final class SpecificationFilter implements ExchangeFilterFunction {

    private static final OpenApiInteractionValidator VALIDATOR = OpenApiInteractionValidator
            .createForInlineApiSpecification(specification())
            .withLevelResolver(LevelResolver.create()
                    .withLevel("validation.request", Level.IGNORE)
                    .withLevel("validation.response.body.schema.additionalProperties", Level.IGNORE)
                    .build())
            .build();

    /** As text, for the reader of specifications opens no jar. */
    private static String specification() {
        try (InputStream in = SpecificationFilter.class.getResourceAsStream("/openapi/openapi.json")) {
            return new String(Objects.requireNonNull(in, "the bundled specification").readAllBytes(), StandardCharsets.UTF_8);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
    }

    @Override
    public Mono<ClientResponse> filter(ClientRequest request, ExchangeFunction next) {
        return next.exchange(request).flatMap(response -> {
            MediaType type = response.headers().contentType().orElse(null);
            if (type != null && type.isCompatibleWith(MediaType.TEXT_EVENT_STREAM)) return Mono.just(response);
            return response.bodyToMono(byte[].class).defaultIfEmpty(new byte[0]).map(body -> held(request, response, type, body));
        });
    }

    /** What the specification finds wrong with such an answer. */
    public static List<String> faults(String method, String path, int status, String json) {
        SimpleResponse answer = SimpleResponse.Builder.status(status).withContentType("application/json").withBody(json).build();
        return VALIDATOR.validateResponse(path, Request.Method.valueOf(method), answer).getMessages().stream()
                .filter(message -> message.getLevel() == Level.ERROR).map(ValidationReport.Message::getMessage).toList();
    }

    private static ClientResponse held(ClientRequest request, ClientResponse response, MediaType type, byte[] body) {
        if (request.url().getPath().startsWith("/api/")) check(request, response, type, body);
        return response.mutate().body(Flux.just(DefaultDataBufferFactory.sharedInstance.wrap(body))).build();
    }

    private static void check(ClientRequest request, ClientResponse response, MediaType type, byte[] body) {
        SimpleResponse.Builder answer = SimpleResponse.Builder.status(response.statusCode().value());
        if (type != null) answer.withContentType(type.toString());
        if (body.length > 0) answer.withBody(body);
        Request.Method method = Request.Method.valueOf(request.method().name().toUpperCase(Locale.ROOT));
        ValidationReport report = VALIDATOR.validateResponse(request.url().getPath(), method, answer.build());
        if (report.hasErrors()) {
            throw new AssertionError("%s %s answered %s, which the specification does not allow: %s"
                    .formatted(request.method(), request.url().getPath(), response.statusCode(), report.getMessages()));
        }
    }
}
