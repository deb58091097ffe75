package org.jucai.platform.rounds;

import com.fasterxml.jackson.annotation.JsonSetter;
import com.fasterxml.jackson.annotation.Nulls;
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
 * @param reached when each state was first reached, on the way that counts
 * @param tendering how far the asking for offers has come
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
        Map<RoundStatus, Instant> reached,
        Tendering tendering) {

    /**
     * @param number counts the calls for offers of this round, 0 before the first; an envelope belongs to one call
     * @param terms of the call that stands; none before the first, and again where a call failed
     * @param publicity of the award, where one was put to public notice and not revoked
     * @param firstCall where this call is for a second quote (二次报价): the call whose opened offers stand for whoever gives none
     */
    public record Tendering(int number, Optional<TenderTerms> terms, Optional<Publicity> publicity,
            @JsonSetter(nulls = Nulls.AS_EMPTY) Optional<Integer> firstCall) {

        /** A call of its own. */
        public Tendering(int number, Optional<TenderTerms> terms, Optional<Publicity> publicity) {
            this(number, terms, publicity, Optional.empty());
        }

        /** Offers were never asked for. */
        public static final Tendering NONE = new Tendering(0, Optional.empty(), Optional.empty());

        Tendering under(TenderTerms changed) {
            return new Tendering(number, Optional.of(changed), publicity, firstCall);
        }

        Tendering publicised(Optional<Publicity> notice) {
            return new Tendering(number, terms, notice, firstCall);
        }
    }

    /** Who put the award to public notice (公示), and the instant until which it stands there. */
    public record Publicity(UUID by, Instant endsAt) {}

    public Round {
        reached = Map.copyOf(reached);
    }

    static Round drafted(UUID id, String code, UUID associationId, RoundTerms terms, Instant at) {
        return new Round(id, code, associationId, RoundStatus.DRAFT, at, 1, terms, Optional.empty(), Optional.empty(),
                Optional.empty(), Optional.empty(), Map.of(RoundStatus.DRAFT, at), Tendering.NONE);
    }

    /** What offers are asked for with; empty before they are. */
    public Optional<TenderTerms> tender() {
        return tendering.terms();
    }

    /** Whether an envelope is taken at this instant; from {@code offersDueAt} on it is not, closed or not (law 5). */
    public boolean takesOffersAt(Instant now) {
        return status == RoundStatus.TENDERING && tender().filter(terms -> now.isBefore(terms.offersDueAt())).isPresent();
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
            case TENDERING -> !takesOffersAt(now);
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
            case RoundEvent.RoundResumed resumed -> resumed(resumed, at);
            case RoundEvent.RoundCancelled(var why) -> to(RoundStatus.CANCELLED, at).because(Optional.of(why));
            case RoundEvent.Tendered tendered -> tendered(tendered, at);
        };
        return next.counted();
    }

    private Round resumed(RoundEvent.RoundResumed event, Instant at) {
        Round back = with(terms.endingAt(event.collectingEndsAt())).to(event.to(), at).suspended(Optional.empty())
                .gap(event.gapEndsAt()).because(Optional.of(event.reason()));
        return event.tender().map(moved -> back.tendering(new Tendering(tendering.number(),
                tender().map(terms -> terms.with(moved.offersDueAt(), moved.opensAt())),
                tendering.publicity().map(notice -> new Publicity(notice.by(), moved.publicityEndsAt().orElse(notice.endsAt()))), tendering.firstCall()))).orElse(back);
    }

    private Round tendered(RoundEvent.Tendered event, Instant at) {
        return switch (event) {
            case RoundEvent.RoundTendered(var number, var asked) ->
                    to(RoundStatus.TENDERING, at).tendering(new Tendering(number, Optional.of(asked), Optional.empty()));
            case RoundEvent.SecondQuoteCalled(var number, var first, var asked, var why) -> backTo(RoundStatus.TENDERING, at)
                    .tendering(new Tendering(number, Optional.of(asked), Optional.empty(), Optional.of(first))).because(Optional.of(why));
            case RoundEvent.OffersDueMoved(_, var due, var opens, var why) ->
                    tendering(tendering.under(tender().orElseThrow().with(due, opens))).because(Optional.of(why));
            case RoundEvent.TenderClosed(_) -> to(RoundStatus.CLOSED, at);
            case RoundEvent.OffersOpened(_) -> to(RoundStatus.OPENED, at);
            case RoundEvent.TenderFailed(var number, var why) -> backTo(RoundStatus.POOLED, at)
                    .tendering(new Tendering(number, Optional.empty(), Optional.empty())).because(Optional.of(why));
            case RoundEvent.OffersEvaluated(_) -> to(RoundStatus.EVALUATED, at);
            case RoundEvent.AwardPublicised(var notice, _) ->
                    to(RoundStatus.PUBLICISED, at).tendering(tendering.publicised(Optional.of(notice)));
            case RoundEvent.AwardFinalised _ -> to(RoundStatus.AWARDED, at);
            case RoundEvent.CarriedOut step -> carriedOut(step, at);
            case RoundEvent.AwardRevoked(_, var why) -> backTo(RoundStatus.EVALUATED, at)
                    .tendering(tendering.publicised(Optional.empty())).because(Optional.of(why));
            case RoundEvent.RoundFailed(var why) -> to(RoundStatus.FAILED, at).because(Optional.of(why));
        };
    }

    private Round carriedOut(RoundEvent.CarriedOut event, Instant at) {
        return switch (event) {
            case RoundEvent.ExecutionBegan() -> to(RoundStatus.EXECUTING, at);
            case RoundEvent.LotsCompleted _ -> this;
            case RoundEvent.RoundSettled() -> to(RoundStatus.SETTLED, at);
        };
    }

    private Round to(RoundStatus next, Instant at) {
        Map<RoundStatus, Instant> stations = new EnumMap<>(RoundStatus.class);
        stations.putAll(reached);
        stations.putIfAbsent(next, at);
        return standing(next, at, stations);
    }

    /** Stations beyond the one it returns to are ahead again. */
    private Round backTo(RoundStatus earlier, Instant at) {
        Map<RoundStatus, Instant> stations = new EnumMap<>(RoundStatus.class);
        stations.putAll(reached);
        stations.keySet().removeIf(station -> station.compareTo(earlier) > 0 && station.compareTo(RoundStatus.SUSPENDED) < 0);
        return standing(earlier, at, stations);
    }

    private Round standing(RoundStatus next, Instant at, Map<RoundStatus, Instant> stations) {
        return new Round(id, code, associationId, next, at, version, terms, suspendedFrom, gapEndsAt, frozenAt, reason, stations, tendering);
    }

    private Round with(RoundTerms changed) {
        return new Round(id, code, associationId, status, statusSince, version, changed, suspendedFrom, gapEndsAt, frozenAt, reason, reached, tendering);
    }

    private Round gap(Optional<Instant> end) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, end, frozenAt, reason, reached, tendering);
    }

    private Round frozen(Instant at) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, gapEndsAt, Optional.of(at), reason, reached, tendering);
    }

    private Round suspended(Optional<RoundStatus> from) {
        return new Round(id, code, associationId, status, statusSince, version, terms, from, gapEndsAt, frozenAt, reason, reached, tendering);
    }

    private Round because(Optional<String> why) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, gapEndsAt, frozenAt, why, reached, tendering);
    }

    private Round tendering(Tendering next) {
        return new Round(id, code, associationId, status, statusSince, version, terms, suspendedFrom, gapEndsAt, frozenAt, reason, reached, next);
    }

    private Round counted() {
        return new Round(id, code, associationId, status, statusSince, version + 1, terms, suspendedFrom, gapEndsAt, frozenAt, reason, reached, tendering);
    }
}
