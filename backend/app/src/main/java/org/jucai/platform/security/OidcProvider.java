package org.jucai.platform.security;

import com.nimbusds.jose.jwk.JWKSet;
import io.netty.channel.ChannelOption;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.text.ParseException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.slf4j.Logger;
import org.slf4j.LoggerFactory;
import org.springframework.http.HttpHeaders;
import org.springframework.http.HttpStatusCode;
import org.springframework.http.client.reactive.ReactorClientHttpConnector;
import org.springframework.web.reactive.function.BodyInserters;
import org.springframework.web.reactive.function.client.WebClient;
import reactor.core.publisher.Mono;
import reactor.netty.http.client.HttpClient;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Speaks with the identity provider: what it is, its keys, and the ID token for a code. */
final class OidcProvider {

    private static final Logger LOG = LoggerFactory.getLogger(OidcProvider.class);
    private static final Duration PATIENCE = Duration.ofSeconds(5);
    private static final Duration FRESH = Duration.ofHours(1);
    private static final Duration KEYS_AT_MOST_EVERY = Duration.ofSeconds(30);
    private static final int LARGEST = 256 * 1024;

    private final OidcProperties properties;
    private final WebClient http;
    private final JsonMapper json;
    private final Clock clock;
    private final AtomicReference<@Nullable Known> known = new AtomicReference<>();

    OidcProvider(OidcProperties properties, JsonMapper json, Clock clock) {
        this.properties = properties;
        this.json = json;
        this.clock = clock;
        this.http = WebClient.builder()
                .clientConnector(new ReactorClientHttpConnector(HttpClient.create()
                        .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, Math.toIntExact(PATIENCE.toMillis()))
                        .responseTimeout(PATIENCE)
                        .followRedirect(false)))
                .codecs(codecs -> codecs.defaultCodecs().maxInMemorySize(LARGEST))
                .build();
    }

    /** What the provider says of itself, and since when we know. */
    record Known(URI authorization, URI token, boolean secretInBody, JWKSet keys, Instant since) {}

    /** What redeeming a code needs. */
    record Code(String code, String verifier, String redirect) {}

    Mono<Known> known() {
        Known last = known.get();
        return last != null && clock.instant().isBefore(last.since().plus(FRESH)) ? Mono.just(last) : ask();
    }

    /** The provider's keys; asked for again where it signs with one that is not among them. */
    Mono<JWKSet> keys(@Nullable String keyId) {
        return known().flatMap(last -> keyId == null || last.keys().getKeyByKeyId(keyId) != null
                        || clock.instant().isBefore(last.since().plus(KEYS_AT_MOST_EVERY))
                ? Mono.just(last) : ask()).map(Known::keys);
    }

    private Mono<Known> ask() {
        String base = properties.issuer().endsWith("/") ? properties.issuer().substring(0, properties.issuer().length() - 1) : properties.issuer();
        return read(URI.create(base + "/.well-known/openid-configuration"))
                .flatMap(said -> read(address(said, "jwks_uri")).map(keys -> learned(said, keys)))
                .doOnNext(known::set)
                .onErrorMap(failure -> !(failure instanceof RefusedException), OidcProvider::unavailable);
    }

    private Known learned(JsonNode said, JsonNode keys) {
        if (!properties.issuer().equals(said.path("issuer").asString(""))) throw new IllegalStateException("it calls itself " + said.path("issuer"));
        List<String> ways = said.path("token_endpoint_auth_methods_supported").valueStream().map(JsonNode::asString).toList();
        boolean inBody = ways.contains("client_secret_post") && !ways.contains("client_secret_basic");
        try {
            return new Known(address(said, "authorization_endpoint"), address(said, "token_endpoint"), inBody,
                    JWKSet.parse(keys.toString()), clock.instant());
        } catch (ParseException garbled) {
            throw new IllegalStateException("its keys cannot be read", garbled);
        }
    }

    private static URI address(JsonNode said, String name) {
        URI address = URI.create(said.path(name).asString(""));
        if (!OidcProperties.isSafe(address)) throw new IllegalStateException(name + " is " + address);
        return address;
    }

    private Mono<JsonNode> read(URI address) {
        return http.get().uri(address).retrieve().bodyToMono(byte[].class).timeout(PATIENCE).map(json::readTree);
    }

    /** The ID token for a code; a code that the provider does not take is a sign-in that failed. */
    Mono<String> idToken(Code code) {
        return known().flatMap(provider -> http.post().uri(provider.token())
                .headers(headers -> {
                    if (!provider.secretInBody()) headers.set(HttpHeaders.AUTHORIZATION, "Basic " + basic());
                })
                .body(form(code, provider.secretInBody()))
                .exchangeToMono(answer -> answer.statusCode().is5xxServerError()
                        ? answer.releaseBody().then(Mono.error(new IllegalStateException("its token endpoint answered " + answer.statusCode())))
                        : answer.bodyToMono(byte[].class).map(body -> token(answer.statusCode(), body)))
                .timeout(PATIENCE)
                .onErrorMap(failure -> !(failure instanceof OidcTokens.NotBelievedException), OidcProvider::unavailable));
    }

    private String token(HttpStatusCode status, byte[] body) {
        JsonNode said = json.readTree(body);
        String token = said.path("id_token").asString("");
        if (!status.is2xxSuccessful() || token.isEmpty()) {
            String error = said.path("error").asString("nothing");
            throw new OidcTokens.NotBelievedException("the token endpoint answered " + status.value() + ", " + error.substring(0, Math.min(80, error.length())));
        }
        return token;
    }

    private BodyInserters.FormInserter<String> form(Code code, boolean secretInBody) {
        BodyInserters.FormInserter<String> form = BodyInserters.fromFormData("grant_type", "authorization_code")
                .with("code", code.code()).with("redirect_uri", code.redirect()).with("code_verifier", code.verifier());
        if (!secretInBody) return form;
        return form.with("client_id", properties.clientId()).with("client_secret", properties.clientSecret());
    }

    /** RFC 6749 2.3.1: both are form-encoded first. */
    private String basic() {
        return HttpHeaders.encodeBasicAuth(URLEncoder.encode(properties.clientId(), StandardCharsets.UTF_8),
                URLEncoder.encode(properties.clientSecret(), StandardCharsets.UTF_8), StandardCharsets.UTF_8);
    }

    private static RefusedException unavailable(Throwable failure) {
        LOG.warn("the identity provider cannot be used: {}", failure.toString());
        return new RefusedException(SecurityRefusal.OIDC_UNAVAILABLE, Map.of("retryAfterSeconds", 10));
    }
}
