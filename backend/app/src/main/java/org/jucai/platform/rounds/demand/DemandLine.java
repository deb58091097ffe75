package org.jucai.platform.rounds.demand;

import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.FenPerTonne;
import org.jucai.platform.kernel.Kilograms;
import org.jucai.platform.rounds.DateWindow;

/**
 * A demand line 需求行 as it stands.
 *
 * @param version counts its events
 * @param acceptedGrades complete: the named ones in order, then the better ones where "or better" was asked
 * @param priceCap shown to nobody but its owner until the offers are open
 * @param shownUnder the part of the delivery period the pool shows it under
 * @param enteredForMember 代填: entered by the secretariat; counts once the member confirmed
 */
public record DemandLine(
        UUID id,
        String code,
        UUID roundId,
        UUID associationId,
        UUID enterpriseId,
        LineStatus status,
        long version,
        List<String> acceptedGrades,
        boolean orBetter,
        Kilograms minimum,
        Kilograms target,
        Kilograms maximum,
        Optional<FenPerTonne> priceCap,
        Member.Place place,
        DateWindow window,
        DateWindow shownUnder,
        Optional<KilnType> kilnType,
        GrainSize size,
        Packing packing,
        List<String> approvedSources,
        Invoices invoices,
        Payment payment,
        List<DemandTerms.SpecOverride> specOverrides,
        String remark,
        boolean enteredForMember,
        Optional<UUID> lotId,
        Instant submittedAt) {

    /** The stream of its events. */
    public static final String STREAM = "demand-line";

    /** Whether it counts in the pool. */
    public boolean counts() {
        return status == LineStatus.SUBMITTED || status == LineStatus.COMMITTED || status == LineStatus.POOLED
                || status == LineStatus.ALLOCATED;
    }

    public String firstGrade() {
        return acceptedGrades.getFirst();
    }

    DemandLine moved(LineStatus next) {
        return new DemandLine(id, code, roundId, associationId, enterpriseId, next, version + 1, acceptedGrades, orBetter, minimum,
                target, maximum, priceCap, place, window, shownUnder, kilnType, size, packing, approvedSources, invoices, payment,
                specOverrides, remark, enteredForMember, lotId, submittedAt);
    }

    DemandLine in(Optional<UUID> lot) {
        return new DemandLine(id, code, roundId, associationId, enterpriseId, status, version, acceptedGrades, orBetter, minimum,
                target, maximum, priceCap, place, window, shownUnder, kilnType, size, packing, approvedSources, invoices, payment,
                specOverrides, remark, enteredForMember, lot, submittedAt);
    }

    /** What it adds to the pool, or takes from it with {@code sign} −1. */
    PoolMove move(int sign) {
        return new PoolMove(firstGrade(), place.zone(), shownUnder.fromOn(), shownUnder.toOn(), sign, sign * minimum.kg(),
                sign * target.kg(), sign * maximum.kg());
    }

    /** The code people use: the id's random tail in Crockford's base 32. */
    static String codeOf(UUID id) {
        String alphabet = "0123456789ABCDEFGHJKMNPQRSTVWXYZ";
        StringBuilder code = new StringBuilder("L-");
        for (int shift = 25; shift >= 0; shift -= 5) code.append(alphabet.charAt((int) (id.getLeastSignificantBits() >>> shift) & 31));
        return code.toString();
    }
}
