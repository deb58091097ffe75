package org.jucai.platform.contracts;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/**
 * A version of a contract's text. It is never changed; what is changed is the next one.
 *
 * @param number counts from 1
 * @param sha256 of the version's canonical JSON (RFC 8785), in hexadecimal: what is signed
 * @param writtenBy the party that drew or proposed it
 */
public record ContractText(int number, ContractTerms terms, String sha256, UUID writtenBy, Instant writtenAt, List<Signature> signatures) {

    /**
     * A party's signature of exactly this version.
     *
     * @param sealedBy who vouches for it: the platform's own re-authentication, or a certified service for electronic seals
     * @param sealReference at that service
     */
    public record Signature(UUID partyId, UUID personId, Instant at, String sealedBy, Optional<String> sealReference) {}

    public ContractText {
        signatures = List.copyOf(signatures);
    }

    public boolean isSignedBy(UUID party) {
        return signatures.stream().anyMatch(signature -> signature.partyId().equals(party));
    }

    ContractText signed(Signature signature) {
        List<Signature> all = new ArrayList<>(signatures);
        all.add(signature);
        return new ContractText(number, terms, sha256, writtenBy, writtenAt, all);
    }
}
