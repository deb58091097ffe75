package org.jucai.platform.security;

import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.membership.Appointment;
import org.jucai.platform.membership.Credential;
import reactor.core.publisher.Mono;

/** People whom a test makes up and dismisses as it likes; the door in front of them is the real one. */
public final class KnownPeople implements People {

    public static final String PASSWORD = "correct horse battery staple";

    private final Map<UUID, Credential> people = new ConcurrentHashMap<>();
    final Map<String, String> codes = new ConcurrentHashMap<>();

    /** A person who acts for one party, under {@code account}. */
    public Credential add(String account, PartyKind kind, Role... roles) {
        return keep(new Credential(UUID.randomUUID(), account, account, "1" + Math.abs(account.hashCode()), PASSWORD, null, true,
                List.of(new Appointment(UUID.randomUUID(), kind, account + " GmbH", Set.of(roles)))));
    }

    Credential keep(Credential person) {
        people.put(person.personId(), person);
        return person;
    }

    Credential appoint(Credential person, PartyKind kind, Role... roles) {
        List<Appointment> appointments = new ArrayList<>(person.appointments());
        appointments.add(new Appointment(UUID.randomUUID(), kind, "second party", Set.of(roles)));
        return keep(new Credential(person.personId(), person.displayName(), person.account(), person.phone(), person.passwordHash(),
                person.totpSecret(), person.active(), appointments));
    }

    void giveNewPassword(Credential person) {
        keep(new Credential(person.personId(), person.displayName(), person.account(), person.phone(), "another password",
                person.totpSecret(), true, person.appointments()));
    }

    void dismiss(Credential person) {
        keep(new Credential(person.personId(), person.displayName(), person.account(), person.phone(), person.passwordHash(),
                person.totpSecret(), true, List.of()));
    }

    @Override
    public Mono<Credential> byAccount(String accountOrPhone) {
        return Mono.justOrEmpty(people.values().stream()
                .filter(one -> one.account().equals(accountOrPhone) || accountOrPhone.equals(one.phone())).findFirst());
    }

    @Override
    public Mono<Credential> byId(UUID personId) {
        return Mono.justOrEmpty(people.get(personId));
    }

    @Override
    public Mono<Boolean> isPassword(Optional<Credential> person, String password) {
        return Mono.just(person.isPresent() && person.get().passwordHash().equals(password));
    }

    @Override
    public Mono<Void> keepSecondFactor(UUID personId, String secret) {
        people.computeIfPresent(personId, (_, one) -> new Credential(one.personId(), one.displayName(), one.account(), one.phone(),
                one.passwordHash(), secret, one.active(), one.appointments()));
        return Mono.empty();
    }

    @Override
    public Mono<Void> sendCode(String phone, String code, Duration life) {
        codes.put(phone, code);
        return Mono.empty();
    }
}
