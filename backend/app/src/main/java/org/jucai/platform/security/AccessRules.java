package org.jucai.platform.security;

import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.kernel.Actor;
import org.jucai.platform.kernel.CommonRefusal;
import org.jucai.platform.kernel.Refusal;

/** May they? Denied unless the specification names them. */
final class AccessRules {

    private AccessRules() {}

    /**
     * @param demo whether this installation shows a demo world
     * @param secondFactor whether a second factor is always needed where so marked, or only from who has one
     */
    record Policy(boolean demo, SecurityProperties.SecondFactor secondFactor) {}

    static Optional<Refusal> decide(Operation operation, @Nullable Presence who, Policy policy) {
        if (operation.demo() && !policy.demo()) return Optional.of(CommonRefusal.NOT_FOUND);
        if (operation.isPublic()) return Optional.empty();
        if (operation.allowed().isEmpty()) return Optional.of(CommonRefusal.NOT_ALLOWED);
        if (who == null) return Optional.of(CommonRefusal.NOT_SIGNED_IN);
        Actor actor = who.actor();
        if (actor.entry() == Actor.Entry.TOKEN && !operation.admitsScope(actor.scopes())) {
            return Optional.of(SecurityRefusal.TOKEN_SCOPE_MISSING);
        }
        if (!mayByRole(operation, actor)) return Optional.of(CommonRefusal.NOT_ALLOWED);
        if (operation.secondFactor() && !actor.secondFactor() && needsSecondFactor(who, policy)) {
            return Optional.of(SecurityRefusal.SECOND_FACTOR_REQUIRED);
        }
        return Optional.empty();
    }

    /** On a public operation a token that lacks the scope is nobody, so that it never sees more than its scopes. */
    static boolean isSeen(Operation operation, Presence who) {
        return who.actor().entry() != Actor.Entry.TOKEN || operation.admitsScope(who.actor().scopes());
    }

    private static boolean mayByRole(Operation operation, Actor actor) {
        return operation.allowed().contains(Operation.SIGNED_IN)
                || actor.roles().stream().anyMatch(role -> operation.allowed().contains(role.name()));
    }

    private static boolean needsSecondFactor(Presence who, Policy policy) {
        return switch (policy.secondFactor()) {
            case REQUIRED -> true;
            case WHEN_ENROLLED -> who.credential().totpSecret() != null;
        };
    }
}
