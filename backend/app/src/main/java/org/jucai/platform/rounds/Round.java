package org.jucai.platform.rounds;

import java.time.Instant;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;

/**
 * A procurement round as it stands.
 *
 * @param version counts its events
 * @param suspendedFrom where it stood when it was suspended
 * @param gapEndsAt until when additions are taken; present while a gap is filled
 * @param frozenAt when its lots were frozen
 * @param reason why it was last extended, suspended or cancelled
 * @param reached when each state was first reached
 */
public record Round(
        UUID id,
        String code,
        UUID associationId,
        RoundStatus status,
        Instant statusSince,
        long version,
        RoundTerms terms,
        Optional<RoundStatus> suspendedFrom,
        Optional<Instant> gapEndsAt,
        Optional<Instant> frozenAt,
        Optional<String> reason,
        Map<RoundStatus, Instant> reached) {

    public Round {
        reached = Map.copyOf(reached);
    }

    static Round drafted(UUID id, String code, UUID associationId, RoundTerms terms, Instant at) {
        return new Round(id, code, associationId, RoundStatus.DRAFT, at, 1, terms, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Map.of(RoundStatus.DRAFT, at));
    }

    /** Whether demand is taken at this instant; from the end on it is not, locked or not (law 5). */
    public boolean takesDemandAt(Instant now) {
        return status == RoundStatus.COLLECTING && now.isBefore(terms.collectingEndsAt()) || fillsGapAt(now);
    }

    /** Whether additions are taken to fill a gap at this instant. */
    public boolean fillsGapAt(Instant now) {
        return status == RoundStatus.POOLED && gapEndsAt.filter(now::isBefore).isPresent();
    }

    /** Whether a deadline of the present state has come. */
    boolean isDueAt(Instant now) {
        return switch (status) {
            case ANNOUNCED -> !now.isBefore(terms.collectingOpensAt());
            case COLLECTING -> !now.isBefore(terms.collectingEndsAt());
            case POOLED -> gapEndsAt.filter(end -> !now.isBefore(end)).isPresent();
            default -> false;
        };
    }

    public boolean isAnnounced() {
        return reached.containsKey(RoundStatus.ANNOUNCED);
    }

    Round after(RoundEvent event, Instant at) {
        Round next = switch (event) {
            case RoundEvent.RoundDrafted(var drafted) -> with(drafted);
            case RoundEvent.RoundEdited(var edited) -> with(edited);
            case RoundEvent.RoundAnnounced() -> to(RoundStatus.ANNOUNCED, at);
            case RoundEvent.CollectingOpened(var why, _) -> to(RoundStatus.COLLECTING, at).because(why);
            case RoundEvent.CollectingEndMoved(_, var end, var why) -> with(terms.endingAt(end)).because(Optional.of(why));
            case RoundEvent.RoundLocked(var why, _) -> to(RoundStatus.LOCKED, at).because(why);
            case RoundEvent.RoundPooled() -> to(RoundStatus.POOLED, at).gap(Optional.empty());
            case RoundEvent.RoundReopened(var end, _, var why) -> gap(Optional.of(end)).because(Optional.of(why));
            case RoundEvent.GapClosed(_) -> gap(Optional.empty());
            case RoundEvent.RoundFrozen() -> frozen(at);
            case RoundEvent.RoundSuspended(var from, var why) -> to(RoundStatus.SUSPENDED, at).suspended(Optional.of(from)).because(Optional.of(why));
            case RoundEvent.RoundResumed(var back, _, _, var end, _, var gapEnd, var why) ->
                    with(terms.endingAt(end)).to(back, at).suspended(Optional.empty()).gap(gapEnd).because(Optional.of(why));
            case RoundEvent.RoundCancelled(var why) -> to(RoundStatus.CANCELLED, at).because(Optional.of(why));
        };
        return next.counted();
    }

    private Round to(RoundStatus next, Instant at) {
        Map<RoundStatus, Instant> stations = new EnumMap<>(RoundStatus.class);
        stations.putAll(reached);
        stations.putIfAbsent(next, at);
        return new Round(id, code, associationId, next, at, version, terms, suspendedFrom, gapEndsAt, frozenAt, reason, stations);
    }

    private Round with(RoundTerms changed) {
        return new Round(id, code, associationId, status, statusSince, version, changed, suspendedFrom, gapEndsAt, frozenAt, reason, reached);
    }

    private Round gap(Optional<Instant> end) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, end, frozenAt, reason, reached);
    }

    private Round frozen(Instant at) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, gapEndsAt, Optional.of(at), reason, reached);
    }

    private Round suspended(Optional<RoundStatus> from) {
        return new Round(id, code, associationId, status, statusSince, version, terms, from, gapEndsAt, frozenAt, reason, reached);
    }

    private Round because(Optional<String> why) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, gapEndsAt, frozenAt, why, reached);
    }

    private Round counted() {
        return new Round(id, code, associationId, status, statusSince, version + 1, terms, suspendedFrom, gapEndsAt, frozenAt, reason, reached);
    }
}
