package org.jucai.platform.rounds.answers;

import java.time.Instant;
import java.util.UUID;

/** That somebody signed a round's agreement for a member. */
public record Signature(Instant at, UUID personId, String sha256) {}
