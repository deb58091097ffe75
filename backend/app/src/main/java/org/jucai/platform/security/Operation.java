package org.jucai.platform.security;

import java.util.Set;
import org.jspecify.annotations.Nullable;
import org.springframework.http.HttpMethod;
import org.springframework.web.util.pattern.PathPattern;

/**
 * One operation of the specification, and who may call it.
 *
 * @param allowed role names, {@code ANYONE} or {@code SIGNED_IN}; empty where the specification forgot, and then nobody may
 * @param tokenScope the scope an API token needs, {@code any}, or null where tokens may not call
 * @param secondFactor whether a second factor must have been shown
 * @param demo whether it exists in a demo world only
 * @param open whether the specification says it is called without credentials; then cookies are not read for a change
 * @param upload whether it takes a file
 */
record Operation(
        String operationId,
        HttpMethod method,
        PathPattern pattern,
        Set<String> allowed,
        @Nullable String tokenScope,
        boolean secondFactor,
        boolean demo,
        boolean open,
        boolean upload) {

    static final String ANYONE = "ANYONE";
    static final String SIGNED_IN = "SIGNED_IN";
    static final String ANY_SCOPE = "any";

    Operation {
        allowed = Set.copyOf(allowed);
    }

    boolean isPublic() {
        return allowed.contains(ANYONE);
    }

    boolean changes() {
        return !method.equals(HttpMethod.GET) && !method.equals(HttpMethod.HEAD);
    }

    boolean admitsScope(Set<String> scopes) {
        return tokenScope != null && (tokenScope.equals(ANY_SCOPE) || scopes.contains(tokenScope));
    }
}
