package org.jucai.local.world;

import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.atomic.AtomicReference;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.springframework.stereotype.Component;

/** Who the chapters have made so far, by the codes of the demo; empty on later starts. */
@Component
class Cast {

    static final String FIRST = "A001";
    static final String SECOND = "A002";

    private final Map<String, UUID> parties = new ConcurrentHashMap<>();
    private final Map<String, Actor> people = new ConcurrentHashMap<>();

    private final AtomicReference<UUID> over = new AtomicReference<>();

    /** The round whose goods came long ago. */
    void roundIsOver(UUID id) {
        over.set(id);
    }

    UUID roundThatIsOver() {
        UUID id = over.get();
        if (id == null) throw new IllegalStateException("no round is over");
        return id;
    }

    void party(String code, UUID id) {
        parties.put(code, id);
    }

    UUID party(String code) {
        UUID id = parties.get(code);
        if (id == null) throw new IllegalStateException("nobody is called " + code);
        return id;
    }

    /** A person by account, acting for one party. */
    void person(String account, Actor actor) {
        people.put(account, actor);
    }

    Actor person(String account) {
        Actor actor = people.get(account);
        if (actor == null) throw new IllegalStateException("nobody signs in as " + account);
        return actor;
    }

    static Actor actor(UUID person, UUID party, PartyKind kind, Set<Role> roles) {
        return new Actor(person, party, kind, roles, Set.of(), Actor.Entry.SESSION, false);
    }

    /** The secretariat of an association. */
    Actor secretariat(String association) {
        return person(secretary(association));
    }

    static String secretary(String association) {
        return association.equals(FIRST) ? "secretary-1" : "secretary-2";
    }

    /** The buyer of an enterprise. */
    Actor buyer(String enterprise) {
        return person(buyerAccount(enterprise));
    }

    static String buyerAccount(String enterprise) {
        return "buyer-" + enterprise.toLowerCase(java.util.Locale.ROOT);
    }

    /** Each fifth enterprise belongs to the second association as well. */
    static boolean inSecond(String enterprise) {
        return Integer.parseInt(enterprise.substring(1)) % 5 == 4;
    }

    /** The code of a party. */
    String code(UUID party) {
        return parties.entrySet().stream().filter(each -> each.getValue().equals(party)).map(Map.Entry::getKey).findFirst()
                .orElseThrow(() -> new IllegalStateException("nobody made the party " + party));
    }

    /** Whoever acts for a party: the buyer of an enterprise, the seller of a supplier, the keeper of a store, the officer of the finance group. */
    Actor trader(UUID party) {
        String code = code(party);
        return switch (code.charAt(0)) {
            case 'E' -> buyer(code);
            case 'S' -> person(Person.seller(code).account());
            case 'W' -> person(Person.STORE);
            default -> person(Person.FINANCE);
        };
    }

    Set<UUID> everybody() {
        return Set.copyOf(parties.values());
    }

    List<String> enterprises() {
        return new ArrayList<>(parties.keySet().stream().filter(code -> code.startsWith("E")).sorted().toList());
    }
}
