package org.jucai.platform.bidding.receipts;

import java.time.Instant;
import java.util.Optional;

/**
 * A key of the server that signs receipts, as everybody may know it.
 *
 * @param publicKey Ed25519, base64url
 */
public record ReceiptKey(String publicKey, Instant validFrom, Optional<Instant> validUntil) {}
