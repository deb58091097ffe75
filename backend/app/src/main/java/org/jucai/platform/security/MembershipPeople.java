package org.jucai.platform.security;

import java.time.Clock;
import java.time.Duration;
import java.util.Map;
import java.util.Optional;
import java.util.UUID;
import org.jucai.platform.kernel.Database;
import org.jucai.platform.kernel.Scope;
import org.jucai.platform.membership.Credential;
import org.jucai.platform.membership.PasswordDesk;
import org.jucai.platform.membership.Passwords;
import org.jucai.platform.membership.PeopleBoard;
import org.jucai.platform.membership.Texts;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The people of the membership module. */
@Component
class MembershipPeople implements People {

    private final PeopleBoard board;
    private final Passwords passwords;
    private final PasswordDesk desk;
    private final Texts texts;
    private final Database database;
    private final Clock clock;

    MembershipPeople(PeopleBoard board, Passwords passwords, PasswordDesk desk, Texts texts, Database database, Clock clock) {
        this.board = board;
        this.passwords = passwords;
        this.desk = desk;
        this.texts = texts;
        this.database = database;
        this.clock = clock;
    }

    @Override
    public Mono<Credential> byAccount(String accountOrPhone) {
        return board.credentialByAccount(accountOrPhone);
    }

    @Override
    public Mono<Credential> byId(UUID personId) {
        return board.credential(personId);
    }

    @Override
    public Mono<Boolean> isPassword(Optional<Credential> person, String password) {
        return person.map(known -> passwords.matches(password, known.passwordHash()))
                .orElseGet(() -> passwords.matchesNobody(password));
    }

    @Override
    public Mono<Void> keepSecondFactor(UUID personId, String secret) {
        return desk.setSecondFactor(personId, secret);
    }

    @Override
    public Mono<Void> sendCode(String phone, String code, Duration life) {
        Map<String, Object> facts = Map.of("code", code, "minutes", life.toMinutes());
        return database.write(Scope.background(), tx -> texts.queue(tx, new Texts.Telling(phone, "sign-in-code", facts, life), clock.instant()));
    }
}
