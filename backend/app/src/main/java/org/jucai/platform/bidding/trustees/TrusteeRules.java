package org.jucai.platform.bidding.trustees;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.membership.PartyName;

/**
 * Who may be a trustee, and which three keep a round's offers shut. The purchasing party and whoever offers or buys is none;
 * of the three at most one stands on the buyers' side, which is the association.
 */
public final class TrusteeRules {

    private static final Set<PartyKind> TRUSTEES = EnumSet.of(PartyKind.ASSOCIATION, PartyKind.BANK, PartyKind.SUPERVISOR, PartyKind.REGULATOR);
    private static final Set<PartyKind> BUYERS_SIDE = EnumSet.of(PartyKind.ASSOCIATION);
    private static final List<PartyKind> USUAL = List.of(PartyKind.ASSOCIATION, PartyKind.BANK, PartyKind.SUPERVISOR);
    private static final int TRUSTEES_OF_A_ROUND = 3;

    private TrusteeRules() {}

    /** Associations, banks, supervisors and regulators. */
    public static boolean mayBeTrustee(PartyKind kind) {
        return TRUSTEES.contains(kind);
    }

    /**
     * The three of a round.
     *
     * @param association that runs it
     * @param named whom the association named; empty for the usual three
     * @param inForce keys in force, one a party at most
     */
    static Decision<RegisteredKey> three(UUID association, List<UUID> named, List<RegisteredKey> inForce) {
        List<RegisteredKey> chosen = new ArrayList<>();
        for (UUID party : named) inForce.stream().filter(key -> key.partyId().equals(party)).findFirst().ifPresent(chosen::add);
        if (named.isEmpty()) chosen.addAll(usual(association, inForce));
        if (chosen.stream().map(RegisteredKey::partyId).distinct().count() < TRUSTEES_OF_A_ROUND) {
            return Decision.refuse(TrusteeRefusal.TRUSTEES_NOT_THREE);
        }
        if (!suits(chosen.stream().map(RegisteredKey::partyKind).toList())) return Decision.refuse(TrusteeRefusal.TRUSTEES_ON_ONE_SIDE);
        return new Decision.Accepted<>(chosen);
    }

    /**
     * The three that an association names, or why not: in the order in which one would have to put it right.
     *
     * @param parties who they are, in the order named; who is unknown is missing
     */
    static Decision<RegisteredKey> named(List<UUID> named, List<PartyName> parties, List<RegisteredKey> inForce) {
        String unfit = names(parties.stream().filter(party -> !mayBeTrustee(party.kind())));
        if (!unfit.isEmpty() || parties.size() < named.size()) return Decision.refuse(TrusteeRefusal.TRUSTEE_PARTY_UNFIT, Map.of("names", unfit.isEmpty() ? "?" : unfit));
        if (!suits(parties.stream().map(PartyName::kind).toList())) return Decision.refuse(TrusteeRefusal.TRUSTEES_ON_ONE_SIDE);
        String keyless = names(parties.stream().filter(party -> inForce.stream().noneMatch(key -> key.partyId().equals(party.id()))));
        if (!keyless.isEmpty()) return Decision.refuse(TrusteeRefusal.TRUSTEE_KEY_MISSING, Map.of("names", keyless));
        return new Decision.Accepted<>(named.stream().flatMap(party -> inForce.stream().filter(key -> key.partyId().equals(party))).toList());
    }

    private static String names(Stream<PartyName> parties) {
        return parties.map(PartyName::nameZh).collect(Collectors.joining("、"));
    }

    /** Stands on the buyers' side: at most one of the three does. */
    static boolean buys(PartyKind kind) {
        return BUYERS_SIDE.contains(kind);
    }

    /** The usual ones that there are, be they three or not. */
    static List<RegisteredKey> usual(UUID association, List<RegisteredKey> inForce) {
        return USUAL.stream().flatMap(kind -> usual(kind, association, inForce).stream()).toList();
    }

    /** Whether these three may stand together. */
    static boolean suits(List<PartyKind> kinds) {
        return TRUSTEES.containsAll(kinds) && kinds.stream().filter(BUYERS_SIDE::contains).count() <= 1;
    }

    /** The round's own association; of the others the one whose key is in force longest. */
    private static Optional<RegisteredKey> usual(PartyKind kind, UUID association, List<RegisteredKey> inForce) {
        return inForce.stream()
                .filter(key -> key.partyKind() == kind && (kind != PartyKind.ASSOCIATION || key.partyId().equals(association)))
                .min(Comparator.comparing((RegisteredKey key) -> key.validFrom().orElse(key.registeredAt())).thenComparing(RegisteredKey::id));
    }
}
