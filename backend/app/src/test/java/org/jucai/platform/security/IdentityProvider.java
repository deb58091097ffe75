package org.jucai.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.JWSHeader;
import com.nimbusds.jose.crypto.MACSigner;
import com.nimbusds.jose.crypto.RSASSASigner;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.RSAKey;
import com.nimbusds.jose.jwk.gen.RSAKeyGenerator;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.PlainJWT;
import com.nimbusds.jwt.SignedJWT;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.time.Instant;
import java.util.Arrays;
import java.util.Base64;
import java.util.Date;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.function.UnaryOperator;
import java.util.stream.Collectors;

/** An OpenID provider on this machine, over real HTTP and with real keys, that lies when a test tells it to. */
final class IdentityProvider implements AutoCloseable {

    static final String CLIENT = "jucai & co";
    static final String SECRET = "a secret: with %, and &";

    /** How a token is signed. */
    enum Signing { RIGHT, STRANGER, WITH_CLIENT_SECRET, NOT_AT_ALL }

    private final HttpServer server;
    private final Map<String, Grant> grants = new ConcurrentHashMap<>();
    private final RSAKey strange = key("key-1");
    private volatile RSAKey key = key("key-1");
    private volatile Clock clock = Clock.systemUTC();
    volatile Signing signing = Signing.RIGHT;
    volatile UnaryOperator<JWTClaimsSet.Builder> lie = UnaryOperator.identity();
    volatile int tokenStatus = 200;

    private record Grant(String subject, Map<String, String> asked) {}

    /** What the browser is sent back with. */
    record Back(String code, String state) {}

    IdentityProvider() {
        try {
            server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
        } catch (IOException failure) {
            throw new UncheckedIOException(failure);
        }
        server.createContext("/.well-known/openid-configuration", exchange -> answer(exchange, 200, """
                {"issuer": "%1$s", "authorization_endpoint": "%1$s/authorize", "token_endpoint": "%1$s/token", "jwks_uri": "%1$s/keys",
                 "token_endpoint_auth_methods_supported": ["client_secret_basic", "client_secret_post"]}""".formatted(issuer())));
        server.createContext("/keys", exchange -> answer(exchange, 200, new JWKSet(key.toPublicJWK()).toString()));
        server.createContext("/token", this::token);
        server.start();
    }

    private static RSAKey key(String id) {
        try {
            return new RSAKeyGenerator(2048).keyID(id).generate();
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    void goBy(Clock time) {
        clock = time;
    }

    void behaves() {
        signing = Signing.RIGHT;
        lie = UnaryOperator.identity();
        tokenStatus = 200;
    }

    void takesAnotherKey() {
        key = key("key-" + UUID.randomUUID());
    }

    String issuer() {
        return "http://localhost:" + server.getAddress().getPort();
    }

    /** Somebody logs in there and consents. */
    Back logsIn(String subject, String authorizationUrl) {
        Map<String, String> asked = parameters(URI.create(authorizationUrl).getRawQuery());
        if (!authorizationUrl.startsWith(issuer() + "/authorize?") || !"code".equals(asked.get("response_type")) || !CLIENT.equals(asked.get("client_id"))
                || !"S256".equals(asked.get("code_challenge_method")) || !asked.get("scope").contains("openid")) {
            throw new AssertionError(authorizationUrl);
        }
        String code = UUID.randomUUID().toString();
        grants.put(code, new Grant(subject, asked));
        return new Back(code, asked.get("state"));
    }

    private void token(HttpExchange exchange) throws IOException {
        Map<String, String> form = parameters(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
        Grant grant = grants.remove(form.getOrDefault("code", ""));
        if (tokenStatus != 200) {
            answer(exchange, tokenStatus, "{}");
        } else if (!basic().equals(exchange.getRequestHeaders().getFirst("Authorization"))) {
            answer(exchange, 401, "{\"error\": \"invalid_client\"}");
        } else if (grant == null || !challenge(form.getOrDefault("code_verifier", "")).equals(grant.asked().get("code_challenge"))
                || !grant.asked().get("redirect_uri").equals(form.get("redirect_uri"))) {
            answer(exchange, 400, "{\"error\": \"invalid_grant\"}");
        } else {
            answer(exchange, 200, "{\"access_token\": \"x\", \"token_type\": \"Bearer\", \"id_token\": \"" + idToken(grant) + "\"}");
        }
    }

    private String idToken(Grant grant) {
        Instant now = clock.instant();
        JWTClaimsSet claims = lie.apply(new JWTClaimsSet.Builder().issuer(issuer()).audience(CLIENT).subject(grant.subject())
                .issueTime(Date.from(now)).expirationTime(Date.from(now.plusSeconds(300))).claim("nonce", grant.asked().get("nonce"))).build();
        try {
            return switch (signing) {
                case RIGHT -> rsa(key, claims);
                case STRANGER -> rsa(new RSAKey.Builder(strange).keyID(key.getKeyID()).build(), claims);
                case WITH_CLIENT_SECRET -> {
                    SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.HS256).keyID(key.getKeyID()).build(), claims);
                    token.sign(new MACSigner(Arrays.copyOf(SECRET.getBytes(StandardCharsets.UTF_8), 32)));
                    yield token.serialize();
                }
                case NOT_AT_ALL -> new PlainJWT(claims).serialize();
            };
        } catch (JOSEException failure) {
            throw new IllegalStateException(failure);
        }
    }

    private static String rsa(RSAKey with, JWTClaimsSet claims) throws JOSEException {
        SignedJWT token = new SignedJWT(new JWSHeader.Builder(JWSAlgorithm.RS256).keyID(with.getKeyID()).build(), claims);
        token.sign(new RSASSASigner(with));
        return token.serialize();
    }

    private static String basic() {
        String both = java.net.URLEncoder.encode(CLIENT, StandardCharsets.UTF_8) + ":" + java.net.URLEncoder.encode(SECRET, StandardCharsets.UTF_8);
        return "Basic " + Base64.getEncoder().encodeToString(both.getBytes(StandardCharsets.UTF_8));
    }

    private static String challenge(String verifier) {
        try {
            return Base64.getUrlEncoder().withoutPadding().encodeToString(MessageDigest.getInstance("SHA-256").digest(verifier.getBytes(StandardCharsets.US_ASCII)));
        } catch (NoSuchAlgorithmException impossible) {
            throw new IllegalStateException(impossible);
        }
    }

    private static Map<String, String> parameters(String query) {
        return Arrays.stream(query.split("&")).map(pair -> pair.split("=", 2)).collect(Collectors.toMap(
                pair -> URLDecoder.decode(pair[0], StandardCharsets.UTF_8), pair -> URLDecoder.decode(pair[1], StandardCharsets.UTF_8)));
    }

    private static void answer(HttpExchange exchange, int status, String body) throws IOException {
        byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", "application/json");
        exchange.sendResponseHeaders(status, bytes.length);
        exchange.getResponseBody().write(bytes);
        exchange.close();
    }

    @Override
    public void close() {
        server.stop(0);
    }
}
