package org.jucai.platform.live;

import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;

/**
 * Who listens, and to what.
 *
 * @param rounds whether to every round's steps
 * @param topics rounds that are followed closely
 * @param notices whether to what comes into the person's own inbox
 */
public record Listener(Optional<Actor> actor, boolean rounds, Set<UUID> topics, boolean notices) {

    /** Kinds of parties that read of every round, whoever's it is. */
    private static final Set<PartyKind> OVERSEERS = Set.of(PartyKind.SUPERVISOR, PartyKind.REGULATOR, PartyKind.AUDITOR);
    private static final String OWN_LINES = "demand:read";
    private static final String OWN_NOTICES = "events:read";

    public Listener {
        topics = Set.copyOf(topics);
    }

    boolean hears(Frame frame) {
        if (frame.audience() instanceof Audience.People(var people)) return notices && actor.filter(one -> people.contains(one.personId()) && mayRead(one, OWN_NOTICES)).isPresent();
        return (topics.contains(frame.roundId()) || rounds && frame.step()) && belongsTo(frame.audience());
    }

    private boolean belongsTo(Audience audience) {
        return switch (audience) {
            case Audience.Everybody() -> true;
            case Audience.People _ -> false;
            case Audience.Secretariat(var association) -> isSecretariatOf(association);
            case Audience.Outside(var association) -> !isSecretariatOf(association);
            case Audience.Owner(var enterprise) -> actor.filter(one -> one.partyKind() == PartyKind.ENTERPRISE
                    && one.actsFor(enterprise) && mayRead(one, OWN_LINES)).isPresent();
            case Audience.Watching(var parties) -> actor.filter(one -> parties.contains(one.partyId())
                    || one.partyKind() == PartyKind.REGULATOR || one.partyKind() == PartyKind.AUDITOR).isPresent();
            case Audience.Readers(var association, var parties, var roles, var scope) -> actor.filter(one -> one.roles().stream().anyMatch(roles::contains)
                    && (one.actsFor(association) || parties.contains(one.partyId()) || OVERSEERS.contains(one.partyKind())) && mayRead(one, scope)).isPresent();
            case Audience.Parties(var parties, var roles, var scope) -> actor.filter(one -> parties.contains(one.partyId())
                    && one.roles().stream().anyMatch(roles::contains) && mayRead(one, scope)).isPresent();
            case Audience.Concerned(var association, var enterprises) -> isSecretariatOf(association)
                    || actor.filter(one -> one.partyKind() == PartyKind.ENTERPRISE && enterprises.contains(one.partyId())).isPresent();
        };
    }

    /** Sees the pool of the association's rounds exactly. */
    boolean isSecretariatOf(UUID association) {
        return actor.filter(one -> one.has(Role.SECRETARIAT) && one.actsFor(association)).isPresent();
    }

    boolean mayHearOf(RoundsKnown.Known round) {
        return round.announced() || actor.filter(one -> one.actsFor(round.associationId())).isPresent();
    }

    private static boolean mayRead(Actor actor, String scope) {
        return actor.entry() != Actor.Entry.TOKEN || actor.scopes().contains(scope);
    }
}
