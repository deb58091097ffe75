package org.jucai.platform.security;

import java.time.Duration;
import java.util.Map;
import java.util.UUID;
import java.util.function.Supplier;
import org.awaitility.Awaitility;
import org.jspecify.annotations.Nullable;
import org.jucai.platform.testing.Client;
import org.springframework.http.HttpMethod;
import tools.jackson.databind.JsonNode;

/** The scenes of notices and webhooks. */
final class NoticeScenes {

    private final Stage stage;
    private final Map<String, Supplier<Scene>> scenes;
    private @Nullable Visitor officer;

    NoticeScenes(Stage stage, Map<String, Supplier<Scene>> scenes) {
        this.stage = stage;
        this.scenes = scenes;
    }

    void set() {
        scenes.put("readNotice", () -> Scene.at("noticeId", told()).as(stage.member()));
        scenes.put("readAllNotices", () -> Scene.with(body -> body.put("upTo", told())).as(stage.member()));
        for (String one : new String[] {"listWebhooks", "makeWebhook"}) scenes.put(one, () -> Scene.with(_ -> {}).as(officer()));
        for (String one : new String[] {"getWebhook", "changeWebhook", "deleteWebhook", "rotateWebhookSecret", "switchWebhookOff", "pingWebhook", "listWebhookDeliveries"}) {
            scenes.put(one, () -> Scene.at("webhookId", webhook()).as(officer()));
        }
        scenes.put("switchWebhookOn", () -> {
            UUID off = webhook();
            stage.does(officer(), "/api/webhooks/" + off + "/switch-off", null);
            return Scene.at("webhookId", off).as(officer());
        });
        scenes.put("replayWebhookDelivery", () -> {
            UUID made = webhook();
            stage.does(officer(), "/api/webhooks/" + made + "/ping", null);
            Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> stage.sql("select (last_error is not null)::text from webhook_delivery where webhook_id = '" + made + "'").equals("true"));
            return new Scene(Map.of("webhookId", made.toString(), "number", "1"), _ -> {}, officer(), null);
        });
    }

    /** A notice of the member, of a round that began; the application brings it by itself. */
    private String told() {
        stage.collecting();
        Awaitility.await().atMost(Duration.ofSeconds(30)).until(() -> !stage.read(stage.member(), "/api/notices?limit=1").path("items").isEmpty());
        return stage.read(stage.member(), "/api/notices?limit=1").path("items").path(0).path("id").asString();
    }

    private Visitor officer() {
        if (officer == null) officer = stage.signedInAgain(stage.another().person()).showsSecondFactor();
        return officer;
    }

    /** To a name that never resolves; of the ten that a party may have the oldest goes. */
    private UUID webhook() {
        JsonNode all = stage.read(officer(), "/api/webhooks").path("items");
        if (all.size() >= 9) officer().asks(HttpMethod.DELETE, "/api/webhooks/" + all.path(0).path("id").asString()).exchange().expectStatus().isNoContent();
        JsonNode made = Visitor.answered(officer().asks(HttpMethod.POST, "/api/webhooks").header("Idempotency-Key", Client.newKey())
                .bodyValue(Map.of("name", "ERP", "url", "https://erp.example.invalid/hooks", "kinds", new String[] {"ROUND"})));
        return UUID.fromString(made.at("/webhook/id").asString());
    }
}
