/**
 * The envelope of an offer: how it is sealed, read, opened by two of three trustees, and who is named when it does not open.
 * Pure: no clock, no chance of its own, no framework and nothing of the platform, so that a supplier's own system can carry this
 * package away. The format is written down in {@code backend/docs/notes/envelope.md}.
 *
 * <p>Bouncy Castle (pinned in the root pom) gives HPKE (RFC 9180) and Ed25519 over raw keys: the JDK has neither HPKE nor a way from
 * a 32-byte key to its own Ed25519 that is not longer than the signature. AES-GCM, SHA-256, HKDF and PBKDF2 are the JDK's, which uses the processor's instructions.
 */
@NullMarked
@NamedInterface("envelope")
package org.jucai.platform.bidding.envelope;

import org.jspecify.annotations.NullMarked;
import org.springframework.modulith.NamedInterface;
