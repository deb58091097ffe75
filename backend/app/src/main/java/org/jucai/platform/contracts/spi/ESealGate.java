package org.jucai.platform.contracts.spi;

import java.util.Optional;
import java.util.UUID;
import reactor.core.publisher.Mono;

/**
 * A service for electronic seals (电子签章), by which a signature meets articles 13 and 14 of the Electronic Signature Law beyond what the
 * platform itself can vouch for. Asked after the person showed a second factor and named the digest of what they read.
 */
public interface ESealGate {

    /** @param sha256 digest of the canonical text, in hexadecimal */
    record Request(UUID contractId, int number, String sha256, UUID partyId, UUID personId) {}

    /** @param by who vouches for the signature; {@code reference}: of the seal at that service */
    record Seal(String by, Optional<String> reference) {}

    /** Seals; an error where it is refused, and then nothing is signed. */
    Mono<Seal> seal(Request request);
}
