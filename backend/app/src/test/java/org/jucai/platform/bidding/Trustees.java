package org.jucai.platform.bidding;

import java.security.SecureRandom;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jucai.platform.bidding.envelope.TrusteeCard;
import org.jucai.platform.bidding.envelope.TrusteeSecret;
import org.jucai.platform.bidding.trustees.TrusteeDesk;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.testing.World;
import org.springframework.boot.test.context.TestComponent;
import org.springframework.context.annotation.Import;

/** An association, a bank and a supervisor with keys in force. */
@TestComponent
@Import(Founded.class)
public class Trustees {

    private final Founded founded;
    private final TrusteeDesk desk;
    private final SecureRandom chance;

    Trustees(Founded founded, TrusteeDesk desk, SecureRandom chance) {
        this.founded = founded;
        this.desk = desk;
        this.chance = chance;
    }

    /** Three trustees, in their order, each with what only it has. */
    public record Three(List<Actor> actors, List<TrusteeSecret> secrets) {
        public List<UUID> parties() {
            return actors.stream().map(Actor::partyId).toList();
        }
    }

    public Three of(World.Association us) {
        Actor bank = founded.actor(founded.other(PartyKind.BANK), PartyKind.BANK, Role.BANK_RISK_OFFICER);
        Actor supervisor = founded.actor(founded.other(PartyKind.SUPERVISOR), PartyKind.SUPERVISOR, Role.SUPERVISOR);
        return of(List.of(us.actor(), bank, supervisor));
    }

    /** These three, each with a new key. */
    public Three of(List<Actor> actors) {
        List<TrusteeSecret> secrets = new ArrayList<>();
        for (Actor actor : actors) secrets.add(keyOf(actor));
        return new Three(actors, secrets);
    }

    public TrusteeSecret keyOf(Actor actor) {
        TrusteeSecret secret = TrusteeSecret.fresh(actor.partyId().toString(), chance);
        TrusteeDesk.Registered made = founded.as(actor, asking -> desk.register(asking, TrusteeCard.of(secret).bytes()));
        founded.as(actor, asking -> desk.show(asking, made.key().id(), made.challenge().answer(secret).text()));
        return secret;
    }
}
