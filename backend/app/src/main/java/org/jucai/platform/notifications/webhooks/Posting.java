package org.jucai.platform.notifications.webhooks;

import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jucai.platform.journal.RecordedEvent;
import org.jucai.platform.kernel.Ids;
import org.jucai.platform.kernel.Tx;
import org.jucai.platform.notifications.NoticeKind;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Writes for each webhook that wants it what happened: the shape in which listeners hear it, never the event's own body. */
@Component
public class Posting {

    /** A message that is told later than this is history; so is what a restored log tells anew. */
    private static final Duration NEWS = Duration.ofDays(7);

    private final SqlPosts deliveries;
    private final SqlWebhooks webhooks;
    private final JsonMapper json;
    private final Ids ids;

    Posting(SqlPosts deliveries, SqlWebhooks webhooks, JsonMapper json, Ids ids) {
        this.deliveries = deliveries;
        this.webhooks = webhooks;
        this.json = json;
        this.ids = ids;
    }

    /** What happened, and to which parties it may be told. */
    public record Said(NoticeKind kind, RecordedEvent event, Optional<UUID> roundId, Optional<UUID> subject, Set<UUID> parties) {
        public Said {
            parties = Set.copyOf(parties);
        }
    }

    public Mono<Void> post(Tx tx, List<Said> said, Instant now) {
        List<Said> news = said.stream().filter(one -> one.event().at().isAfter(now.minus(NEWS))).toList();
        Set<UUID> parties = new HashSet<>();
        news.forEach(one -> parties.addAll(one.parties()));
        if (parties.isEmpty()) return Mono.empty();
        return webhooks.active(tx, parties).flatMap(found -> deliveries.add(tx, messages(news, found), now));
    }

    /** An event that is told in several ways is one message. */
    private List<Delivery.Message> messages(List<Said> news, List<SqlWebhooks.Wanting> found) {
        Map<UUID, List<SqlWebhooks.Wanting>> ofParty = new HashMap<>();
        found.forEach(webhook -> ofParty.computeIfAbsent(webhook.partyId(), _ -> new ArrayList<>()).add(webhook));
        Map<List<Object>, Delivery.Message> messages = new LinkedHashMap<>();
        for (Said one : news) {
            one.parties().stream().flatMap(party -> ofParty.getOrDefault(party, List.of()).stream()).filter(webhook -> webhook.kinds().contains(one.kind()))
                    .forEach(webhook -> messages.putIfAbsent(List.of(webhook.id(), one.event().streamId(), one.event().version(), one.event().type()), message(webhook, one)));
        }
        return List.copyOf(messages.values());
    }

    private Delivery.Message message(SqlWebhooks.Wanting webhook, Said one) {
        RecordedEvent event = one.event();
        return new Delivery.Message(webhook.id(), webhook.partyId(), ids.next(), event.type(), body(event.type(), event.at(), one.roundId(), one.subject()), event.streamId(), event.version());
    }

    /** Names of fields are kept for ever; {@code data} is what a listener to events hears. */
    String body(String type, Instant at, Optional<UUID> round, Optional<UUID> subject) {
        Map<String, Object> data = new LinkedHashMap<>();
        round.ifPresent(id -> data.put("topic", "round:" + id));
        data.put("type", type);
        data.put("at", at.toString());
        subject.ifPresent(id -> data.put("subjectId", id.toString()));
        Map<String, Object> body = new LinkedHashMap<>();
        body.put("type", type);
        body.put("timestamp", at.toString());
        body.put("data", data);
        return json.writeValueAsString(body);
    }
}
