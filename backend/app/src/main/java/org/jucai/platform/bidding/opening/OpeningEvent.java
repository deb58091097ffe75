package org.jucai.platform.bidding.opening;

import java.util.Set;
import java.util.UUID;

/** What happens in the opening room. Whoever offered watches it, so it is told to {@code watchers}, and to regulators and auditors. */
public sealed interface OpeningEvent {

    Set<UUID> watchers();

    /** The published time has come; from now on it is told who offered. */
    record OpeningBegan(int call, Set<UUID> watchers) implements OpeningEvent {}

    record SharesReleased(int call, int trustee, OpeningPhase phase, Set<UUID> watchers) implements OpeningEvent {}

    /** Some envelopes more are open, as far as they open. */
    record EnvelopesUnsealed(int call, OpeningPhase phase, Set<UUID> watchers) implements OpeningEvent {}

    /** All headers are settled; now the shares of these many sections are asked for. */
    record SectionsAskedFor(int call, int sections, Set<UUID> watchers) implements OpeningEvent {}

    /** What nobody opens is left as it is. */
    record EnvelopeLeftShut(int call, UUID supplierId, String reason, Set<UUID> watchers) implements OpeningEvent {}

    /** A supplier showed what it had sealed. */
    record SealingRecordShown(int call, UUID supplierId, Set<UUID> watchers) implements OpeningEvent {}

    /** @param phase OPENED or FAILED */
    record OpeningEnded(int call, OpeningPhase phase, Set<UUID> watchers) implements OpeningEvent {}
}
