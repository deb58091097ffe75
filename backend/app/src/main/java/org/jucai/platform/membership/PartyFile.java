package org.jucai.platform.membership;

import java.time.Instant;
import java.time.LocalDate;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A party with all that the reader may see of it; an immutable picture of one moment.
 *
 * @param open the reader may see the file (details, papers, places), not only the directory's columns
 * @param papers at most the 200 latest
 * @param grade the 亩均 grade that is valid latest
 */
public record PartyFile(
        Party party,
        boolean open,
        List<Membership> memberships,
        Details.@Nullable OfEnterprise enterprise,
        Details.@Nullable OfSupplier supplier,
        List<Evidence> papers,
        List<DeliveryPoint> deliveryPoints,
        @Nullable ProductivityGrade grade) {

    public PartyFile {
        memberships = List.copyOf(memberships);
        papers = List.copyOf(papers);
        deliveryPoints = List.copyOf(deliveryPoints);
    }

    Dossier dossier() {
        Details details = enterprise != null ? enterprise : supplier;
        String reason = details == null ? null : details.usccOverrideReason();
        return new Dossier(party.supplierKind(), party.uscc(), reason, memberships, papers);
    }

    /** Standing in any association: one admission is enough, and the required papers must be current. */
    public Standing standing(Instant now) {
        return dossier().standing(Beijing.day(now));
    }

    /** Standing in one association. */
    public Standing standingIn(UUID associationId, Instant now) {
        return dossier().standingIn(associationId, Beijing.day(now));
    }

    /** Admitted to the association, suspended or not. */
    public boolean isMemberOf(UUID associationId) {
        return dossier().in(associationId).filter(one -> one.state() == MembershipState.ADMITTED
                || one.state() == MembershipState.SUSPENDED).isPresent();
    }

    public Optional<DeliveryPoint> deliveryPoint(UUID id) {
        return deliveryPoints.stream().filter(point -> point.id().equals(id)).findFirst();
    }

    /** One word for the directory. */
    public MembershipState state() {
        return AdmissionRules.best(memberships);
    }

    /** What the association may do next about the membership in it. */
    public Set<String> allowedCommands(UUID associationId) {
        return AdmissionRules.allowed(dossier().in(associationId).map(Membership::state).orElse(null));
    }

    /** What was taken and should be looked at. */
    public List<Warning> warnings() {
        if (party.uscc() == null) return List.of(Warning.USCC_ABSENT);
        return switch (CreditCode.check(party.uscc())) {
            case RIGHT, MALFORMED -> List.of();
            case CHECK_DIGIT_WRONG -> List.of(Warning.USCC_CHECK_DIGIT_WRONG);
            case SUBJECT_CHECK_WRONG -> List.of(Warning.USCC_SUBJECT_CHECK_WRONG);
        };
    }

    /** What was taken and should be looked at. */
    public enum Warning { USCC_CHECK_DIGIT_WRONG, USCC_SUBJECT_CHECK_WRONG, USCC_ABSENT }

    /** Who may read what happens to the party: itself and the associations it is or was in. */
    Set<UUID> readers() {
        Set<UUID> readers = new LinkedHashSet<>();
        readers.add(party.id());
        memberships.stream().filter(Membership::isLive).forEach(membership -> readers.add(membership.associationId()));
        return readers;
    }

    boolean isKeptBy(UUID keeper) {
        return party.id().equals(keeper)
                || memberships.stream().anyMatch(one -> one.isLive() && one.associationId().equals(keeper));
    }

    /** The required papers' last day, for a list that warns. */
    public @Nullable LocalDate evidenceExpiresOn(Instant now) {
        return standing(now).evidenceExpiresOn();
    }
}
