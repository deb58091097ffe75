package org.jucai.platform.membership;

import static org.jucai.platform.kernel.Role.ASSOCIATION_ADMIN;
import static org.jucai.platform.kernel.Role.MEMBER_ADMIN;
import static org.jucai.platform.kernel.Role.PLATFORM_ADMIN;
import static org.jucai.platform.kernel.Role.SECRETARIAT;
import static org.jucai.platform.kernel.Role.SUPPLIER_ADMIN;

import java.util.EnumSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.Decision;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/** Who may give which role to whom. */
final class RoleRules {

    private RoleRules() {}

    /**
     * The party whose people change.
     *
     * @param inCare a live member of the actor's association
     * @param otherAdministrators administrators besides the person at hand, active ones
     */
    record Target(UUID partyId, PartyKind kind, boolean inCare, int otherAdministrators) {}

    /**
     * A change of what one person may do for one party.
     *
     * @param personId null for somebody who is not yet a person here
     */
    record Change(@Nullable UUID personId, boolean isAdministrator, Set<Role> before, Set<Role> after) {
        Change {
            before = Set.copyOf(before);
            after = Set.copyOf(after);
        }

        static Change newcomer(Set<Role> roles) {
            return new Change(null, false, Set.of(), roles);
        }
    }

    /** @param event what the journal shall say, if the change is allowed */
    static <E> Decision<E> decide(Actor actor, Target target, Change change, E event) {
        Set<Role> added = minus(change.after(), change.before());
        Set<Role> touched = plus(added, minus(change.before(), change.after()));
        if (!suits(target.kind()).containsAll(change.after())) {
            return Decision.refuse(PeopleRefusal.ROLE_DOES_NOT_SUIT_PARTY, Map.of("roles", suits(target.kind()).stream().sorted().toList()));
        }
        if (actor.personId().equals(change.personId()) && !added.isEmpty()) {
            return Decision.refuse(PeopleRefusal.OWN_ROLES_NOT_YOURS_TO_EXTEND);
        }
        if (!givable(actor, target).containsAll(touched)) return Decision.refuse(PeopleRefusal.ROLE_NOT_YOURS_TO_GIVE);
        if (leavesNoAdministrator(target, change)) return Decision.refuse(PeopleRefusal.LAST_ADMINISTRATOR_STAYS);
        return Decision.accept(event);
    }

    /**
     * What the actor may give or take. An association or the platform puts the first administrator in place and no one
     * after: a party's people are its own affair.
     */
    static Set<Role> givable(Actor actor, Target target) {
        Set<Role> givable = EnumSet.noneOf(Role.class);
        boolean headless = target.otherAdministrators() == 0;
        if (actor.actsFor(target.partyId())) {
            administrator(target.kind()).filter(actor::has).ifPresent(_ -> givable.addAll(suits(target.kind())));
            return givable;
        }
        boolean admitted = target.kind() == PartyKind.ENTERPRISE || target.kind() == PartyKind.SUPPLIER;
        boolean association = actor.has(SECRETARIAT) || actor.has(ASSOCIATION_ADMIN);
        if (association && admitted && target.inCare() && headless) givable.addAll(suits(target.kind()));
        if (actor.has(PLATFORM_ADMIN) && !admitted && headless) givable.addAll(suits(target.kind()));
        return givable;
    }

    /** The role that keeps a party's people; kinds without one are kept by the platform. */
    static Optional<Role> administrator(PartyKind kind) {
        return switch (kind) {
            case ENTERPRISE -> Optional.of(MEMBER_ADMIN);
            case SUPPLIER -> Optional.of(SUPPLIER_ADMIN);
            case ASSOCIATION -> Optional.of(ASSOCIATION_ADMIN);
            case PLATFORM -> Optional.of(PLATFORM_ADMIN);
            case FINANCE_GROUP, BANK, WAREHOUSE, LABORATORY, SUPERVISOR, REGULATOR, AUDITOR -> Optional.empty();
        };
    }

    /** The roles that make sense for a kind of party. */
    static Set<Role> suits(PartyKind kind) {
        return switch (kind) {
            case ASSOCIATION -> EnumSet.of(SECRETARIAT, ASSOCIATION_ADMIN);
            case ENTERPRISE -> EnumSet.of(MEMBER_ADMIN, Role.MEMBER_BUYER);
            case SUPPLIER -> EnumSet.of(SUPPLIER_ADMIN, Role.SUPPLIER_SELLER);
            case FINANCE_GROUP -> EnumSet.of(Role.FINANCE_OFFICER);
            case BANK -> EnumSet.of(Role.BANK_CREDIT_OFFICER, Role.BANK_RISK_OFFICER);
            case WAREHOUSE -> EnumSet.of(Role.WAREHOUSE_KEEPER);
            case LABORATORY -> EnumSet.of(Role.LABORATORY_TECHNICIAN);
            case SUPERVISOR -> EnumSet.of(Role.SUPERVISOR);
            case REGULATOR -> EnumSet.of(Role.REGULATOR);
            case AUDITOR -> EnumSet.of(Role.AUDITOR);
            case PLATFORM -> EnumSet.of(PLATFORM_ADMIN);
        };
    }

    private static boolean leavesNoAdministrator(Target target, Change change) {
        return change.isAdministrator()
                && target.otherAdministrators() == 0
                && administrator(target.kind()).filter(role -> !change.after().contains(role)).isPresent();
    }

    private static Set<Role> minus(Set<Role> from, Set<Role> what) {
        return from.stream().filter(role -> !what.contains(role)).collect(Collectors.toSet());
    }

    private static Set<Role> plus(Set<Role> one, Set<Role> other) {
        Set<Role> all = EnumSet.noneOf(Role.class);
        all.addAll(one);
        all.addAll(other);
        return all;
    }
}
