package org.jucai.platform.recovery;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;

import java.time.Instant;
import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.contracts.deliveries.Reach;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;

/** Decides who recalls what, who acknowledges it and who ends it. Pure. */
final class RecallRules {

    /** Two years of trucks: what is asked for at once stays bounded. */
    static final int MOST_DAYS = 731;

    /** Beyond them is a slip of the hand, and beyond what a database can hold. */
    private static final int FIRST_YEAR = 2000;
    private static final int LAST_YEAR = 2200;

    private RecallRules() {}

    /** Among whose goods this party may recall, and ask whom they reached; empty where it may not for all. */
    static Optional<Reach> among(Actor actor, Reach.Of of) {
        Reach all = Reach.of(of);
        return switch (actor.partyKind()) {
            case SUPPLIER -> makerOf(of).filter(maker -> !maker.equals(actor.partyId())).isPresent() ? Optional.empty() : Optional.of(all.ofSeller(actor.partyId()));
            case ASSOCIATION -> Optional.of(all.ofAssociation(actor.partyId()));
            case FINANCE_GROUP -> Optional.of(all.ofGroup(actor.partyId()));
            case ENTERPRISE, WAREHOUSE -> Optional.of(all.concerning(actor.partyId()));
            case AUDITOR -> Optional.of(all);
            case LABORATORY, BANK, SUPERVISOR, REGULATOR, PLATFORM -> Optional.empty();
        };
    }

    /** Whether it asks for goods that are not its own: such a reading is told to whom they concern. */
    static boolean oversees(PartyKind kind) {
        return kind == PartyKind.ASSOCIATION || kind == PartyKind.FINANCE_GROUP;
    }

    private static Optional<UUID> makerOf(Reach.Of of) {
        return switch (of) {
            case Reach.Of.Source(UUID maker, String _) -> Optional.of(maker);
            case Reach.Of.Period(UUID maker, LocalDate _, LocalDate _) -> Optional.of(maker);
            case Reach.Of.Lot _, Reach.Of.Trucks _ -> Optional.empty();
        };
    }

    static Decision<Reach.Of> bounded(Reach.Of of) {
        boolean wrong = of instanceof Reach.Of.Period(UUID _, LocalDate from, LocalDate to) && (to.isBefore(from) || ChronoUnit.DAYS.between(from, to) >= MOST_DAYS || from.getYear() < FIRST_YEAR || to.getYear() > LAST_YEAR);
        return wrong ? refuse(RecallRefusal.RECALL_PERIOD_TOO_LONG, Map.of("limitDays", MOST_DAYS)) : accept(of);
    }

    static Decision<Recall.Answer> acknowledge(Recall recall, Actor actor, Recall.Answer answer) {
        if (recall.concern(actor.partyId()).isEmpty()) return refuse(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
        if (recall.status() != Recall.Status.OPEN) return refuse(RecallRefusal.RECALL_ENDED_ALREADY);
        boolean again = recall.concern(actor.partyId()).filter(concern -> concern.answer().isPresent()).isPresent();
        return again ? refuse(RecallRefusal.RECALL_ACKNOWLEDGED_ALREADY) : accept(answer);
    }

    /** The opener's party or the one association whose rounds the goods are of; never the person who opened it. */
    static Decision<Recall> lift(Recall recall, Actor actor, String words, Instant now) {
        if (!mayEnd(recall, actor.partyId())) return refuse(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
        if (recall.status() != Recall.Status.OPEN) return refuse(RecallRefusal.RECALL_ENDED_ALREADY);
        if (recall.opened().personId().equals(actor.personId())) return refuse(RecallRefusal.RECALL_LIFTED_BY_ANOTHER_PERSON);
        return accept(recall.ended(Recall.Status.LIFTED, new Recall.Ended(actor.partyId(), actor.personId(), now, words)));
    }

    /** @param waiting how many of all whom it concerns have not said anything yet */
    static Decision<Recall> close(Recall recall, Actor actor, String words, Waiting waiting) {
        if (!mayEnd(recall, actor.partyId())) return refuse(RecallRefusal.RECALL_STEP_OF_ANOTHER_PARTY);
        if (recall.status() != Recall.Status.OPEN) return refuse(RecallRefusal.RECALL_ENDED_ALREADY);
        if (waiting.parties() > 0) return refuse(RecallRefusal.RECALL_NOT_ACKNOWLEDGED_BY_ALL, Map.of("waiting", waiting.parties()));
        return accept(recall.ended(Recall.Status.CLOSED, new Recall.Ended(actor.partyId(), actor.personId(), waiting.now(), words)));
    }

    /** @param parties that have not acknowledged, as of {@code now} */
    record Waiting(int parties, Instant now) {}

    private static boolean mayEnd(Recall recall, UUID party) {
        return recall.opened().partyId().equals(party) || recall.overseers().equals(Set.of(party));
    }

    static List<Recall.Act> offered(Recall recall, Actor actor) {
        List<Recall.Act> acts = new ArrayList<>();
        if (recall.status() != Recall.Status.OPEN) return acts;
        if (recall.concern(actor.partyId()).filter(concern -> concern.answer().isEmpty()).isPresent()) acts.add(Recall.Act.ACKNOWLEDGE);
        if (!mayEnd(recall, actor.partyId())) return acts;
        if (!recall.opened().personId().equals(actor.personId())) acts.add(Recall.Act.LIFT);
        acts.add(Recall.Act.CLOSE);
        return acts;
    }
}
