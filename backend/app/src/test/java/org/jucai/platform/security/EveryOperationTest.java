package org.jucai.platform.security;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.ArrayList;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.kernel.PartyKind;
import org.jucai.platform.kernel.Role;
import org.jucai.platform.testing.Platform;
import org.jucai.platform.testing.PlatformTest;
import org.junit.jupiter.api.Test;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.context.annotation.Import;
import org.springframework.http.HttpMethod;
import org.springframework.test.web.reactive.server.WebTestClient;

/** Made from the specification: an operation that is added is called here by everybody who may not. */
@PlatformTest
@Import(TestPeople.class)
class EveryOperationTest {

    @Autowired
    Platform platform;

    @Autowired
    KnownPeople people;

    @Autowired
    Operations operations;

    @Test
    void nobodyIsRefusedWhereverThePublicIsNotNamed() {
        List<String> open = new ArrayList<>();
        for (Operation operation : refusing()) {
            call(open, operation, "nobody", platform.nobody().method(operation.method()).uri(address(operation)), 401);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aWrongTokenIsRefusedEverywhere() {
        List<String> open = new ArrayList<>();
        for (Operation operation : refusing()) {
            call(open, operation, "a stranger", platform.nobody().method(operation.method()).uri(address(operation))
                    .header("Authorization", "Bearer jucai_" + "x".repeat(43)), 401);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void whoHasEveryRoleButTheNamedOnesIsRefused() {
        Map<Role, Visitor> visitors = new EnumMap<>(Role.class);
        for (Role role : Role.values()) {
            visitors.put(role, Visitor.signedIn(platform, people.add("every-" + role.name().toLowerCase(java.util.Locale.ROOT), PartyKind.PLATFORM, role)));
        }
        List<String> open = new ArrayList<>();
        for (Operation operation : refusing()) {
            if (operation.allowed().contains(Operation.SIGNED_IN)) continue;
            for (Role role : Role.values()) {
                if (operation.allowed().contains(role.name())) continue;
                call(open, operation, role.name(), visitors.get(role).asks(operation.method(), address(operation)), 403);
            }
        }
        assertThat(open).isEmpty();
    }

    @Test
    void noChangeIsMadeInASessionWithoutItsCsrfToken() {
        Visitor all = Visitor.signedIn(platform, people.add("has-every-role", PartyKind.PLATFORM, Role.values()));
        List<String> open = new ArrayList<>();
        for (Operation operation : refusing()) {
            if (operation.changes()) call(open, operation, "a forged page", all.asksWithoutCsrf(operation.method(), address(operation)), 403);
        }
        assertThat(open).isEmpty();
    }

    @Test
    void aTokenWithoutTheScopeIsRefused() {
        Visitor all = Visitor.signedIn(platform, people.add("token-of-every-role", PartyKind.PLATFORM, Role.values()));
        Map<String, String> secrets = new java.util.HashMap<>();
        for (String scope : Set.of("demand:read", "catalogue:write")) secrets.put(scope, Tokens.secret(all, scope));
        List<String> open = new ArrayList<>();
        for (Operation operation : refusing()) {
            String lacking = secrets.keySet().stream().filter(scope -> !operation.admitsScope(Set.of(scope))).findFirst().orElse(null);
            if (lacking == null) continue;
            call(open, operation, "a token for " + lacking, platform.nobody().method(operation.method()).uri(address(operation))
                    .header("Authorization", "Bearer " + secrets.get(lacking)), 403);
        }
        assertThat(open).isEmpty();
    }

    /** Operations that are not for everybody, and exist outside a demo world. */
    private List<Operation> refusing() {
        List<Operation> refusing = operations.all().stream().filter(one -> !one.isPublic() && !one.demo()).toList();
        assertThat(refusing).hasSizeGreaterThan(10);
        return refusing;
    }

    /** The answer is also held against the specification, so each operation must name its refusals. */
    private static void call(List<String> open, Operation operation, String who, WebTestClient.RequestBodySpec request, int expected) {
        int status;
        try {
            status = request.exchange().expectBody().returnResult().getStatus().value();
        } catch (RuntimeException | AssertionError unnamed) {
            open.add(who + ": " + unnamed.getMessage());
            return;
        }
        if (status != expected) open.add("%s %s answered %d to %s".formatted(operation.method(), operation.operationId(), status, who));
    }

    private static String address(Operation operation) {
        return operation.pattern().getPatternString().replaceAll("\\{[^}]+}", UUID.randomUUID().toString());
    }
}
