package org.jucai.platform.security;

import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.jucai.platform.membership.Founded;
import org.jucai.platform.testing.Client;

/** The scenes of signing in and of what one keeps for it. */
final class DoorScenes {

    private final Stage stage;
    private final Map<String, Supplier<Scene>> scenes;

    DoorScenes(Stage stage, Map<String, Supplier<Scene>> scenes) {
        this.stage = stage;
        this.scenes = scenes;
    }

    void set() {
        signingIn();
        ownAccess();
    }

    private void at(String operation, Supplier<Scene> scene) {
        scenes.put(operation, scene);
    }

    private void signingIn() {
        at("signIn", () -> {
            UUID person = stage.person(stage.applicant());
            stage.account(person);
            stage.sql("update person set account = 'secretariat' where id = '" + person + "' returning account");
            return Scene.with(_ -> {});
        });
        at("switchParty", () -> {
            Client moving = stage.another();
            return Scene.with(body -> body.put("partyId", moving.party().toString())).as(stage.visitor(moving.person()));
        });
        at("showSecondFactor", () -> {
            UUID person = stage.another().person();
            Visitor visitor = stage.visitor(person);
            String secret = stage.does(visitor, "/api/session/second-factor/enrolment", null).path("secret").asString();
            stage.does(visitor, "/api/session/second-factor/enrolment/confirm", Map.of("code", Totp.code(secret, visitor.serverTime())));
            Visitor later = stage.signedInAgain(person);
            return Scene.with(body -> body.put("code", Totp.code(secret, stage.afterAMinute()))).as(later);
        });
    }

    private void ownAccess() {
        at("signOut", () -> Scene.with(_ -> {}).as(stage.visitor(stage.another().person())));
        at("beginSecondFactorEnrolment", () -> Scene.with(_ -> {}).as(stage.visitor(stage.another().person())));
        at("confirmSecondFactorEnrolment", () -> {
            Visitor visitor = stage.visitor(stage.another().person());
            String secret = stage.does(visitor, "/api/session/second-factor/enrolment", null).path("secret").asString();
            return Scene.with(body -> body.put("code", Totp.code(secret, visitor.serverTime()))).as(visitor);
        });
        at("revokeSession", () -> {
            Visitor visitor = stage.visitor(stage.another().person());
            return Scene.at("sessionId", stage.read(visitor, "/api/sessions").path("items").get(0).path("sessionId").asString()).as(visitor);
        });
        at("revokeApiToken", () -> Scene.at("tokenId", stage.made(stage.member(), "createApiToken", _ -> {})).as(stage.member()));
        at("registerParty", () -> Scene.with(body -> body.put("code", Founded.code("A"))).as(stage.admin()));
    }
}
