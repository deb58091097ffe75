package org.jucai.platform.membership;

import static org.jucai.platform.kernel.Decision.accept;
import static org.jucai.platform.kernel.Decision.refuse;
import static org.jucai.platform.membership.MembershipState.ADMITTED;
import static org.jucai.platform.membership.MembershipState.APPLIED;
import static org.jucai.platform.membership.MembershipState.LEFT;
import static org.jucai.platform.membership.MembershipState.SUSPENDED;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.membership.AdmissionCommand.Admit;
import org.jucai.platform.membership.AdmissionCommand.Apply;
import org.jucai.platform.membership.AdmissionCommand.Leave;
import org.jucai.platform.membership.AdmissionCommand.Reinstate;
import org.jucai.platform.membership.AdmissionCommand.Suspend;
import org.jucai.platform.membership.MemberEvent.MemberAdmitted;
import org.jucai.platform.membership.MemberEvent.MemberApplied;
import org.jucai.platform.membership.MemberEvent.MemberLeft;
import org.jucai.platform.membership.MemberEvent.MemberReinstated;
import org.jucai.platform.membership.MemberEvent.MemberSuspended;

/** How a membership moves: APPLIED → ADMITTED ↔ SUSPENDED, and LEFT from each of them. */
final class AdmissionRules {

    private AdmissionRules() {}

    /** @param today the day in Beijing */
    static Decision<MemberEvent> decide(Dossier dossier, UUID association, AdmissionCommand command, LocalDate today) {
        MembershipState state = dossier.in(association).map(Membership::state).orElse(null);
        return switch (command) {
            case Apply(var reason) -> state == null || state == LEFT
                    ? accept(new MemberApplied(association, reason))
                    : refuse(MembershipRefusal.MEMBERSHIP_ALREADY_LIVE);
            case Admit(var reason) -> state == APPLIED
                    ? admission(dossier, today, new MemberAdmitted(association, reason))
                    : forbidden(state);
            case Suspend(var reason) -> state == ADMITTED ? accept(new MemberSuspended(association, reason)) : forbidden(state);
            case Reinstate(var reason) -> state == SUSPENDED
                    ? admission(dossier, today, new MemberReinstated(association, reason))
                    : forbidden(state);
            case Leave(var reason) -> state == null || state == LEFT
                    ? forbidden(state)
                    : accept(new MemberLeft(association, reason));
        };
    }

    private static Decision<MemberEvent> admission(Dossier dossier, LocalDate today, MemberEvent event) {
        Set<EvidenceKind> open = dossier.notCurrent(today);
        if (!open.isEmpty()) {
            return refuse(MembershipRefusal.EVIDENCE_MISSING_OR_EXPIRED, Map.of("kinds", open));
        }
        return dossier.needsUsccReason() ? refuse(MembershipRefusal.USCC_OVERRIDE_NEEDED) : accept(event);
    }

    private static Decision<MemberEvent> forbidden(@Nullable MembershipState state) {
        return state == null
                ? refuse(MembershipRefusal.NOT_OF_YOUR_ASSOCIATION)
                : refuse(MembershipRefusal.MEMBERSHIP_STATE_FORBIDS, Map.of("state", state));
    }

    /** Commands that the state leaves open to the association. */
    static Set<String> allowed(@Nullable MembershipState state) {
        return switch (state) {
            case null -> Set.of("apply");
            case APPLIED -> Set.of("admit", "leave");
            case ADMITTED -> Set.of("suspend", "leave");
            case SUSPENDED -> Set.of("reinstate", "leave");
            case LEFT -> Set.of("apply");
        };
    }

    /** The state that an event leads to; null where it moves no membership. */
    static @Nullable MembershipState after(MemberEvent event) {
        return switch (event) {
            case MemberApplied _ -> APPLIED;
            case MemberAdmitted _, MemberReinstated _ -> ADMITTED;
            case MemberSuspended _ -> SUSPENDED;
            case MemberLeft _ -> LEFT;
            case MemberEvent.PartyRegistered _, MemberEvent.PartyChanged _, MemberEvent.EvidenceFiled _,
                    MemberEvent.DeliveryPointAdded _, MemberEvent.DeliveryPointRetired _,
                    MemberEvent.ProductivityGradeRecorded _, MemberEvent.PartiesConnected _,
                    MemberEvent.SupplierSizeStated _, MemberEvent.SupplierSizeConfirmed _, MemberEvent.SupplierSizeRefused _ -> null;
        };
    }

    /** One word for the directory: the best of a party's memberships. */
    static MembershipState best(Iterable<Membership> memberships) {
        Set<MembershipState> states = EnumSet.noneOf(MembershipState.class);
        memberships.forEach(membership -> states.add(membership.state()));
        if (states.contains(ADMITTED)) return ADMITTED;
        if (states.contains(SUSPENDED)) return SUSPENDED;
        return states.contains(APPLIED) || states.isEmpty() ? APPLIED : LEFT;
    }
}
