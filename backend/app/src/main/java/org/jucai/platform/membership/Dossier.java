package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What admission and standing are judged by.
 *
 * @param supplierKind null for an enterprise
 * @param papers all evidence ever filed, in any order
 */
record Dossier(
        @Nullable SupplierKind supplierKind,
        @Nullable String uscc,
        @Nullable String usccOverrideReason,
        List<Membership> memberships,
        List<Evidence> papers) {

    Dossier {
        memberships = List.copyOf(memberships);
        papers = List.copyOf(papers);
    }

    /** The latest membership in an association; absent where there never was one. */
    Optional<Membership> in(UUID associationId) {
        return memberships.stream()
                .filter(membership -> membership.associationId().equals(associationId))
                .max(Comparator.comparing(Membership::isLive).thenComparing(Membership::appliedOn).thenComparing(Membership::id));
    }

    boolean needsUsccReason() {
        return usccOverrideReason == null && (uscc == null || CreditCode.check(uscc) != CreditCode.Verdict.RIGHT);
    }

    /** Required kinds without a paper that is valid on {@code day}. */
    Set<EvidenceKind> notCurrent(LocalDate day) {
        Set<EvidenceKind> open = EnumSet.copyOf(EvidenceKind.required(supplierKind));
        papers.stream().filter(paper -> paper.isCurrent(day)).forEach(paper -> open.remove(paper.kind()));
        return open;
    }

    /** Standing in any association: one admission is enough, and the papers must be current. */
    Standing standing(LocalDate day) {
        Set<Standing.Flag> flags = EnumSet.noneOf(Standing.Flag.class);
        admissionFlag(memberships).ifPresent(flags::add);
        addPaperFlags(day, flags);
        return new Standing(flags, firstExpiry(day));
    }

    /** Standing in one association. */
    Standing standingIn(UUID associationId, LocalDate day) {
        Set<Standing.Flag> flags = EnumSet.noneOf(Standing.Flag.class);
        admissionFlag(in(associationId).stream().toList()).ifPresent(flags::add);
        addPaperFlags(day, flags);
        return new Standing(flags, firstExpiry(day));
    }

    private static Optional<Standing.Flag> admissionFlag(List<Membership> judged) {
        Set<MembershipState> states = EnumSet.noneOf(MembershipState.class);
        judged.forEach(membership -> states.add(membership.state()));
        if (states.contains(MembershipState.ADMITTED)) return Optional.empty();
        if (states.contains(MembershipState.SUSPENDED)) return Optional.of(Standing.Flag.SUSPENDED);
        if (states.contains(MembershipState.LEFT) && states.size() == 1) return Optional.of(Standing.Flag.LEFT);
        return Optional.of(Standing.Flag.NOT_ADMITTED);
    }

    private void addPaperFlags(LocalDate day, Set<Standing.Flag> flags) {
        for (EvidenceKind kind : notCurrent(day)) {
            boolean filed = papers.stream().anyMatch(paper -> paper.kind() == kind);
            flags.add(filed ? Standing.Flag.EVIDENCE_EXPIRED : Standing.Flag.EVIDENCE_MISSING);
        }
    }

    /** Of each required kind the paper that lasts longest counts; the first of those to end is what to renew. */
    private @Nullable LocalDate firstExpiry(LocalDate day) {
        return EvidenceKind.required(supplierKind).stream()
                .map(kind -> lastDay(kind, day))
                .filter(Objects::nonNull)
                .min(Comparator.naturalOrder())
                .orElse(null);
    }

    private @Nullable LocalDate lastDay(EvidenceKind kind, LocalDate day) {
        List<Evidence> current = papers.stream().filter(paper -> paper.kind() == kind && paper.isCurrent(day)).toList();
        if (current.stream().anyMatch(paper -> paper.expiresOn() == null)) return null;
        return current.stream().map(Evidence::expiresOn).filter(Objects::nonNull).max(Comparator.naturalOrder()).orElse(null);
    }
}
