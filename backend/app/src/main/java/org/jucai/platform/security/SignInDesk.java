package org.jucai.platform.security;

import java.util.Optional;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.RefusedException;
import org.jucai.platform.membership.Credential;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Opens sessions by password or by a code sent to the phone. */
@Component
public class SignInDesk {

    private final People people;
    private final PhoneCodes codes;
    private final Attempts attempts;
    private final SessionDesk sessions;
    private final AccessAudit audit;
    private final Limit perAccount;
    private final Limit perAddress;

    SignInDesk(People people, PhoneCodes codes, Attempts attempts, SessionDesk sessions, AccessAudit audit, SecurityProperties properties) {
        this.people = people;
        this.codes = codes;
        this.attempts = attempts;
        this.sessions = sessions;
        this.audit = audit;
        this.perAccount = Limit.account(properties.accountAttempts());
        this.perAddress = Limit.address(properties.addressAttempts());
    }

    /**
     * What somebody shows to come in.
     *
     * @param name account or phone number
     * @param proof password or code
     * @param partyId the party to act for, or null for the first appointment
     */
    public record Knock(String name, String proof, boolean byPhone, @Nullable UUID partyId) {

        public static Knock of(@Nullable String account, @Nullable String password, @Nullable String phone, @Nullable String code,
                @Nullable UUID partyId) {
            if (account != null && password != null && phone == null && code == null) {
                return new Knock(account.strip(), password, false, partyId);
            }
            if (phone != null && code != null && account == null && password == null) return new Knock(phone, code, true, partyId);
            throw incomplete();
        }
    }

    /** Half of what was needed. */
    public static RefusedException incomplete() {
        return new RefusedException(SecurityRefusal.SIGN_IN_INCOMPLETE);
    }

    /** The session of whoever proves who they are; both waits are asked first, so a locked account costs no hashing. */
    public Mono<Opened> signIn(Knock knock, Origin origin) {
        String account = (knock.byPhone() ? "phone:" : "") + knock.name().toLowerCase(java.util.Locale.ROOT);
        return attempts.refuseWaiting(perAddress, origin.address())
                .then(attempts.take(perAccount, account))
                .doOnError(RefusedException.class, refused -> noteLocked(knock, origin, refused))
                .flatMap(waits -> people.byAccount(knock.name()).map(Optional::of).defaultIfEmpty(Optional.empty())
                        .flatMap(person -> proven(person, knock)
                                .switchIfEmpty(Mono.defer(() -> failed(knock, origin, person, waits)))))
                .flatMap(person -> attempts.forget(perAccount, account)
                        .then(sessions.open(person, knock.partyId(), origin)))
                .doOnNext(opened -> audit.note(AccessNote.signedIn(origin, knock.name(), opened.presence())));
    }

    private Mono<Credential> proven(Optional<Credential> person, Knock knock) {
        Mono<Boolean> proof = knock.byPhone()
                ? codes.isCode(knock.name(), knock.proof())
                : people.isPassword(person, knock.proof());
        return proof.flatMap(right -> Mono.justOrEmpty(person.filter(one -> right && one.active())
                .filter(one -> !knock.byPhone() || knock.name().equals(one.phone()))));
    }

    private void noteLocked(Knock knock, Origin origin, RefusedException refused) {
        if (refused.refusal() == SecurityRefusal.SIGN_IN_LOCKED) {
            audit.note(AccessNote.signIn(AccessKind.SIGN_IN_FAILED, origin, knock.name(), null, SecurityRefusal.SIGN_IN_LOCKED));
        }
    }

    /** Only failures count against an address, for a whole office may sign in from one. */
    private Mono<Credential> failed(Knock knock, Origin origin, Optional<Credential> person, boolean waits) {
        UUID known = person.map(Credential::personId).orElse(null);
        audit.note(AccessNote.signIn(AccessKind.SIGN_IN_FAILED, origin, knock.name(), known, SecurityRefusal.SIGN_IN_WRONG));
        return attempts.count(perAddress, origin.address()).flatMap(addressWaits -> {
            if (waits || addressWaits) {
                audit.note(AccessNote.signIn(AccessKind.LOCKED_OUT, origin, knock.name(), known, SecurityRefusal.SIGN_IN_LOCKED));
            }
            return Mono.error(new RefusedException(SecurityRefusal.SIGN_IN_WRONG));
        });
    }
}
