package org.jucai.platform.security;

import com.nimbusds.jose.JOSEException;
import com.nimbusds.jose.JWSAlgorithm;
import com.nimbusds.jose.jwk.JWKSet;
import com.nimbusds.jose.jwk.source.ImmutableJWKSet;
import com.nimbusds.jose.proc.BadJOSEException;
import com.nimbusds.jose.proc.JWSVerificationKeySelector;
import com.nimbusds.jose.proc.SecurityContext;
import com.nimbusds.jwt.JWTClaimsSet;
import com.nimbusds.jwt.SignedJWT;
import com.nimbusds.jwt.proc.DefaultJWTClaimsVerifier;
import com.nimbusds.jwt.proc.DefaultJWTProcessor;
import java.text.ParseException;
import java.time.Clock;
import java.util.Date;
import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.membership.Identity;

/**
 * Judges ID tokens as OpenID Connect Core 3.1.3.7 asks: signed by one of the provider's keys with an asymmetric algorithm,
 * by this issuer, for this client, not expired, with the nonce that was sent.
 */
final class OidcTokens {

    private static final Set<JWSAlgorithm> ALGORITHMS = Set.of(JWSAlgorithm.RS256, JWSAlgorithm.RS384, JWSAlgorithm.RS512,
            JWSAlgorithm.PS256, JWSAlgorithm.PS384, JWSAlgorithm.PS512, JWSAlgorithm.ES256, JWSAlgorithm.ES384, JWSAlgorithm.ES512);
    private static final int CLOCKS_DIFFER_SECONDS = 60;
    private static final long OLDEST_MILLIS = 600_000;

    private final OidcProperties properties;
    private final Clock clock;

    OidcTokens(OidcProperties properties, Clock clock) {
        this.properties = properties;
        this.clock = clock;
    }

    /** Why a token is not believed; told to the log, not to the browser. */
    static final class NotBelievedException extends RuntimeException {

        private static final long serialVersionUID = 1L;

        NotBelievedException(@Nullable String says) {
            super(says, null, false, false);
        }
    }

    /** The key that a token says it is signed with, or null where it names none. */
    static @Nullable String keyOf(String token) {
        try {
            return SignedJWT.parse(token).getHeader().getKeyID();
        } catch (ParseException garbled) {
            throw new NotBelievedException("no signed token");
        }
    }

    Identity identity(String token, String nonce, JWKSet keys) {
        DefaultJWTProcessor<SecurityContext> processor = new DefaultJWTProcessor<>();
        processor.setJWSKeySelector(new JWSVerificationKeySelector<>(ALGORITHMS, new ImmutableJWKSet<>(keys)));
        processor.setJWTClaimsSetVerifier(verifier(nonce));
        try {
            JWTClaimsSet claims = processor.process(SignedJWT.parse(token), null);
            checkPartyAndAge(claims);
            return new Identity(properties.issuer(), String.valueOf(claims.getSubject()));
        } catch (ParseException | BadJOSEException | JOSEException | IllegalArgumentException refused) {
            throw new NotBelievedException(refused.getMessage());
        }
    }

    private DefaultJWTClaimsVerifier<SecurityContext> verifier(String nonce) {
        JWTClaimsSet exactly = new JWTClaimsSet.Builder().issuer(properties.issuer()).claim("nonce", nonce).build();
        DefaultJWTClaimsVerifier<SecurityContext> verifier = new DefaultJWTClaimsVerifier<>(
                properties.clientId(), exactly, Set.of("sub", "exp", "iat")) {
            @Override
            protected Date currentTime() {
                return Date.from(clock.instant());
            }
        };
        verifier.setMaxClockSkew(CLOCKS_DIFFER_SECONDS);
        return verifier;
    }

    /** A token for several parties names the one it was given to; one that was made long ago, or will be, is somebody else's. */
    private void checkPartyAndAge(JWTClaimsSet claims) throws ParseException {
        String party = claims.getStringClaim("azp");
        if (party == null ? claims.getAudience().size() > 1 : !party.equals(properties.clientId())) {
            throw new NotBelievedException("authorised party is " + party);
        }
        long age = clock.millis() - claims.getIssueTime().getTime();
        if (age < -CLOCKS_DIFFER_SECONDS * 1_000L || age > OLDEST_MILLIS) throw new NotBelievedException("issued " + age + " ms ago");
    }
}
