package org.jucai.platform.membership;

import java.time.LocalDate;
import java.util.EnumSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** For whom a person may act. */
public final class Appointments {

    private static final Set<PartyKind> IN_THE_TRADE = EnumSet.of(PartyKind.ENTERPRISE, PartyKind.SUPPLIER);

    private Appointments() {}

    /** A party, named. */
    public record Employer(UUID partyId, PartyKind kind, String name) {}

    /**
     * What a person holds.
     *
     * @param toOn last day, or null while it lasts
     * @param belongsTo for an officer of an association: the member the officer comes from
     */
    public record Held(
            Employer party, Set<Role> roles, LocalDate fromOn, @Nullable LocalDate toOn, @Nullable Employer belongsTo) {

        public Held {
            roles = Set.copyOf(roles);
        }

        boolean lasts(LocalDate day) {
            return !day.isBefore(fromOn) && (toOn == null || !day.isAfter(toOn));
        }
    }

    /**
     * The parties a person acts for on a day. Members are competitors: whoever is of a member or a supplier, by an
     * appointment there or as the association says, does not act for an association; such a person sees the member's
     * view, with the roles which the member itself gave.
     */
    public static List<Appointment> actingFor(List<Held> held, LocalDate day) {
        List<Held> lasting = held.stream().filter(one -> one.lasts(day)).toList();
        boolean inTheTrade = lasting.stream().anyMatch(one -> one.belongsTo() != null || isTrade(one));
        Map<UUID, Appointment> acting = new LinkedHashMap<>();
        lasting.stream()
                .filter(one -> !inTheTrade || one.party().kind() != PartyKind.ASSOCIATION)
                .forEach(one -> acting.merge(one.party().partyId(), appointment(one.party(), one.roles()), Appointments::join));
        employers(lasting).forEach(employer -> acting.putIfAbsent(employer.partyId(), appointment(employer, Set.of())));
        return List.copyOf(acting.values());
    }

    private static boolean isTrade(Held held) {
        return IN_THE_TRADE.contains(held.party().kind());
    }

    private static Stream<Employer> employers(List<Held> lasting) {
        return lasting.stream().map(Held::belongsTo).filter(Objects::nonNull);
    }

    private static Appointment appointment(Employer party, Set<Role> roles) {
        return new Appointment(party.partyId(), party.kind(), party.name(), roles);
    }

    private static Appointment join(Appointment one, Appointment other) {
        Set<Role> roles = EnumSet.noneOf(Role.class);
        roles.addAll(one.roles());
        roles.addAll(other.roles());
        return new Appointment(one.partyId(), one.kind(), one.partyName(), roles);
    }
}
