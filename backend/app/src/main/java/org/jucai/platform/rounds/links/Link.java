package org.jucai.platform.rounds.links;

import java.util.UUID;

/** Whose link it is and which line it opens. */
record Link(UUID roundId, UUID lineId, UUID enterpriseId, UUID associationId, UUID personId) {}
